import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import { ContentLost, contentChunkBytes, type ContentStore } from '#shared/sync/content-port.ts';

export interface LaidContent {
  readonly attachmentId: RecordId;
  readonly dossierId: DossierId;
  /** Null once a record names it. */
  readonly draftId: string | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
  readonly addedAtMs: number;
}

/** The contents of one device, and what around them decides over them. */
export interface ContentMemory {
  readonly store: ContentStore;
  /** As adding and keeping do: a `draft` while it has the id of one. */
  readonly lay: (content: LaidContent) => Promise<void>;
  readonly harm: (attachmentId: RecordId, what: 'facts' | 'first piece' | 'first piece away') => Promise<void>;
  /** The file is on this device, or was forgotten. */
  readonly file: (dossierId: DossierId, isHere: boolean) => Promise<void>;
  readonly draft: (draftId: string, isHere: boolean) => Promise<void>;
  /** The operation of its record waits, or does no longer. */
  readonly operation: (attachmentId: RecordId, waits: boolean) => Promise<void>;
  readonly receipt: (attachmentId: RecordId, receipt: { readonly n: number; readonly epoch: number; readonly receivedAtMs: number }) => Promise<void>;
  /** What the last pull said. */
  readonly pulled: (position: { readonly epoch: number; readonly serverTimeMs: number; readonly backedUpThrough: number }) => Promise<void>;
  readonly states: () => Promise<Readonly<Record<string, string>>>;
  readonly sentBytes: (attachmentId: RecordId) => Promise<number>;
  /** Of all contents [count]. */
  readonly pieces: () => Promise<number>;
}

export interface ContentStoreCase {
  readonly name: string;
  run(memory: ContentMemory): Promise<void>;
}

const a = 'photo-a' as RecordId;
const b = 'photo-b' as RecordId;
const file = 'dossier-a' as DossierId;
const dayMs = 24 * 3_600_000;

function bytesOf(sizeBytes: number, mark: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: sizeBytes }, (_, index) => (index * 31 + mark) % 251);
}

const content = (attachmentId: RecordId, change: Partial<LaidContent> = {}): LaidContent => ({
  attachmentId, dossierId: file, draftId: null, bytes: bytesOf(2_000, attachmentId.length), sha256: attachmentId.padEnd(64, '0'), addedAtMs: attachmentId === a ? 2 : 1, ...change,
});

/** Runs in vitest and in a page of a real browser, so it brings its own comparison. @throws Error that tells both sides */
function same(what: string, found: unknown, expected: unknown): void {
  const [one, other] = [found, expected].map((value) => JSON.stringify(value));
  if (one !== other) throw new Error(`${what}: expected ${other}, found ${one}`);
}

const waitingIn = async (store: ContentStore) => (await store.waiting()).map(({ attachmentId }) => attachmentId);

