import type { DeviceId, DossierId, OpId, RecordId, UserId } from '#shared/domain/ids.ts';
import type { Principal } from '#shared/domain/roles.ts';
import type { SignedOperation } from '#shared/sync/operation.ts';
import type { Outcome } from '#shared/sync/protocol.ts';
import type { StoredGroup, StoredRecord } from '#shared/sync/stored-record.ts';
import { longTextOf } from '#shared/sync/merge-group.ts';
import { sameVersion } from '#shared/sync/version.ts';
import type { AttachmentContent, AuditEntry, Changes, Dossier, FormerValue, KnownConflict, KnownOperation, Loaded } from './server-store.ts';

/** For an operation that cannot be read far enough to tell whose device it is: each of the person's devices hears it. */
export const everyDevice = '00000000-0000-0000-0000-000000000000' as DeviceId;

const formerKey = (recordId: RecordId, group: string, n: number): string => `${recordId} ${group} ${n}`;

/** Who sends, and what a step needs from outside. */
export interface StepContext {
  readonly principal: Principal;
  /** The device that asked, when it says so; else an outcome goes to the device that signed. */
  readonly deviceId: DeviceId | null;
  readonly epoch: number;
  readonly nowMs: number;
  readonly requestId: string | null;
  readonly nextN: () => number;
}

/** What a step knows and changes, in memory: operations of one batch see what those before them did. */
export class StepState {
  readonly #operations: Map<OpId, KnownOperation>;
  readonly #dossiers: Map<DossierId, Dossier>;
  readonly #records: Map<RecordId, StoredRecord>;
  readonly #contents: ReadonlyMap<RecordId, AttachmentContent>;
  readonly users: readonly Principal[];
  readonly #changedRecords = new Map<RecordId, { readonly record: StoredRecord; readonly n: number }>();
  readonly #changedDossiers = new Map<DossierId, Dossier>();
  readonly #redeliver = new Set<DossierId>();
  readonly #decided: Changes['operations'][number][] = [];
  readonly #conflicts: Changes['conflicts'][number][] = [];
  readonly #knownConflicts: Map<OpId, KnownConflict>;
  readonly #revised: Changes['revised'][number][] = [];
  readonly #formerReach: ReadonlySet<DossierId>;
  readonly #former: Map<string, StoredGroup>;
  readonly #formerToKeep: FormerValue[] = [];
  readonly #deliveries = new Map<string, Changes['deliveries'][number]>();
  readonly #forgets = new Map<string, Changes['forgets'][number]>();
  readonly #audit: AuditEntry[] = [];
  /** Not decided: to be sent again [PUSH2]. */
  readonly later = new Set<OpId>();
  readonly #context: StepContext;

  constructor(loaded: Loaded, context: StepContext) {
    this.#operations = new Map(loaded.operations.map((operation) => [operation.opId, operation]));
    this.#dossiers = new Map(loaded.dossiers.map((dossier) => [dossier.dossierId, dossier]));
    this.#records = new Map(loaded.records.map((record) => [record.recordId, record]));
    this.#contents = new Map(loaded.contents.map((content) => [content.attachmentId, content]));
    this.#knownConflicts = new Map(loaded.conflicts.map((conflict) => [conflict.opId, conflict]));
    this.#formerReach = new Set(loaded.formerReach);
    this.#former = new Map(loaded.former.map(({ recordId, group, value }) => [formerKey(recordId, group, value.version.n), value]));
    this.users = loaded.users;
    this.#context = context;
  }

  operation(opId: OpId): KnownOperation | undefined {
    return this.#operations.get(opId);
  }

  dossier(dossierId: DossierId): Dossier | undefined {
    return this.#dossiers.get(dossierId);
  }

  record(recordId: RecordId): StoredRecord | undefined {
    return this.#records.get(recordId);
  }

  content(recordId: RecordId): AttachmentContent | undefined {
    return this.#contents.get(recordId);
  }

  conflict(opId: OpId): KnownConflict | undefined {
    return this.#knownConflicts.get(opId);
  }

  /** Had the sender reach on this dossier, whatever they have now? [FGT3] */
  hadReach(dossierId: DossierId): boolean {
    return this.#formerReach.has(dossierId);
  }

  /** What a group held at a version that it has no longer. */
  formerValue(recordId: RecordId, group: string, n: number): StoredGroup | undefined {
    return this.#former.get(formerKey(recordId, group, n));
  }

