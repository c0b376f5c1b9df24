// First: Dexie looks for IndexedDB when it is loaded.
import { pullPage, testDevice, type TestDevice } from '../../support/device.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OpId, RecordId } from '#shared/domain/ids.ts';
import type { JournalFile } from '#shared/sync/journal/journal-port.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import { readJournal } from '#shared/sync/journal/journal-line.ts';
import { createCipher } from '#renderer/data/db/cipher.ts';
import { toBase64 } from '#renderer/data/db/base64.ts';
import { keep } from '#renderer/data/commands/keep.ts';
import { createDexieKeptWork } from '#renderer/data/journal/kept-work.ts';
import { DatabaseUnusable, startJournal, type StartedJournal } from '#renderer/data/journal/start-journal.ts';
import { createLineSeal, journalSuite, type SealingParts } from '#renderer/data/journal/seal-line.ts';
import { dossierA, sanne, visitGroups } from '../../fixtures/records.ts';
import { memoryJournalFile, memoryJournalFiles } from '../../support/memory-journal-file.ts';

let sealing: SealingParts;
beforeAll(async () => {
  const server = await journalSuite.GenerateKeyPair();
  sealing = {
    dataKey: await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    serverKey: { keyId: 'k1', publicKey: toBase64(await journalSuite.SerializePublicKey(server.publicKey)) },
    sign: () => Promise.resolve('c2lnbmVk'),
    identity: { userId: sanne, deviceId: '00000000-0000-4000-8000-000000000001' as SealingParts['identity']['deviceId'] },
  };
});

/** A device whose boxes open with the key that the journal is sealed for, as in the product. */
async function device(): Promise<TestDevice> {
  const made = await testDevice();
  return { ...made, cipher: createCipher(sealing.dataKey), parts: { ...made.parts, cipher: createCipher(sealing.dataKey) } };
}

const start = ({ database, cipher }: TestDevice, own: JournalFile, abandoned: readonly JournalFile[] = []) =>
  startJournal({ work: createDexieKeptWork(database, cipher), userId: sanne, seal: createLineSeal(sealing), files: memoryJournalFiles(own, abandoned) });

async function keepVisit({ parts }: TestDevice, started: StartedJournal | null, recordId: string) {
  const { journal } = started ?? { journal: null };
  const writeSecondCopy: TestDevice['parts']['writeSecondCopy'] = async (operation, keptAtMs) => {
    if (journal === null) return false;
    return journal.append(operation, keptAtMs).then(() => true, () => false);
  };
  const kept = await keep({ ...parts, writeSecondCopy }, { record: { dossierId: dossierA, recordId: recordId as RecordId, kind: 'visit' }, payload: visitGroups() as unknown as Record<string, JsonValue>, draftId: null });
  if (!kept.ok) throw new Error('not kept');
  return kept.value;
}

