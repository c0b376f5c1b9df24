import type { DossierId, OpId } from '#shared/domain/ids.ts';
import type { DeviceStore, OutboxState, PullPage, StoredPage } from '#shared/sync/ports.ts';
import { mergeRecords } from '#renderer/data/db/dossier-content.ts';
import { takeBackWithinMs } from '#renderer/data/db/send-queue.ts';
import { emptyTally, replaceTally, tallyOf, tallyText } from '#renderer/data/db/tally.ts';
import type { PositionRow, Tally } from '#renderer/data/db/user-database.ts';
import { comparedWithinMs } from '#renderer/data/db/dexie-device-store.ts';
import type { Disk, DiskState, DossierCopy, OutboxCopy } from './disk.ts';

/**
 * The device's memory behind the sync loop, over a simulated disk. Step for step the Dexie store: what that one reads
 * outside its transaction is read a turn earlier here, so that other windows and crashes come in between.
 * @param turn lets time pass; never returns when the window is gone
 */
export function createMemoryDeviceStore(disk: Disk, turn: () => Promise<void>): DeviceStore {
  const change = (next: Partial<DiskState>) => disk.commit({ ...disk.state, ...next }, 'relaxed');

  const noted = new Set<OpId>();
  let restoredAtMs: number | null = null;
  let knowsCompared = false;

  /** [JRN15] */
  const isBeingCompared = (nowMs: number): boolean => {
    const { position } = disk.state;
    if (!knowsCompared && position.journalEpoch !== position.epoch) restoredAtMs ??= nowMs;
    knowsCompared = true;
    if (restoredAtMs !== null && (position.journalEpoch === position.epoch || nowMs < restoredAtMs || nowMs - restoredAtMs >= comparedWithinMs)) restoredAtMs = null;
    return restoredAtMs !== null;
  };

  const overtaken = (): StoredPage => {
    knowsCompared = false;
    return { kind: 'overtaken' };
  };

  const setState = async (opIds: readonly OpId[], state: OutboxState) => {
    await turn();
    const outbox = new Map(disk.state.outbox);
    let changed = false;
    for (const opId of opIds) {
      const entry = outbox.get(opId);
      if (entry?.state !== 'waiting') continue;
      outbox.set(opId, { ...entry, state });
      changed = true;
    }
    if (changed) change({ outbox });
  };

  return {
    async position() {
      await turn();
      const { epoch, cursor, lastPullAtMs } = disk.state.position;
      return { epoch, cursor, lastPullAtMs };
    },

    async nextBatch(limit, nowMs, except) {
      await turn();
      if (isBeingCompared(nowMs)) return [];
      const waiting = inOrder(disk.state).filter((entry) => entry.state === 'waiting' && !noted.has(entry.operation.opId));
      return withoutHeld(waiting, nowMs).filter(({ operation }) => except?.has(operation.record.recordId) !== true).slice(0, limit).map((entry) => entry.operation);
    },

    async noteReceived(opIds) {
      await turn();
      for (const opId of opIds) noted.add(opId);
    },
    markReceived: (opIds) => setState(opIds, 'received'),
    markUnreadable: (opIds) => setState(opIds, 'refused'),

    async requeueReceived() {
      await turn();
      noted.clear();
      const received = [...disk.state.outbox].filter(([, entry]) => entry.state === 'received');
      if (received.length === 0) return;
      const outbox = new Map(disk.state.outbox);
      for (const [opId, entry] of received) outbox.set(opId, { ...entry, state: 'waiting' });
      change({ outbox });
    },

    async unsettled() {
      await turn();
      return [...disk.state.outbox.values()].filter((entry) => entry.state === 'waiting' || entry.state === 'received').length;
    },

    async storePage(page, nowMs, madeFor) {
      await turn();
      const before = disk.state.position;
      if (madeFor !== undefined && (madeFor.cursor !== before.cursor || madeFor.epoch !== before.epoch)) return overtaken();
      const base = before.epoch !== null && before.epoch !== page.epoch ? startOver(before) : before;
      const laid = layPage(disk.state, page, base);
      // Encrypting takes a while.
      await turn();
      const now = disk.state.position;
      if (now.cursor !== before.cursor || now.epoch !== before.epoch || now.generation !== before.generation) return overtaken();
      const dossiers = new Map(disk.state.dossiers);
      for (const [dossierId, copy] of laid.dossiers) dossiers.set(dossierId, copy);
      for (const dossierId of page.forget) dossiers.delete(dossierId);
      if (base.rebuilding && !page.more) for (const [dossierId, copy] of disk.state.dossiers) if (copy.generation < base.generation && !laid.dossiers.has(dossierId)) dossiers.delete(dossierId);
      const after = positionAfter(base, page, laid.tally, nowMs);
      const position = before.epoch === null ? after : { ...after, journalEpoch: now.journalEpoch };
      const gone = [...disk.state.dossiers.keys(), ...page.forget].filter((dossierId) => !dossiers.has(dossierId));
      change({ ...offerList({ ...disk.state, ...settle(disk.state, page) }, gone), dossiers, position });
      for (const { opId } of page.outcomes) noted.delete(opId);
      if ((before.epoch !== null && before.epoch !== page.epoch) || (restoredAtMs !== null && base.rebuilding)) restoredAtMs = nowMs;
      return page.more ? { kind: 'stored', digestAgrees: null } : finish(position, base);
    },
  };

  async function finish(position: PositionRow, base: PositionRow): Promise<StoredPage> {
    if (position.digestAgrees !== false) return { kind: 'stored', digestAgrees: position.digestAgrees };
    if (base.rebuilding || base.digestAgrees === false) return { kind: 'stored', digestAgrees: false };
    await turn();
    const now = disk.state.position;
    if (now.cursor !== position.cursor || now.epoch !== position.epoch || now.generation !== position.generation) return overtaken();
    change({ position: startOver(now) });
    return { kind: 'starts-over' };
  }
}

