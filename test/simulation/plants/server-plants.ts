import type { OpId } from '#shared/domain/ids.ts';
import type { SignedOperation } from '#shared/sync/operation.ts';
import type { ServerSnapshot, ServerStore, ServerTransaction } from '#server/sync/server-store.ts';
import { verifyFake } from '../world/fake-seals.ts';
import type { Plant } from './plant.ts';

const withTransaction = (change: (transaction: ServerTransaction) => Partial<ServerTransaction>) => (store: ServerStore): ServerStore => ({
  read: (principal, work) => store.read(principal, work),
  write: (principal, work) => store.write(principal, (transaction) => work({ ...transaction, ...change(transaction) })),
});

const withSnapshot = (change: (snapshot: ServerSnapshot) => Partial<ServerSnapshot>) => (store: ServerStore): ServerStore => ({
  write: (principal, work) => store.write(principal, work),
  read: (principal, work) => store.read(principal, (snapshot) => work(passOn(snapshot, change(snapshot)))),
});

/** The memory's snapshot has its methods on its class. */
const passOn = (snapshot: ServerSnapshot, change: Partial<ServerSnapshot>): ServerSnapshot =>
  new Proxy(snapshot, {
    get: (target, name) => {
      const replaced: unknown = Reflect.get(change, name);
      if (replaced !== undefined) return replaced;
      const own: unknown = Reflect.get(target, name);
      return typeof own === 'function' ? (own.bind(target) as unknown) : own;
    },
  });

/** Mistakes in what the server does. The first is named in RELIABILITY. */
export const serverPlants: readonly Plant[] = [
  {
    name: 'repeat-not-recognised',
    what: 'an operation that was decided before is decided again',
    server: () => ({
      wrapStore: withTransaction((transaction) => ({
        load: async (wanted) => ({ ...(await transaction.load(wanted)), operations: [] }),
      })),
    }),
  },
  {
    name: 'versions-without-epoch',
    what: 'the n of a version is compared, not its epoch',
    story: 'restored-day',
    server: (world) => ({
      verify: () => Promise.resolve(true),
      wrapBatch: (operations) =>
        (operations as readonly SignedOperation[]).map((operation) => {
          const current = world.server.shelf.records.get(operation.record.recordId)?.record.groups ?? {};
          const bases = Object.entries(operation.baseVersions).map(([group, base]) => {
            const now = current[group]?.version;
            return [group, base !== null && 'n' in base && base.n === now?.n ? now : base] as const;
          });
          return { ...operation, baseVersions: Object.fromEntries(bases) };
        }),
    }),
  },
  {
    name: 'last-writer-wins',
    what: 'whoever comes last goes over what they never saw',
    server: (world) => ({
      verify: () => Promise.resolve(true),
      wrapBatch: (operations) =>
        (operations as readonly SignedOperation[]).map((operation) => {
          const current = world.server.shelf.records.get(operation.record.recordId)?.record.groups ?? {};
          return { ...operation, baseVersions: Object.fromEntries(Object.keys(operation.payload).map((group) => [group, current[group]?.version ?? null])) };
        }),
    }),
  },
  {
    name: 'outcomes-only-once',
    what: 'an outcome is handed out with one answer and never again, though that answer was lost',
    server: () => {
      const told = new Set<string>();
      return {
        wrapStore: withSnapshot((snapshot) => ({
          deliveries: async (deviceId, after, limit) => {
            const all = await snapshot.deliveries(deviceId, after, limit);
            const fresh = all.filter((delivery) => !told.has(delivery.text));
            for (const delivery of fresh) told.add(delivery.text);
            return fresh;
          },
        })),
      };
    },
  },
  {
    name: 'row-of-the-cursor-is-skipped',
    what: 'a page begins one row too late',
    server: () => ({
      wrapStore: withSnapshot((snapshot) => ({
        rows: async (after, limit) => {
          const { rows, complete } = await snapshot.rows(after, limit);
          return { rows: after === 0 ? rows : rows.filter((row) => row.n > after + 1), complete };
        },
      })),
    }),
  },
  {
    name: 'forget-is-not-told',
    what: 'a person who lost the right to a dossier is not told to forget it',
    server: () => ({ wrapStore: withSnapshot(() => ({ forgets: () => Promise.resolve([]) })) }),
  },
  {
    name: 'half-a-batch-stays',
    what: 'a server that dies keeps what it had written so far, and knows nothing of the rest',
    server: (world) => ({
      wrapStore: withTransaction((transaction) => ({
        store: async (changes) => {
          // The operations themselves are forgotten now and then; their effect is not.
          const forgets = world.server.weather.dieAfterCommit > 0 && changes.operations.length > 0;
          await transaction.store(forgets ? { ...changes, operations: [] } : changes);
        },
      })),
    }),
  },
  {
    name: 'audit-is-silent',
    what: 'what was refused or handed over leaves no line in the audit',
    server: () => ({ wrapStore: withTransaction((transaction) => ({ store: (changes) => transaction.store({ ...changes, audit: [] }) })) }),
  },
  {
    name: 'audit-loses-a-line',
    what: 'somebody takes a line out of the audit after it was written',
    server: (world) => ({
      wrapStore: (store) => ({
        read: (principal, work) => store.read(principal, work),
        write: async (principal, work) => {
          const value = await store.write(principal, work);
          const { shelf } = world.server;
          if (shelf.audit.length > 2 && world.dice.chance(0.1)) world.server.store.shelf = { ...shelf, audit: shelf.audit.toSpliced(1, 1) };
          return value;
        },
      }),
    }),
  },
  {
    name: 'evidence-is-rewritten',
    what: 'what is kept of an operation is not what its device signed',
    server: () => ({
      wrapStore: withTransaction((transaction) => ({
        store: (changes) => transaction.store({ ...changes, operations: changes.operations.map((decided) => ({ ...decided, evidence: JSON.stringify({ ...decided.operation, authoredAtMs: 0 }) })) }),
      })),
    }),
  },
  {
    name: 'forged-work-is-believed',
    what: 'a signature is not looked at: anybody may send in the name of anybody',
    server: (world) => {
      let forged = 0;
      return {
        verify: () => Promise.resolve(true),
        wrapBatch: (operations) => {
          const [first] = operations as readonly SignedOperation[];
          if (first === undefined || !world.dice.chance(0.05)) return operations;
          forged += 1;
          const opId = `00000000-0000-4000-8000-${String(forged).padStart(12, '0')}` as OpId;
          return [...operations, { ...first, opId, signature: 'forged' }];
        },
      };
    },
  },
];

/** What must not be found: forged work that the real check refuses. */
export const forgedWorkArrives: Plant = {
  name: 'control-forged-work-is-refused',
  what: 'no mistake: the same forgery against the real check',
  server: (world) => {
    const believed = serverPlants.find((plant) => plant.name === 'forged-work-is-believed')?.server?.(world);
    return { ...(believed?.wrapBatch === undefined ? {} : { wrapBatch: believed.wrapBatch }), verify: verifyFake };
  },
};