  putRecord(record: StoredRecord, n: number): void {
    this.#rememberFormer(this.#records.get(record.recordId), record);
    this.#records.set(record.recordId, record);
    this.#changedRecords.set(record.recordId, { record, n });
  }

  #rememberFormer(before: StoredRecord | undefined, after: StoredRecord): void {
    for (const [group, value] of Object.entries(before?.groups ?? {})) {
      if (longTextOf(after.kind, group).length === 0 || sameVersion(value.version, after.groups[group]?.version ?? null)) continue;
      this.#former.set(formerKey(after.recordId, group, value.version.n), value);
      this.#formerToKeep.push({ recordId: after.recordId, group, value });
    }
  }

  putDossier(dossier: Dossier): void {
    this.#dossiers.set(dossier.dossierId, dossier);
    this.#changedDossiers.set(dossier.dossierId, dossier);
  }

  redeliver(dossierId: DossierId): void {
    this.#redeliver.add(dossierId);
  }

  forget(userId: UserId, dossierId: DossierId, n: number): void {
    this.#forgets.set(`${userId} ${dossierId}`, { userId, dossierId, n });
  }

  /** The outcome goes into the sender's next pull; a repeat moves it there again [PUSH3]. */
  deliver(opId: OpId, signedBy: DeviceId | null, outcome: Outcome, n = this.#context.nextN()): void {
    const deviceId = this.#context.deviceId ?? signedBy ?? everyDevice;
    this.#deliveries.set(`${opId} ${deviceId}`, { opId, deviceId, userId: this.#context.principal.userId, n, outcome });
  }

  /** Settles an authentic operation for ever; a conflict stays open until a person decides. */
  decide(operation: SignedOperation, evidence: string, outcome: Outcome, n?: number): void {
    const { opId, userId, payloadHash, record, payload } = operation;
    this.#operations.set(opId, { opId, userId, payloadHash, outcome });
    this.#decided.push({ operation, evidence, outcome, receivedAtMs: this.#context.nowMs });
    if (outcome.outcome === 'conflict') {
      this.#conflicts.push({ operation, groups: outcome.groups, receivedAtMs: this.#context.nowMs });
      this.#knownConflicts.set(opId, { opId, userId, record, written: Object.keys(payload), payloadHash, isOpen: true });
    }
    this.deliver(opId, operation.deviceId, outcome, n);
  }

  /** A person decided: every device of the conflict's author hears it, and so does every repeat [CON4]. */
  resolve(conflict: KnownConflict, by: OpId): void {
    const { opId, userId, record: { recordId } } = conflict;
    const outcome: Outcome = { outcome: 'resolved', opId, recordId, by, receivedAtMs: this.#context.nowMs };
    this.#knownConflicts.set(opId, { ...conflict, isOpen: false });
    this.revise(conflict, outcome);
    this.#deliveries.set(`${opId} ${everyDevice}`, { opId, deviceId: everyDevice, userId, n: this.#context.nextN(), outcome });
  }

  /** What is said of an operation from now on: what became of it has changed. */
  revise({ opId, userId, payloadHash }: Pick<KnownOperation, 'opId' | 'userId' | 'payloadHash'>, outcome: Outcome): void {
    this.#operations.set(opId, { opId, userId, payloadHash, outcome });
    this.#revised.push({ opId, outcome, atMs: this.#context.nowMs });
  }

  audit(entry: Pick<AuditEntry, 'action' | 'result' | 'deviceId' | 'dossierId' | 'recordId' | 'detail'>): void {
    const { nowMs, principal, requestId } = this.#context;
    this.#audit.push({ ...entry, atMs: nowMs, userId: principal.userId, requestId });
  }

  /** What was changed since this was asked last. */
  takeChanges(): Changes {
    return {
      records: taken(this.#changedRecords),
      dossiers: taken(this.#changedDossiers),
      redeliver: taken(this.#redeliver),
      operations: this.#decided.splice(0),
      conflicts: this.#conflicts.splice(0),
      revised: this.#revised.splice(0),
      former: this.#formerToKeep.splice(0),
      deliveries: taken(this.#deliveries),
      forgets: taken(this.#forgets),
      audit: this.#audit.splice(0),
    };
  }
}

function taken<Value>(from: Map<unknown, Value> | Set<Value>): readonly Value[] {
  const values = [...from.values()];
  from.clear();
  return values;
}