/** [CON6] */
function withoutHeld(entries: readonly OutboxCopy[], nowMs: number): readonly OutboxCopy[] {
  const heldRecords = new Set<string>();
  return entries.filter(({ operation, heldUntilMs }) => {
    const left = (heldUntilMs ?? 0) - nowMs;
    if (left > 0 && left <= takeBackWithinMs) heldRecords.add(operation.record.recordId);
    return !heldRecords.has(operation.record.recordId);
  });
}

export const inOrder = (state: DiskState): readonly OutboxCopy[] => [...state.outbox.values()].sort((a, b) => a.order - b.order);

const startOver = (position: PositionRow): PositionRow => ({ ...position, cursor: 0, generation: position.generation + 1, tally: emptyTally, rebuilding: true });

function layPage(state: DiskState, page: PullPage, base: PositionRow): { readonly dossiers: ReadonlyMap<DossierId, DossierCopy>; readonly tally: Tally } {
  const current = (dossierId: DossierId) => {
    const copy = state.dossiers.get(dossierId);
    return copy?.generation === base.generation ? copy : undefined;
  };
  const dossiers = new Map<DossierId, DossierCopy>();
  let tally = base.tally;
  for (const { dossierId, records } of page.dossiers) {
    const all = mergeRecords(current(dossierId)?.records ?? [], records);
    const copy = { generation: base.generation, tally: tallyOf(all), records: all };
    tally = replaceTally(tally, current(dossierId)?.tally ?? emptyTally, copy.tally);
    dossiers.set(dossierId, copy);
  }
  for (const dossierId of page.forget) tally = replaceTally(tally, current(dossierId)?.tally ?? emptyTally, emptyTally);
  return { dossiers, tally };
}

/** [PULL3] */
function settle(state: DiskState, { outcomes, epoch, cursor }: PullPage): Partial<DiskState> {
  if (outcomes.length === 0) return {};
  const outbox = new Map(state.outbox);
  const receipts = new Map(state.receipts);
  for (const outcome of outcomes) {
    const entry = outbox.get(outcome.opId);
    if (entry === undefined) continue;
    switch (outcome.outcome) {
      case 'applied':
      case 'handed-over':
      case 'resolved': {
        const { recordId, dossierId } = entry.operation.record;
        const n = outcome.outcome === 'applied' ? outcome.n : cursor;
        receipts.set(outcome.opId, { settled: outcome.outcome, recordId, dossierId, n, epoch, receivedAtMs: outcome.receivedAtMs, ...(entry.given === undefined ? {} : { given: entry.given }) });
        outbox.delete(outcome.opId);
        break;
      }
      case 'conflict':
      case 'refused':
        outbox.set(outcome.opId, { ...entry, state: outcome.outcome, outcome });
    }
  }
  return { outbox, receipts };
}

/** [FGT5] */
function offerList(state: DiskState, gone: readonly DossierId[]): Partial<DiskState> {
  const outbox = new Map(state.outbox);
  for (const [opId, entry] of outbox) {
    const isInTheList = entry.state === 'conflict' || entry.state === 'refused';
    if (isInTheList && gone.includes(entry.operation.record.dossierId)) outbox.set(opId, { ...entry, state: 'waiting' });
  }
  return { outbox, receipts: state.receipts };
}

function positionAfter(base: PositionRow, page: PullPage, tally: Tally, nowMs: number): PositionRow {
  return {
    key: 'position',
    epoch: page.epoch,
    cursor: page.cursor,
    lastPullAtMs: page.more ? base.lastPullAtMs : nowMs,
    backedUpThrough: page.backedUpThrough,
    serverTimeMs: page.serverTimeMs,
    journalEpoch: base.epoch === null ? page.epoch : base.journalEpoch,
    generation: base.generation,
    tally,
    rebuilding: page.more && base.rebuilding,
    digestAgrees: page.more || page.digest === null ? base.digestAgrees : page.digest === tallyText(tally),
  };
}
