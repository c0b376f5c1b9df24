// First: Dexie looks for IndexedDB when it is loaded.
import { pullPage, testDevice } from '../../support/device.ts';
import { expect, it } from 'vitest';
import type { OpId, RecordId } from '#shared/domain/ids.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import { createCipher } from '#renderer/data/db/cipher.ts';
import { toBase64 } from '#renderer/data/db/base64.ts';
import { keep } from '#renderer/data/commands/keep.ts';
import { createDexieDeviceStore } from '#renderer/data/db/dexie-device-store.ts';
import { createDexieKeptWork } from '#renderer/data/journal/kept-work.ts';
import { createLineSeal, journalSuite, type SealingParts } from '#renderer/data/journal/seal-line.ts';
import { startJournal } from '#renderer/data/journal/start-journal.ts';
import { openOutbox } from '#renderer/data/queries/open-outbox.ts';
import { dossierA, sanne, stored, visitGroups } from '../../fixtures/records.ts';
import { memoryJournalFile, memoryJournalFiles } from '../../support/memory-journal-file.ts';

const visitId = 'visit-1' as RecordId;

/** A device with its journal, that changes the note of one visit again and again, and a server that answers as the test says. */
async function atDesk() {
  const made = await testDevice();
  const dataKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const server = await journalSuite.GenerateKeyPair();
  const sealing: SealingParts = {
    dataKey, serverKey: { keyId: 'k1', publicKey: toBase64(await journalSuite.SerializePublicKey(server.publicKey)) }, identity: made.parts.identity, sign: (text) => Promise.resolve(toBase64(new TextEncoder().encode(text)).slice(0, 400)),
  };
  const cipher = createCipher(dataKey);
  const { database } = made;
  const file = memoryJournalFile();
  const start = () => startJournal({ work: createDexieKeptWork(database, cipher), userId: sanne, seal: createLineSeal(sealing), files: memoryJournalFiles(file, []) });
  const started = await start();
  const parts = { ...made.parts, cipher, writeSecondCopy: async (...line: Parameters<typeof made.parts.writeSecondCopy>) => started.journal?.append(...line).then(() => true) ?? false };
  const write = async (observations: string): Promise<OpId> => {
    const { facts, note } = visitGroups({ observations });
    const isNew = (await database.outbox.count()) + (await database.receipts.count()) === 0;
    const kept = await keep(parts, { record: { dossierId: dossierA, recordId: visitId, kind: 'visit' }, payload: (isNew ? { facts, note } : { note }) as unknown as Record<string, JsonValue>, draftId: null });
    if (!kept.ok) throw new Error('not kept');
    return kept.value.opId;
  };

  const store = createDexieDeviceStore(database, cipher);
  const visit = (n: number, epoch: number): StoredRecord => stored('visit', visitId, visitGroups(), { n, epoch });
  /** The server applied it, and so stands at n. */
  const applied = (opId: OpId, n: number, epoch = 1) =>
    store.storePage(pullPage({ epoch, cursor: n, dossiers: [{ dossierId: dossierA, records: [visit(n, epoch)] }], outcomes: [{ outcome: 'applied', opId, recordId: visitId, n, receivedAtMs: n }] }), 1);
  const outbox = async () => (await openOutbox(cipher, await database.outbox.toArray())).map(({ operation }) => ({ opId: operation.opId, base: operation.baseVersions['note'], signature: operation.signature }));
  return { database, started, start, write, applied, outbox, restored: (epoch: number) => store.storePage(pullPage({ epoch, cursor: 1 }), 2) };
}

it('[JRN15] [JRN10] what one person changed again and again is offered to a restored server as it was built: before what waits, and each on the one before', async () => {
  const { started, write, applied, outbox, restored } = await atDesk();
  const one = await write('Eerst');
  await applied(one, 10);
  const two = await write('Toen');
  await applied(two, 12);
  const three = await write('Daarna, en nog niet verstuurd');
  expect(await outbox()).toMatchObject([{ opId: three, base: { epoch: 1, n: 12 } }]);
  const [before] = await outbox();

  await restored(2);
  expect(await started.compareAgain()).toBe(2);
  const offered = await outbox();
  expect(offered).toMatchObject([{ opId: one, base: null }, { opId: two, base: { afterOp: one } }, { opId: three, base: { afterOp: two } }]);
  expect(offered[2]?.signature).not.toBe(before?.signature);
});

it('[JRN15] also when the server is restored twice, and the first of them was given another version in between', async () => {
  const { database, started, start, write, applied, outbox, restored } = await atDesk();
  const one = await write('Eerst');
  await applied(one, 10);
  await restored(2);
  await started.compareAgain();
  await applied(one, 4, 2);
  // Made on a screen that still showed the first server's version.
  const two = await write('Toen');
  expect((await database.receipts.get(one))?.given).toEqual([{ epoch: 1, n: 10 }]);
  await applied(two, 5, 2);
  await restored(3);
  await start();
  expect(await outbox()).toMatchObject([{ opId: one, base: null }, { opId: two, base: { afterOp: one } }]);
});

it('[JRN15] what names no version of the person’s own work keeps its bases and its signature', async () => {
  const { started, write, applied, outbox, restored, database } = await atDesk();
  const one = await write('Eerst');
  await applied(one, 10);
  await database.receipts.clear();
  const mine = await write('Op wat een ander schreef');
  const before = (await outbox()).find(({ opId }) => opId === mine);
  await restored(2);
  await started.compareAgain();
  expect((await outbox()).find(({ opId }) => opId === mine)).toEqual(before);
});
