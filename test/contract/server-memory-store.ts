import type { DeviceId, DossierId, OpId, RecordId, UserId } from '#shared/domain/ids.ts';
import { allowedGroups, type DossierPlace } from '#shared/domain/rights.ts';
import type { Principal } from '#shared/domain/roles.ts';
import { assert } from '#shared/lib/assert.ts';
import { digestText, rowDigest } from '#shared/sync/digest.ts';
import { nowhere } from '#shared/sync/dossier-place.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import { chainLines, type ChainedLine, type ChainHead } from '#server/audit/audit-chain.ts';
import { readsDossier } from '#server/sync/read-plan.ts';
import type { AttachmentContent, Changes, Dossier, FormerValue, KnownConflict, KnownOperation, Loaded, RegionState, RegisteredDevice, ServerSnapshot, ServerStore, ServerTransaction, Wanted } from '#server/sync/server-store.ts';
import { everyDevice } from '#server/sync/step-state.ts';

/** The one region of this shelf, as its audit names it. */
export const memoryRegion = 'in-memory';

type Delivery = Changes['deliveries'][number];

/** Everything of one region. Values are never changed in place, so copying the maps is a snapshot. */
interface Shelf {
  readonly region: RegionState;
  readonly users: ReadonlyMap<UserId, Principal>;
  readonly devices: ReadonlyMap<DeviceId, RegisteredDevice>;
  readonly operations: ReadonlyMap<OpId, KnownOperation>;
  readonly dossiers: ReadonlyMap<DossierId, Dossier>;
  readonly records: ReadonlyMap<RecordId, { readonly record: StoredRecord; readonly n: number }>;
  readonly deliveries: ReadonlyMap<string, Delivery>;
  readonly forgets: ReadonlyMap<string, Changes['forgets'][number]>;
  readonly contents: ReadonlyMap<RecordId, AttachmentContent>;
  readonly conflicts: ReadonlyMap<OpId, KnownConflict>;
  readonly former: readonly FormerValue[];
  readonly audit: readonly ChainedLine[];
  readonly auditHeads: ReadonlyMap<string, ChainHead>;
}

/** The server's logic on another shelf: one region in memory, writers one after another. */
export class MemoryServerStore implements ServerStore {
  shelf: Shelf = {
    region: { epoch: 1, n: 0, backedUpThrough: 0 }, users: new Map(), devices: new Map(), operations: new Map(),
    dossiers: new Map(), records: new Map(), deliveries: new Map(), forgets: new Map(), contents: new Map(), conflicts: new Map(), former: [], audit: [], auditHeads: new Map(),
  };
  /** Record ids that this shelf refuses, as a constraint of a database would. */
  readonly refused = new Set<string>();
  #last: Promise<unknown> = Promise.resolve();

  write<Value>(_principal: Principal, work: (transaction: ServerTransaction) => Promise<Value>): Promise<Value> {
    const turn = this.#last.then(async () => {
      const transaction = new MemoryTransaction(this.shelf, this.refused);
      const value = await work(transaction);
      this.shelf = transaction.finished();
      return value;
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  read<Value>(principal: Principal, work: (snapshot: ServerSnapshot) => Promise<Value>): Promise<Value> {
    return work(new MemorySnapshot(this.shelf, principal));
  }
}

class MemoryTransaction implements ServerTransaction {
  #shelf: Shelf;
  readonly #refused: ReadonlySet<string>;
  #n: number | null = null;

  constructor(shelf: Shelf, refused: ReadonlySet<string>) {
    this.#shelf = shelf;
    this.#refused = refused;
  }