/** What every device's store of contents must do, by the rules of shared/sync/SPEC.md. */
export const contentStoreCases: readonly ContentStoreCase[] = [
  {
    name: '[ATT8] gives what was kept in the order of adding, as it went in, piece by piece; a draft is not sent',
    async run({ store, lay, file: lies }) {
      await lies(file, true);
      const bytes = bytesOf(2 * contentChunkBytes + 17, 5);
      // Neither the order of their names nor that of laying.
      await lay(content(a));
      await lay(content(b, { bytes }));
      await lay(content('photo-c' as RecordId, { draftId: 'draft-1', addedAtMs: 0 }));
      const [first, second, ...others] = await store.waiting();
      if (first === undefined || second === undefined) throw new Error('two wait');
      same('order', [first.attachmentId, second.attachmentId, others.length], [b, a, 0]);
      same('facts', [first.dossierId, first.mediaType, first.sha256, first.sizeBytes], [file, 'image/jpeg', content(b).sha256, bytes.length]);
      for (const index of [2, 0, 1]) {
        const piece = await first.readChunk(index);
        const expected = bytes.subarray(index * contentChunkBytes, (index + 1) * contentChunkBytes);
        same(`piece ${index}`, piece.length === expected.length && piece.every((byte, at) => byte === expected[at]), true);
      }
    },
  },
  {
    name: '[ATT10] what does not open is damaged, and the others go on',
    async run({ store, lay, harm, states }) {
      await lay(content(a));
      await lay(content(b));
      await harm(a, 'facts');
      same('waiting', await waitingIn(store), [b]);
      same('states', await states(), { [a]: 'damaged', [b]: 'kept' });
    },
  },
  {
    name: '[ATT8] a piece that is damaged or gone is lost, and said to be so',
    async run({ store, lay, harm }) {
      await lay(content(a));
      await lay(content(b));
      await harm(a, 'first piece');
      await harm(b, 'first piece away');
      for (const each of await store.waiting()) same(each.attachmentId, await each.readChunk(0).then(() => 'read', (error: unknown) => error instanceof ContentLost), true);
    },
  },
  {
    name: '[ATT5] what was settled is sent no more, says how much is there, and is settled once',
    async run({ store, lay, states, sentBytes }) {
      await lay(content(a));
      await lay(content(b));
      await store.noteSent(a, 800);
      same('under way', await sentBytes(a), 800);
      await store.settle(a, 'sent', 1);
      await store.settle(b, 'refused', 1);
      await store.settle(a, 'refused', 2);
      await store.settle('photo-unknown' as RecordId, 'sent', 2);
      same('states', await states(), { [a]: 'sent', [b]: 'refused' });
      same('bytes', [await sentBytes(a), await sentBytes(b)], [2_000, 0]);
      same('waiting', await waitingIn(store), []);
    },
  },
  {
    name: '[ATT9] stays a day after its receipt when a backup has its record, else 14 days; by the server’s clock alone',
    async run({ store, lay, file: lies, receipt, pulled, states, pieces }) {
      await lies(file, true);
      await pulled({ epoch: 1, serverTimeMs: 0, backedUpThrough: 5 });
      await lay(content(a, { bytes: bytesOf(contentChunkBytes + 1, 1) }));
      await lay(content(b));
      await store.settle(a, 'sent', 0);
      await store.settle(b, 'sent', 0);
      await store.tidy(100 * dayMs);
      same('without a receipt nothing goes', await states(), { [a]: 'sent', [b]: 'sent' });
      await receipt(a, { n: 5, epoch: 1, receivedAtMs: 0 });
      await receipt(b, { n: 6, epoch: 1, receivedAtMs: 0 });
      await pulled({ epoch: 1, serverTimeMs: dayMs - 1, backedUpThrough: 5 });
      await store.tidy(900 * dayMs);
      same('before a day', await states(), { [a]: 'sent', [b]: 'sent' });
      await pulled({ epoch: 1, serverTimeMs: dayMs, backedUpThrough: 5 });
      await store.tidy(0);
      same('after a day', await states(), { [b]: 'sent' });
      same('its pieces went with it', await pieces(), 1);
      await pulled({ epoch: 1, serverTimeMs: 14 * dayMs, backedUpThrough: 5 });
      await store.tidy(0);
      same('after 14 days', [await states(), await pieces()], [{}, 0]);
    },
  },
  {
    name: '[ATT9] nothing leaves while its operation waits; when its file was forgotten it goes as soon as that is over',
    async run({ store, lay, file: lies, operation, pulled, states }) {
      await lies(file, true);
      await pulled({ epoch: 1, serverTimeMs: 0, backedUpThrough: 0 });
      await lay(content(a));
      await operation(a, true);
      await store.settle(a, 'sent', 0);
      await lies(file, false);
      await store.tidy(1);
      same('waits', await states(), { [a]: 'sent' });
      await operation(a, false);
      await store.tidy(1);
      same('settled', await states(), {});
    },
  },
  {
    name: '[ATT9] a server that was restored is offered the content again, and a damaged one is not',
    async run({ store, lay, file: lies, pulled, states }) {
      await lies(file, true);
      await pulled({ epoch: 1, serverTimeMs: 0, backedUpThrough: 0 });
      await lay(content(a));
      await lay(content(b));
      await store.settle(a, 'sent', 0);
      await store.settle(b, 'damaged', 0);
      await pulled({ epoch: 2, serverTimeMs: 0, backedUpThrough: 0 });
      await store.tidy(1);
      same('states', await states(), { [a]: 'kept', [b]: 'damaged' });
      same('waiting', await waitingIn(store), [a]);
    },
  },
  {
    name: '[ATT1] what was settled while its operation still waits is asked about again after a minute, or when the clock was set back',
    async run({ store, lay, file: lies, operation, pulled, states }) {
      await lies(file, true);
      await pulled({ epoch: 1, serverTimeMs: 0, backedUpThrough: 0 });
      for (const [tidiedAtMs, state] of [[1_059_999, 'refused'], [1_060_000, 'kept'], [999_999, 'kept']] as const) {
        const attachmentId = `photo-${tidiedAtMs}` as RecordId;
        await lay(content(attachmentId));
        await operation(attachmentId, true);
        await store.settle(attachmentId, 'refused', 1_000_000);
        await store.tidy(tidiedAtMs);
        same(`at ${tidiedAtMs}`, (await states())[attachmentId], state);
        await store.settle(attachmentId, 'damaged', tidiedAtMs);
      }
    },
  },
  {
    name: '[FGT1] a photo that no record names goes with the file, as soon as no draft shows it',
    async run({ store, lay, file: lies, draft, states, pieces }) {
      await lies(file, true);
      await lay(content(a, { draftId: 'draft-1' }));
      await draft('draft-1', true);
      await store.tidy(1);
      await lies(file, false);
      await store.tidy(2);
      same('with its draft', await states(), { [a]: 'draft' });
      await draft('draft-1', false);
      await store.tidy(3);
      same('without', [await states(), await pieces()], [{}, 0]);
    },
  },
];
