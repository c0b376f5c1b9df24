import type { DeviceId, DossierId, OpId, RecordId, UserId } from '#shared/domain/ids.ts';
import { canonicalJson, type JsonValue } from '#shared/lib/canonical-json.ts';
import { digestText, rowDigest } from '#shared/sync/digest.ts';
import { hashPayload, type SignedOperation } from '#shared/sync/operation.ts';
import type { DeviceStore, OutboxState, PullPage } from '#shared/sync/ports.ts';
import type { Outcome } from '#shared/sync/protocol.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';

/** One device's memory, and what can be seen of it from outside. */
export interface DeviceMemory {
  readonly store: DeviceStore;
  /** Another loop over the same memory: a window that took over. */
  readonly another: () => DeviceStore;
  /** Lays an operation into the outbox, as keeping does. */
  readonly lay: (operation: SignedOperation, options?: { readonly heldUntilMs?: number }) => Promise<void>;
  /** Per dossier the records with their n. */
  readonly dossiers: () => Promise<Readonly<Record<string, Readonly<Record<string, number>>>>>;
  /** In the order of keeping. */
  readonly outbox: () => Promise<readonly (readonly [OpId, OutboxState])[]>;
  /** A window with a journal of its own, which was compared with the server of this epoch [JRN10]. */
  readonly compared: (epoch: number) => Promise<void>;
  readonly receipts: () => Promise<Readonly<Record<string, { readonly settled: string; readonly n: number; readonly epoch: number }>>>;
}

export interface DeviceStoreCase {
  readonly name: string;
  run(memory: DeviceMemory): Promise<void>;
}

const d = (name: string) => `dossier-${name}` as DossierId;
const opId = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as OpId;
const user = 'jobcoach-sanne' as UserId;

function row(dossier: string, recordId: string, n: number, epoch = 1): StoredRecord {
  const group = { version: { epoch, n }, changedBy: user, changedAtMs: n, data: { mark: `${recordId} at ${n}` } };
  return { dossierId: d(dossier), recordId: recordId as RecordId, kind: 'visit', createdBy: user, n, groups: { facts: group } };
}

function work(number: number, dossier = 'a', recordId = `visit-${number}`): SignedOperation {
  const payload = { note: { mark: `${number}` } };
  return {
    protocol: 1, opId: opId(number), deviceId: opId(999) as unknown as DeviceId, userId: user, record: { dossierId: d(dossier), recordId: recordId as RecordId, kind: 'visit' }, kind: 'put',
    baseVersions: { note: null }, payload, resolves: null, payloadHash: hashPayload(payload), authoredAtMs: number, signature: 'signed',
  };
}

function page(cursor: number, change: Omit<Partial<PullPage>, 'dossiers'> & { readonly rows?: readonly StoredRecord[] } = {}): PullPage {
  const { rows = [], ...rest } = change;
  const together = new Map<DossierId, StoredRecord[]>();
  for (const record of rows) together.set(record.dossierId, [...(together.get(record.dossierId) ?? []), record]);
  const dossiers = [...together].map(([dossierId, records]) => ({ dossierId, records }));
  return { epoch: 1, serverTimeMs: 5, cursor, more: false, remaining: 0, dossiers, outcomes: [], forget: [], backedUpThrough: 0, digest: null, ...rest };
}

const digestOf = (rows: readonly StoredRecord[]) => digestText(rows.length, rows.reduce((xor, record) => xor ^ rowDigest(record.recordId, record.n), 0n));
const applied = (operation: SignedOperation, n: number): Outcome => ({ outcome: 'applied', opId: operation.opId, recordId: operation.record.recordId, n, receivedAtMs: n });
const conflict = (operation: SignedOperation): Outcome => ({ outcome: 'conflict', opId: operation.opId, recordId: operation.record.recordId, groups: ['note'], receivedAtMs: 1 });
const refused = (operation: SignedOperation): Outcome => ({ outcome: 'refused', opId: operation.opId, recordId: operation.record.recordId, reason: 'invalid', violations: [], receivedAtMs: 1 });

/** Runs in vitest and in a page of a real browser, so it brings its own comparison. @throws Error that tells both sides */
function same(what: string, found: unknown, expected: unknown): void {
  const [a, b] = [found, expected].map((value) => canonicalJson((value ?? null) as JsonValue));
  if (a !== b) throw new Error(`${what}: expected ${b}, found ${a}`);
}
const batchOf = async (store: DeviceStore, limit = 100, nowMs = 0) => (await store.nextBatch(limit, nowMs)).map((operation) => operation.opId);