  finished(): Shelf {
    return { ...this.#shelf, region: { ...this.#shelf.region, n: this.#n ?? this.#shelf.region.n } };
  }

  async devices(deviceIds: readonly DeviceId[]) {
    return pick(this.#shelf.devices, deviceIds);
  }

  async lockRegion() {
    this.#n = this.#shelf.region.n;
    return this.#shelf.region;
  }

  readonly nextN = (): number => {
    assert(this.#n !== null, 'a version is only handed out under the lock of the region');
    this.#n += 1;
    return this.#n;
  };

  async load(wanted: Wanted): Promise<Loaded> {
    const operations = pick(this.#shelf.operations, wanted.opIds);
    const { recordIds, ns } = wanted.former ?? { recordIds: [], ns: [] };
    const formerNs = [...ns, ...operations.flatMap(({ outcome }) => (outcome.outcome === 'applied' ? [outcome.n] : []))];
    const { sender } = wanted;
    const wasThere = (dossierId: DossierId) => this.#shelf.forgets.has(`${sender} ${dossierId}`) || [...this.#shelf.records.values()].some(({ record }) => record.dossierId === dossierId && record.createdBy === sender);
    return {
      operations,
      conflicts: pick(this.#shelf.conflicts, wanted.conflictIds ?? []),
      former: recordIds.length === 0 ? [] : this.#shelf.former.filter(({ recordId, value }) => recordIds.includes(recordId) && formerNs.includes(value.version.n)),
      formerReach: sender === undefined ? [] : wanted.dossierIds.filter(wasThere),
      dossiers: pick(this.#shelf.dossiers, wanted.dossierIds),
      records: pick(this.#shelf.records, wanted.recordIds).map(({ record }) => record),
      contents: pick(this.#shelf.contents, wanted.contentIds),
      users: [...this.#shelf.users.values()],
    };
  }

  async store(changes: Changes): Promise<void> {
    if (changes.records.some(({ record }) => this.#refused.has(record.recordId))) throw new Error('this shelf refuses that record');
    const { dossiers, records, operations, deliveries, forgets } = this.#shelf;
    const changedDossiers = new Map(dossiers);
    for (const dossier of changes.dossiers) changedDossiers.set(dossier.dossierId, dossier);
    const changedRecords = new Map(records);
    for (const each of changes.records) changedRecords.set(each.record.recordId, each);
    for (const dossierId of changes.redeliver) {
      const moved = [...changedRecords.values()].filter(({ record }) => record.dossierId === dossierId).toSorted((a, b) => a.n - b.n);
      for (const { record } of moved) changedRecords.set(record.recordId, { record, n: this.nextN() });
    }
    const changedOperations = new Map(operations);
    for (const { operation, outcome } of changes.operations) {
      changedOperations.set(operation.opId, { opId: operation.opId, userId: operation.userId, payloadHash: operation.payloadHash, outcome });
    }
    const changedConflicts = new Map(this.#shelf.conflicts);
    for (const { operation: { opId, userId, record, payload, payloadHash } } of changes.conflicts) {
      changedConflicts.set(opId, { opId, userId, record, written: Object.keys(payload), payloadHash, isOpen: true });
    }
    for (const { opId, outcome } of changes.revised) {
      const operation = changedOperations.get(opId);
      const conflict = changedConflicts.get(opId);
      if (operation !== undefined) changedOperations.set(opId, { ...operation, outcome });
      if (conflict !== undefined && outcome.outcome === 'resolved') changedConflicts.set(opId, { ...conflict, isOpen: false });
    }
    const auditHeads = new Map(this.#shelf.auditHeads);
    const audit = chainLines(memoryRegion, changes.audit, auditHeads);
    this.#shelf = {
      ...this.#shelf,
      audit: audit.length === 0 ? this.#shelf.audit : [...this.#shelf.audit, ...audit],
      auditHeads,
      conflicts: changedConflicts,
      former: changes.former.length === 0 ? this.#shelf.former : [...this.#shelf.former, ...changes.former],
      dossiers: changedDossiers,
      records: changedRecords,
      operations: changedOperations,
      deliveries: new Map([...deliveries, ...changes.deliveries.map((each) => [`${each.opId} ${each.userId} ${each.deviceId}`, each] as const)]),
      forgets: new Map([...forgets, ...changes.forgets.map((each) => [`${each.userId} ${each.dossierId}`, each] as const)]),
    };
  }

  async savepoint<Value>(work: () => Promise<Value>): Promise<Value> {
    const before = this.#shelf;
    try {
      return await work();
    } catch (error) {
      this.#shelf = before;
      throw error;
    }
  }
}

class MemorySnapshot implements ServerSnapshot {
  readonly #shelf: Shelf;
  readonly #principal: Principal;

  constructor(shelf: Shelf, principal: Principal) {
    this.#shelf = shelf;
    this.#principal = principal;
  }

  async region() {
    return this.#shelf.region;
  }

  #visible(after: number) {
    return [...this.#shelf.records.values()]
      .filter((row) => row.n > after)
      .toSorted((a, b) => a.n - b.n)
      .flatMap((row) => {
        const place: DossierPlace = this.#shelf.dossiers.get(row.record.dossierId)?.place ?? nowhere;
        const allowed = allowedGroups('read', this.#principal, row.record.kind, place).filter((group) => row.record.groups[group] !== undefined);
        return allowed.length === 0 ? [] : [{ row, allowed }];
      });
  }

  async rows(after: number, limit: number) {
    const all = this.#visible(after);
    return { rows: all.slice(0, limit).map(delivered), complete: all.length <= limit };
  }

  async ownRows(limit: number) {
    const own = (row: Row) => this.#shelf.dossiers.get(row.record.dossierId)?.place.team.includes(this.#principal.userId) === true;
    return this.#visible(0).filter(({ row }) => own(row)).slice(0, limit).map(delivered);
  }

  async countRows(after: number) {
    return this.#visible(after).length;
  }

  /** From the rows themselves: what another implementation keeps up to date is compared with this. */
  async digest() {
    const rows = this.#visible(0);
    return { rows: rows.length, text: digestText(rows.length, rows.reduce((xor, { row }) => xor ^ digestOf(row), 0n)) };
  }

  async deliveries(deviceId: DeviceId | null, after: number, limit: number) {
    return [...this.#shelf.deliveries.values()]
      .filter((each) => each.userId === this.#principal.userId && each.n > after && (deviceId === null || each.deviceId === deviceId || each.deviceId === everyDevice))
      .toSorted((a, b) => a.n - b.n)
      .slice(0, limit)
      .map((each) => ({ n: each.n, text: JSON.stringify(each.outcome) }));
  }

  async forgets(after: number) {
    return [...this.#shelf.forgets.values()].filter((each) => {
      const dossier = this.#shelf.dossiers.get(each.dossierId);
      return each.userId === this.#principal.userId && each.n > after && (dossier === undefined || !readsDossier(this.#principal, dossier.type, dossier.place));
    });
  }
}

type Row = Shelf['records'] extends ReadonlyMap<RecordId, infer Value> ? Value : never;

function delivered({ row: { record, n }, allowed }: { readonly row: Row; readonly allowed: readonly string[] }) {
  const groups = Object.fromEntries(Object.entries(record.groups).filter(([name]) => allowed.includes(name)));
  return { n, dossierId: record.dossierId, text: JSON.stringify({ ...record, n, groups }) };
}

/** A row is never changed in place, so its digest is computed once. */
const digests = new WeakMap<Row, bigint>();
function digestOf(row: Row): bigint {
  const known = digests.get(row) ?? rowDigest(row.record.recordId, row.n);
  digests.set(row, known);
  return known;
}

function pick<Key, Value>(map: ReadonlyMap<Key, Value>, keys: readonly Key[]): readonly Value[] {
  return keys.flatMap((key) => {
    const value = map.get(key);
    return value === undefined ? [] : [value];
  });
}