describe('the journal at a start', () => {
  it('[F12] [JRN5] a database that came back empty gets its unsent work back, in order and under the same ids', async () => {
    const file = memoryJournalFile();
    const before = await device();
    const started = await start(before, file);
    const ids = [];
    for (const name of ['visit-1', 'visit-2', 'visit-3']) ids.push((await keepVisit(before, started, name)).opId);

    const after = await device();
    const again = await start(after, file);
    expect(again).toMatchObject({ restored: 3, unopened: 0 });
    const rows = await after.database.outbox.orderBy('order').toArray();
    expect(rows.map((row) => row.opId)).toEqual(ids);
    expect(rows.map((row) => row.state)).toEqual(['waiting', 'waiting', 'waiting']);
    expect(readJournal(file.text()).lines).toHaveLength(3);
  });

  it('[F13] [JRN5] a database that the browser threw away while the window is open gets it back at once, without waiting for a pull', async () => {
    const made = await device();
    const started = await start(made, memoryJournalFile());
    const kept = await keepVisit(made, started, 'visit-1');
    expect(await started.putBack()).toBe(0);
    await Promise.all(made.database.tables.map((table) => table.clear()));
    expect(await started.compareAgain()).toBe(0);
    expect(await started.putBack()).toBe(1);
    expect((await made.database.outbox.toArray()).map((row) => [row.opId, row.state])).toEqual([[kept.opId, 'waiting']]);
  });

  it('[JRN5] kept work without a line gets its second copy at the next start', async () => {
    const file = memoryJournalFile();
    const made = await device();
    const kept = await keepVisit(made, null, 'visit-1');
    expect(kept.secondCopy).toBe(false);
    expect(await start(made, file)).toMatchObject({ restored: 0 });
    expect(readJournal(file.text()).lines.map((line) => line.opId)).toEqual([kept.opId]);
  });

  it('[F13] [JRN1] a disk that refuses the line is told, and the visit is kept all the same', async () => {
    const file = memoryJournalFile();
    const made = await device();
    const started = await start(made, file);
    file.refuseAfter(10);
    expect((await keepVisit(made, started, 'visit-1')).secondCopy).toBe(false);
    expect(await made.database.outbox.count()).toBe(1);
  });

  it('[JRN7] takes over what closed windows left, and empties their files only then', async () => {
    const left = memoryJournalFile();
    const other = await device();
    await keepVisit(other, await start(other, left), 'visit-1');

    const own = memoryJournalFile();
    const made = await device();
    expect(await start(made, own, [left])).toMatchObject({ restored: 1 });
    expect(left.text()).toBe('');
    expect(readJournal(own.text()).lines).toHaveLength(1);
  });

  it('a settled operation is not brought back, also not one that was offered again', async () => {
    const file = memoryJournalFile();
    const made = await device();
    const kept = await keepVisit(made, await start(made, file), 'visit-1');
    await made.store.storePage(
      { epoch: 1, serverTimeMs: 0, cursor: 1, more: false, remaining: 0, dossiers: [], forget: [], backedUpThrough: 0, digest: null, outcomes: [{ outcome: 'applied', opId: kept.opId, recordId: kept.recordId, n: 1, receivedAtMs: 1 }] },
      1,
    );
    expect(await start(made, file)).toMatchObject({ restored: 0 });
    expect(await made.database.outbox.count()).toBe(0);
  });

  it('without any place outside the database it says that there is no second copy', async () => {
    const made = await device();
    const started = await startJournal({ work: createDexieKeptWork(made.database, made.cipher), userId: sanne, seal: createLineSeal(sealing), files: { claim: () => Promise.reject(new Error('private window')) } });
    expect(started.journal).toBeNull();
  });

  it('[F13] [JRN5] a journal that cannot be mended because the disk is full is still read', async () => {
    const file = memoryJournalFile();
    const before = await device();
    const kept = await keepVisit(before, await start(before, file), 'visit-1');
    const torn = memoryJournalFile(`${file.text()}half a line`);
    torn.refuseAfter(0);
    const after = await device();
    expect(await start(after, torn)).toMatchObject({ restored: 1, complete: true });
    expect((await after.database.outbox.toArray()).map((row) => row.opId)).toEqual([kept.opId]);
  });

  it('[JRN5] a database that refuses what the journal gives back is not opened', async () => {
    const file = memoryJournalFile();
    const before = await device();
    await keepVisit(before, await start(before, file), 'visit-1');
    const after = await device();
    const work = { ...createDexieKeptWork(after.database, after.cipher), putBack: () => Promise.reject(new Error('the disk is full')) };
    await expect(startJournal({ work, userId: sanne, seal: createLineSeal(sealing), files: memoryJournalFiles(file) })).rejects.toThrow(DatabaseUnusable);
  });

  it('[JRN6] [JRN7] settled work of a closed window moves into this one: a restored server may ask for it', async () => {
    const left = memoryJournalFile();
    const made = await device();
    const kept = await keepVisit(made, await start(made, left), 'visit-1');
    await made.store.storePage(appliedPage(kept, 1), 1);
    const own = memoryJournalFile();
    expect(await start(made, own, [left])).toMatchObject({ restored: 0, complete: true });
    expect(left.text()).toBe('');
    expect(readJournal(own.text()).lines.map((line) => line.opId)).toEqual([kept.opId]);
  });

  it('[JRN2] [JRN7] what nobody here can open stays in its file: the server can', async () => {
    const left = memoryJournalFile();
    const other = await device();
    const foreign = { ...sealing, dataKey: await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']) };
    const work = createDexieKeptWork(other.database, other.cipher);
    await keepVisit(other, await startJournal({ work, userId: sanne, seal: createLineSeal(foreign), files: memoryJournalFiles(left) }), 'visit-1');
    const made = await device();
    expect(await start(made, memoryJournalFile(), [left])).toMatchObject({ restored: 0, unopened: 1 });
    expect(readJournal(left.text()).lines).toHaveLength(1);
  });

  it('[F10] [JRN10] a server that was restored is offered again what it settled, also while the window is open', async () => {
    const file = memoryJournalFile();
    const made = await device();
    const started = await start(made, file);
    const kept = await keepVisit(made, started, 'visit-1');
    await made.store.storePage(appliedPage(kept, 1), 1);
    expect(await started.compareAgain()).toBe(0);
    await made.store.storePage(pullPage({ epoch: 2 }), 2);
    expect((await made.database.position.get('position'))?.journalEpoch).toBe(1);
    expect(await started.compareAgain()).toBe(1);
    expect((await made.database.outbox.toArray()).map((row) => [row.opId, row.state])).toEqual([[kept.opId, 'waiting']]);
    expect((await made.database.position.get('position'))?.journalEpoch).toBe(2);
    expect(await started.compareAgain()).toBe(0);
  });

  it('[F10] [F13] [JRN10] what a full disk did not let it offer again is offered after the next pull, also when another window has noted the comparison since', async () => {
    const made = await device();
    const dexie = createDexieKeptWork(made.database, made.cipher);
    let isFull = false;
    const putBack: typeof dexie.putBack = (...lost) => (isFull ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : dexie.putBack(...lost));
    const started = await startJournal({ work: { ...dexie, putBack }, userId: sanne, seal: createLineSeal(sealing), files: memoryJournalFiles(memoryJournalFile()) });
    const kept = await keepVisit(made, started, 'visit-1');
    await made.store.storePage(appliedPage(kept, 1), 1);
    expect(await started.compareAgain()).toBe(0);
    await made.store.storePage(pullPage({ epoch: 2 }), 2);
    isFull = true;
    await expect(started.compareAgain()).rejects.toThrow();
    isFull = false;
    await dexie.noteCompared(2, []);
    expect(await started.compareAgain()).toBe(1);
    expect((await made.database.outbox.toArray()).map((row) => [row.opId, row.state])).toEqual([[kept.opId, 'waiting']]);
  });
});

const appliedPage = ({ opId, recordId }: { readonly opId: OpId; readonly recordId: RecordId }, epoch: number) =>
  pullPage({ epoch, outcomes: [{ outcome: 'applied', opId, recordId, n: 1, receivedAtMs: 1 }] });