/** What every memory behind the sync loop must do, by the rules of shared/sync/SPEC.md. */
export const deviceStoreCases: readonly DeviceStoreCase[] = [
  {
    name: '[PUSH1] gives what waits in the order of keeping, and no more than was asked for',
    async run({ store, lay }) {
      for (const number of [3, 1, 2]) await lay(work(number));
      same('all', await batchOf(store), [3, 1, 2].map(opId));
      same('two', await batchOf(store, 2), [3, 1].map(opId));
      same('whole', (await store.nextBatch(1, 0))[0], work(3));
    },
  },
  {
    name: '[PULL3] what the server received stays until its outcome is pulled, and then leaves a receipt',
    async run({ store, lay, outbox, receipts }) {
      await lay(work(1));
      await lay(work(2));
      await store.markReceived([opId(1)]);
      same('outbox', await outbox(), [[opId(1), 'received'], [opId(2), 'waiting']]);
      same('batch', await batchOf(store), [opId(2)]);
      same('unsettled', await store.unsettled(), 2);
      await store.storePage(page(7, { rows: [row('a', 'visit-1', 7)], outcomes: [applied(work(1), 7)] }), 1);
      same('outbox', await outbox(), [[opId(2), 'waiting']]);
      same('receipts', await receipts(), { [opId(1)]: { settled: 'applied', n: 7, epoch: 1 } });
    },
  },
  {
    name: '[PULL3] conflicting and refused work stays, in no batch, and is not counted as waiting',
    async run({ store, lay, outbox }) {
      for (const number of [1, 2, 3]) await lay(work(number));
      await store.storePage(page(1, { outcomes: [conflict(work(1)), refused(work(2))] }), 1);
      same('outbox', await outbox(), [[opId(1), 'conflict'], [opId(2), 'refused'], [opId(3), 'waiting']]);
      same('batch', await batchOf(store), [opId(3)]);
      same('unsettled', await store.unsettled(), 1);
    },
  },
  {
    name: '[CON4] [FGT2] [JRN6] decided and handed-over work leaves the outbox with a receipt that no earlier backup covers',
    async run({ store, lay, outbox, receipts }) {
      await lay(work(1));
      await lay(work(2));
      const { recordId } = work(1).record;
      await store.storePage(page(6, { outcomes: [{ outcome: 'handed-over', opId: opId(1), recordId, receivedAtMs: 1 }, { outcome: 'resolved', opId: opId(2), recordId, by: opId(9), receivedAtMs: 1 }] }), 1);
      same('outbox', await outbox(), []);
      same('receipts', await receipts(), { [opId(1)]: { settled: 'handed-over', n: 6, epoch: 1 }, [opId(2)]: { settled: 'resolved', n: 6, epoch: 1 } });
    },
  },
  {
    name: '[PUSH4] all work on a record that was answered `later` is left out, and the rest keeps its order',
    async run({ store, lay }) {
      for (const number of [1, 2, 3]) await lay(work(number));
      same('batch', (await store.nextBatch(2, 0, new Set([work(2).record.recordId]))).map(({ opId: id }) => id), [1, 3].filter((number) => work(number).record.recordId !== work(2).record.recordId).map(opId));
    },
  },
  {
    name: '[PUSH5] what was received and got no outcome is offered again, and nothing else',
    async run({ store, lay, outbox }) {
      for (const number of [1, 2]) await lay(work(number));
      await store.markReceived([opId(1), opId(2)]);
      await store.storePage(page(1, { outcomes: [conflict(work(2))] }), 1);
      await store.requeueReceived();
      same('outbox', await outbox(), [[opId(1), 'waiting'], [opId(2), 'conflict']]);
    },
  },
  {
    name: '[PUSH5] what an answer was heard for is not offered again before a whole pull, and by a loop that heard nothing at once',
    async run({ store, another, lay, outbox }) {
      for (const number of [1, 2, 3]) await lay(work(number));
      same('first', await batchOf(store, 2), [opId(1), opId(2)]);
      await store.noteReceived([opId(1), opId(2)]);
      same('next', await batchOf(store), [opId(3)]);
      same('unsettled', await store.unsettled(), 3);
      same('a loop that starts anew', await batchOf(another()), [opId(1), opId(2), opId(3)]);
      await store.storePage(page(7, { outcomes: [applied(work(2), 7)] }), 1);
      same('outbox', await outbox(), [[opId(1), 'waiting'], [opId(3), 'waiting']]);
      await store.requeueReceived();
      same('again', await batchOf(store), [opId(1), opId(3)]);
    },
  },
  {
    name: '[FGT5] what an answer was heard for, and came back as a conflict of a dossier that goes, is offered again',
    async run({ store, lay }) {
      await lay(work(1));
      await store.noteReceived([opId(1)]);
      await store.storePage(page(7, { outcomes: [conflict(work(1))], more: true }), 1);
      await store.storePage(page(8, { forget: [d('a')], more: true }), 1);
      same('batch', await batchOf(store), [opId(1)]);
    },
  },
  {
    name: '[PUSH2] an answer that comes after the outcome of another loop changes nothing; one for nobody neither',
    async run({ store, lay, outbox }) {
      for (const number of [1, 2, 3]) await lay(work(number));
      await store.storePage(page(1, { outcomes: [conflict(work(1)), refused(work(2)), applied(work(3), 1)] }), 1);
      await store.markReceived([opId(1), opId(2), opId(3), opId(77)]);
      await store.markUnreadable([opId(1), opId(3)]);
      same('outbox', await outbox(), [[opId(1), 'conflict'], [opId(2), 'refused']]);
    },
  },
  {
    name: '[PUSH4] what the server cannot read waits where a person sees it',
    async run({ store, lay, outbox }) {
      for (const number of [1, 2]) await lay(work(number));
      await store.markUnreadable([opId(1)]);
      same('outbox', await outbox(), [[opId(1), 'refused'], [opId(2), 'waiting']]);
      same('batch', await batchOf(store), [opId(2)]);
    },
  },
  {
    name: '[CON6] what a person may still take back is held, and what was built on it; the rest goes',
    async run({ store, lay }) {
      await lay(work(1, 'a', 'visit-x'), { heldUntilMs: 5_000 });
      await lay(work(2, 'a', 'visit-x'));
      await lay(work(3, 'a', 'visit-y'));
      same('held', await batchOf(store, 10, 1_000), [opId(3)]);
      same('over', await batchOf(store, 10, 6_000), [1, 2, 3].map(opId));
    },
  },
  {
    name: '[PULL1] rows, cursor and time are stored together; only a whole pull moves the time',
    async run({ store, dossiers }) {
      same('stored', await store.storePage(page(2, { more: true, rows: [row('a', 'visit-1', 1), row('b', 'visit-2', 2)] }), 11), { kind: 'stored', digestAgrees: null });
      same('position', await store.position(), { epoch: 1, cursor: 2, lastPullAtMs: null });
      await store.storePage(page(3, { rows: [row('a', 'visit-3', 3)] }), 12);
      same('position', await store.position(), { epoch: 1, cursor: 3, lastPullAtMs: 12 });
      same('dossiers', await dossiers(), { 'dossier-a': { 'visit-1': 1, 'visit-3': 3 }, 'dossier-b': { 'visit-2': 2 } });
    },
  },
  {
    name: '[PULL5] a row that is older than the stored one changes nothing',
    async run({ store, dossiers }) {
      await store.storePage(page(9, { rows: [row('a', 'visit-1', 9)] }), 1);
      await store.storePage(page(9, { rows: [row('a', 'visit-1', 4), row('a', 'visit-2', 5)] }), 2);
      same('dossiers', await dossiers(), { 'dossier-a': { 'visit-1': 9, 'visit-2': 5 } });
    },
  },
  {
    name: '[PULL8] a head start leaves the cursor where it is',
    async run({ store, dossiers }) {
      await store.storePage(page(0, { more: true, rows: [row('a', 'visit-1', 8)] }), 1);
      same('position', await store.position(), { epoch: 1, cursor: 0, lastPullAtMs: null });
      const all = [row('b', 'visit-2', 3), row('a', 'visit-1', 8)];
      same('whole', await store.storePage(page(8, { rows: all, digest: digestOf(all) }), 2), { kind: 'stored', digestAgrees: true });
      same('dossiers', await dossiers(), { 'dossier-a': { 'visit-1': 8 }, 'dossier-b': { 'visit-2': 3 } });
    },
  },
  {
    name: '[FGT1] a dossier that left the rights is gone, the others stay',
    async run({ store, dossiers }) {
      const [one, two] = [row('a', 'visit-1', 1), row('b', 'visit-2', 2)];
      await store.storePage(page(2, { rows: [one, two], digest: digestOf([one, two]) }), 1);
      same('agrees', await store.storePage(page(3, { forget: [d('a'), d('never-here')], digest: digestOf([two]) }), 2), { kind: 'stored', digestAgrees: true });
      same('dossiers', await dossiers(), { 'dossier-b': { 'visit-2': 2 } });
    },
  },
  {
    name: '[FGT5] what lay in the list about a forgotten dossier is offered again; other lists stay',
    async run({ store, lay, outbox }) {
      await lay(work(1, 'a'));
      await lay(work(2, 'a'));
      await lay(work(3, 'b'));
      await store.storePage(page(1, { rows: [row('a', 'visit-9', 1)], outcomes: [conflict(work(1)), refused(work(2)), refused(work(3))] }), 1);
      await store.storePage(page(2, { forget: [d('a')] }), 2);
      same('outbox', await outbox(), [[opId(1), 'waiting'], [opId(2), 'waiting'], [opId(3), 'refused']]);
    },
  },
  {
    name: '[PULL7] after another epoch the old rows stay readable until the new pull is whole, and kept work stays',
    async run({ store, lay, dossiers, outbox }) {
      await store.storePage(page(9, { rows: [row('a', 'visit-1', 9), row('b', 'visit-2', 8)] }), 1);
      await lay(work(1));
      await store.storePage(page(3, { epoch: 2, more: true, rows: [row('a', 'visit-1', 3, 2)] }), 2);
      same('meanwhile', await dossiers(), { 'dossier-a': { 'visit-1': 3 }, 'dossier-b': { 'visit-2': 8 } });
      const whole = [row('a', 'visit-1', 3, 2), row('c', 'visit-3', 4, 2)];
      same('whole', await store.storePage(page(4, { epoch: 2, rows: whole.slice(1), digest: digestOf(whole) }), 3), { kind: 'stored', digestAgrees: true });
      same('then', await dossiers(), { 'dossier-a': { 'visit-1': 3 }, 'dossier-c': { 'visit-3': 4 } });
      same('outbox', await outbox(), [[opId(1), 'waiting']]);
      same('position', await store.position(), { epoch: 2, cursor: 4, lastPullAtMs: 3 });
    },
  },
  {
    name: '[JRN15] after another epoch nothing goes before the journal was compared in it, for at most half a minute of a clock that may be set back',
    async run({ store, another, lay, compared }) {
      await lay(work(1));
      await store.storePage(page(9), 1_000);
      same('the first epoch', await batchOf(store, 100, 1_000), [opId(1)]);
      await compared(1);
      const other = another();
      same('another loop in it', await batchOf(other, 100, 1_000), [opId(1)]);
      await store.storePage(page(1, { epoch: 2 }), 2_000);
      same('meanwhile', await batchOf(store, 100, 31_999), []);
      const successor = another();
      same('a loop that takes over before it was compared', [await batchOf(successor, 100, 40_000), await batchOf(successor, 100, 69_999), await batchOf(successor, 100, 70_000)], [[], [], [opId(1)]]);
      same('the other, whose page was overtaken', [await other.storePage(page(10), 2_000, { epoch: 1, cursor: 9 }), await batchOf(other, 100, 2_000)], [{ kind: 'overtaken' }, []]);
      await compared(2);
      same('compared', [await batchOf(store, 100, 2_001), await batchOf(other, 100, 2_001), await batchOf(another(), 100, 2_001)], [[opId(1)], [opId(1)], [opId(1)]]);
      await store.storePage(page(1, { epoch: 3 }), 2_002);
      same('again', await batchOf(store, 100, 2_003), []);
      same('long enough', await batchOf(store, 100, 32_002), [opId(1)]);
      await store.storePage(page(1, { epoch: 4 }), 50_000);
      same('set back', await batchOf(store, 100, 49_999), [opId(1)]);
      // A pull of a minute: comparing begins when it is whole.
      await store.storePage(page(1, { epoch: 5, more: true }), 60_000);
      await store.storePage(page(2, { epoch: 5 }), 120_000);
      same('counted from the last page', await batchOf(store, 100, 120_001), []);
      await store.storePage(page(3, { epoch: 5 }), 140_000);
      same('a pull after it counts for nothing', await batchOf(store, 100, 150_000), [opId(1)]);
    },
  },
  {
    name: '[PULL7] an epoch that fits into one page sweeps in the same step',
    async run({ store, dossiers }) {
      await store.storePage(page(9, { rows: [row('a', 'visit-1', 9), row('b', 'visit-2', 8)] }), 1);
      await store.storePage(page(2, { epoch: 2, rows: [row('b', 'visit-2', 2, 2)] }), 2);
      same('dossiers', await dossiers(), { 'dossier-b': { 'visit-2': 2 } });
    },
  },
  {
    name: '[DIG2] the digest agrees after new, changed, repeated and forgotten rows',
    async run({ store }) {
      const first = [row('a', 'visit-1', 1), row('a', 'visit-2', 2), row('b', 'visit-3', 3)];
      same('new', await store.storePage(page(3, { rows: first, digest: digestOf(first) }), 1), { kind: 'stored', digestAgrees: true });
      const second = [row('a', 'visit-1', 4), row('a', 'visit-2', 2), row('b', 'visit-3', 3)];
      same('changed', await store.storePage(page(4, { rows: second.slice(0, 2), digest: digestOf(second) }), 2), { kind: 'stored', digestAgrees: true });
      same('forgotten', await store.storePage(page(5, { forget: [d('a')], digest: digestOf(second.slice(2)) }), 3), { kind: 'stored', digestAgrees: true });
    },
  },
  {
    name: '[DIG3] a digest that differs starts over, drops nothing before it is whole, and does so once',
    async run({ store, dossiers }) {
      const [one, two] = [row('a', 'visit-1', 1), row('b', 'visit-2', 2)];
      await store.storePage(page(1, { rows: [one] }), 1);
      const digest = digestOf([two]);
      same('differs', await store.storePage(page(2, { digest }), 2), { kind: 'starts-over' });
      same('position', await store.position(), { epoch: 1, cursor: 0, lastPullAtMs: 2 });
      same('meanwhile', await dossiers(), { 'dossier-a': { 'visit-1': 1 } });
      same('again', await store.storePage(page(2, { rows: [two], digest: 'never equal' }), 3), { kind: 'stored', digestAgrees: false });
      same('swept', await dossiers(), { 'dossier-b': { 'visit-2': 2 } });
      same('once', await store.storePage(page(2, { digest: 'never equal' }), 4), { kind: 'stored', digestAgrees: false });
      same('until it agrees', await store.storePage(page(3, { digest }), 5), { kind: 'stored', digestAgrees: true });
    },
  },
  {
    name: '[WIN3] a page that was asked for from another position counts for nothing',
    async run({ store, dossiers, lay, outbox }) {
      await lay(work(1));
      await store.storePage(page(5, { rows: [row('a', 'visit-1', 5)] }), 1);
      const stale = page(4, { rows: [row('b', 'visit-2', 4)], outcomes: [applied(work(1), 4)], forget: [d('a')] });
      same('cursor', await store.storePage(stale, 2, { epoch: 1, cursor: 2 }), { kind: 'overtaken' });
      same('epoch', await store.storePage(stale, 2, { epoch: null, cursor: 5 }), { kind: 'overtaken' });
      same('dossiers', await dossiers(), { 'dossier-a': { 'visit-1': 5 } });
      same('outbox', await outbox(), [[opId(1), 'waiting']]);
      same('position', await store.position(), { epoch: 1, cursor: 5, lastPullAtMs: 1 });
      same('right place', await store.storePage(page(6), 3, { epoch: 1, cursor: 5 }), { kind: 'stored', digestAgrees: null });
    },
  },
  {
    name: '[WIN3] of two loops that store a page at the same moment, one is overtaken',
    async run({ store, another, dossiers }) {
      const other = another();
      await store.storePage(page(1, { rows: [row('a', 'visit-1', 1)] }), 1);
      const [one, two] = await Promise.all([store.storePage(page(2, { rows: [row('a', 'visit-2', 2)] }), 2), other.storePage(page(3, { rows: [row('a', 'visit-3', 3)] }), 2)]);
      same('outcomes', [one.kind, two.kind].sort(), ['overtaken', 'stored']);
      same('records', Object.keys((await dossiers())['dossier-a'] ?? {}).length, 2);
    },
  },
  {
    name: '[WIN3] a loop that goes on after another one stored a page loses nothing of that page',
    async run({ store, another, dossiers }) {
      await store.storePage(page(1, { rows: [row('a', 'visit-1', 1)] }), 1);
      await another().storePage(page(2, { rows: [row('b', 'visit-2', 2)] }), 2);
      await store.storePage(page(3, { rows: [row('b', 'visit-3', 3)] }), 3);
      same('dossiers', await dossiers(), { 'dossier-a': { 'visit-1': 1 }, 'dossier-b': { 'visit-2': 2, 'visit-3': 3 } });
    },
  },
];
