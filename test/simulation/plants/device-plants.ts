import type { OpId } from '#shared/domain/ids.ts';
import type { DeviceStore, PullPage } from '#shared/sync/ports.ts';
import type { Outcome } from '#shared/sync/protocol.ts';
import type { DeskWindow } from '../world/desk-window.ts';
import { signWith } from '../world/fake-seals.ts';
import type { Plant } from './plant.ts';

const stateOf = (window: DeskWindow) => window.profile.disk.state;
const withoutOutbox = (window: DeskWindow, goes: (opId: OpId) => boolean) => {
  const { disk } = window.profile;
  disk.commit({ ...disk.state, outbox: new Map([...disk.state.outbox].filter(([opId]) => !goes(opId))) }, 'relaxed');
};

/** Changes what is stored of a page before it is stored. */
const withPage = (change: (page: PullPage, window: DeskWindow) => PullPage) => (store: DeviceStore, window: DeskWindow): DeviceStore => ({
  ...store,
  storePage: (page, nowMs, madeFor) => store.storePage(change(page, window), nowMs, madeFor),
});

/** Mistakes in what a device does with its memory and with what it hears. The first four are named in RELIABILITY. */
export const devicePlants: readonly Plant[] = [
  {
    name: 'skip-rows-with-pending-work',
    what: 'a pull leaves out the rows that unsent work is about',
    device: () => ({
      wrapStore: withPage((page, window) => {
        const pending = new Set<string>([...stateOf(window).outbox.values()].map((entry) => entry.operation.record.recordId));
        return { ...page, dossiers: page.dossiers.map((dossier) => ({ ...dossier, records: dossier.records.filter((record) => !pending.has(record.recordId)) })) };
      }),
    }),
  },
  {
    name: 'stale-page-overwrites',
    what: 'an answer that was overtaken on the way is stored wherever the device stands, over newer rows',
    device: () => ({
      wrapStore: (store, window) => ({
        ...store,
        storePage: async (page, nowMs) => {
          const { disk } = window.profile;
          await window.turn();
          // As if what is here were no newer than what arrives.
          const dossiers = new Map(disk.state.dossiers);
          for (const { dossierId, records } of page.dossiers) {
            const copy = dossiers.get(dossierId);
            const arrived = new Set(records.map((record) => record.recordId));
            if (copy !== undefined) dossiers.set(dossierId, { ...copy, records: [...copy.records.filter((record) => !arrived.has(record.recordId)), ...records] });
          }
          disk.commit({ ...disk.state, dossiers }, 'relaxed');
          return store.storePage(page, nowMs);
        },
      }),
    }),
  },
  {
    name: 'page-stored-anywhere',
    what: 'a window that froze and woke stores its old answer where the device stands by now',
    story: 'frozen-leader',
    device: () => ({ wrapStore: (store) => ({ ...store, storePage: (page, nowMs) => store.storePage(page, nowMs) }) }),
  },
  {
    name: 'acknowledgement-empties-outbox',
    what: 'an answer to one batch throws away everything that waits',
    device: () => ({
      wrapStore: (store, window) => ({
        ...store,
        noteReceived: async (opIds) => {
          await store.noteReceived(opIds);
          if (opIds.length > 0) withoutOutbox(window, () => true);
        },
      }),
    }),
  },
  {
    name: 'cursor-jumps-past-cut-page',
    what: 'of an answer that was cut the whole lines are stored, and the cursor of the uncut one is believed',
    device: (world) => ({
      wrapStore: withPage((page, window) => {
        if (!world.dice.chance(0.02) || page.dossiers.length === 0) return page;
        world.note(window, 'planted: a cut page is taken for whole');
        return { ...page, dossiers: page.dossiers.slice(0, -1) };
      }),
    }),
  },
  {
    name: 'received-is-settled',
    what: 'the answer `received` is taken for the outcome',
    device: () => ({
      wrapStore: (store, window) => ({
        ...store,
        noteReceived: async (opIds) => {
          await window.turn();
          withoutOutbox(window, (opId) => opIds.includes(opId));
        },
      }),
    }),
  },
  {
    name: 'outcomes-before-rows',
    what: 'outcomes are stored in a transaction before the one with the rows',
    device: () => ({
      wrapStore: (store, window) => ({
        ...store,
        storePage: async (page, nowMs, madeFor) => {
          const { disk } = window.profile;
          await window.turn();
          const settled = page.outcomes.filter((outcome): outcome is Extract<Outcome, { outcome: 'applied' }> => outcome.outcome === 'applied' && disk.state.outbox.has(outcome.opId));
          if (settled.length > 0) {
            const { outbox } = disk.state;
            const receipts = new Map(disk.state.receipts);
            for (const { opId, recordId, n, receivedAtMs } of settled) {
              const dossierId = outbox.get(opId)?.operation.record.dossierId;
              if (dossierId !== undefined) receipts.set(opId, { settled: 'applied', recordId, dossierId, n, epoch: page.epoch, receivedAtMs });
            }
            const left = new Map([...outbox].filter(([opId]) => !receipts.has(opId)));
            // The position is written as well, as any transaction of the store would.
            disk.commit({ ...disk.state, outbox: left, receipts, position: { ...disk.state.position } }, 'relaxed');
          }
          return store.storePage(page, nowMs, madeFor);
        },
      }),
    }),
  },
  {
    name: 'retry-changes-id',
    what: 'an operation that was not answered is sent again under a new id',
    device: () => {
      const sent = new Set<OpId>();
      return {
        wrapTransport: (transport, window) => ({
          ...transport,
          push: (batch, epoch) =>
            transport.push(batch.map((operation) => {
              const again = sent.has(operation.opId);
              sent.add(operation.opId);
              return again ? signWith(window.profile.secret, { ...operation, opId: window.dice.uuid() as OpId }) : operation;
            }), epoch),
        }),
      };
    },
  },
  {
    name: 'journal-before-commit',
    what: 'the line is written before the transaction, and not taken back when that fails',
    device: () => ({
      beforeCommit: async (window, operation, keptAtMs) => {
        await window.journal?.append(operation, keptAtMs).catch(() => undefined);
      },
    }),
  },
  {
    name: 'forget-before-push',
    what: 'when a dossier leaves the rights its unsent work goes with it',
    story: 'lost-reach',
    device: () => ({
      wrapStore: (store, window) => ({
        ...store,
        storePage: async (page, nowMs, madeFor) => {
          const stored = await store.storePage(page, nowMs, madeFor);
          const gone = new Set<string>(page.forget);
          const { outbox } = stateOf(window);
          if (gone.size > 0) withoutOutbox(window, (opId) => gone.has(outbox.get(opId)?.operation.record.dossierId ?? ''));
          return stored;
        },
      }),
    }),
  },
  {
    name: 'refused-work-vanishes',
    what: 'a refusal leaves the list without anybody having seen it',
    device: () => ({
      wrapStore: (store, window) => ({
        ...store,
        storePage: async (page, nowMs, madeFor) => {
          const stored = await store.storePage(page, nowMs, madeFor);
          const refused = new Set(page.outcomes.flatMap((outcome) => (outcome.outcome === 'refused' ? [outcome.opId] : [])));
          if (refused.size > 0) withoutOutbox(window, (opId) => refused.has(opId));
          return stored;
        },
      }),
    }),
  },
  {
    name: 'never-offered-again',
    what: 'what the server once received is not sent again, whatever became of it',
    device: () => ({ wrapStore: (store) => ({ ...store, requeueReceived: () => Promise.resolve() }) }),
  },
  {
    name: 'journal-never-restores',
    what: 'at a start the journal is read, but nothing is put back',
    device: () => ({ wrapWork: (work) => ({ ...work, putBack: () => Promise.resolve() }) }),
  },
  {
    name: 'rebuild-swept-later',
    what: 'what a rebuild did not confirm goes in a transaction after the one that calls it whole',
    story: 'restored-day',
    device: () => ({
      wrapStore: (store, window) => ({
        ...store,
        storePage: async (page, nowMs, madeFor) => {
          const { disk } = window.profile;
          const before = disk.state;
          const stored = await store.storePage(page, nowMs, madeFor);
          if (!before.position.rebuilding || disk.state.position.rebuilding || stored.kind !== 'stored') return stored;
          const unconfirmed = [...before.dossiers].filter(([dossierId, copy]) => copy.generation < before.position.generation && !disk.state.dossiers.has(dossierId));
          if (unconfirmed.length === 0) return stored;
          disk.commit({ ...disk.state, dossiers: new Map([...disk.state.dossiers, ...unconfirmed]) }, 'relaxed');
          await window.turn();
          const gone = new Set(unconfirmed.map(([dossierId]) => dossierId));
          disk.commit({ ...disk.state, dossiers: new Map([...disk.state.dossiers].filter(([dossierId]) => !gone.has(dossierId))) }, 'relaxed');
          return stored;
        },
      }),
    }),
  },
  {
    name: 'restored-server-is-believed',
    what: 'what a server settled before it was restored counts as settled for ever',
    device: () => ({
      wrapWork: (work) => ({
        ...work,
        read: async () => {
          const found = await work.read();
          const epoch = found.server?.epoch ?? 0;
          return { ...found, receipts: new Map([...found.receipts].map(([opId, receipt]) => [opId, { ...receipt, epoch }])) };
        },
      }),
    }),
  },
  {
    name: 'restored-versions-are-named',
    what: 'what is offered again names versions that the restored server gave to the same hand, and lost',
    story: 'restored-day',
    device: () => ({
      wrapWork: (work) => ({
        ...work,
        read: async () => {
          const found = await work.read();
          // Settled all the same, but by nothing that was given a version.
          return { ...found, receipts: new Map([...found.receipts].map(([opId, receipt]) => [opId, receipt.settled === 'applied' && receipt.epoch !== found.server?.epoch ? { ...receipt, settled: 'handed-over' as const } : receipt])) };
        },
      }),
    }),
  },
  {
    name: 'list-stays-behind',
    what: 'what lies in the list stays there when its dossier leaves the rights',
    story: 'lost-reach',
    device: () => ({
      wrapStore: (store, window) => ({
        ...store,
        storePage: async (page, nowMs, madeFor) => {
          const { disk } = window.profile;
          const inTheList = new Map([...disk.state.outbox].filter(([, entry]) => entry.state === 'conflict' || entry.state === 'refused'));
          const stored = await store.storePage(page, nowMs, madeFor);
          const outbox = new Map(disk.state.outbox);
          for (const [opId, entry] of inTheList) if (outbox.get(opId)?.state === 'waiting') outbox.set(opId, entry);
          disk.commit({ ...disk.state, outbox }, 'relaxed');
          return stored;
        },
      }),
    }),
  },
];
