// First: Dexie looks for IndexedDB when it is loaded.
import { pullPage, testDevice, type TestDevice } from '../../support/device.ts';
import { Dexie } from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import { keep } from '#renderer/data/commands/keep.ts';
import { openCaseload } from '#renderer/data/queries/caseload.ts';
import { readAllRecords } from '#renderer/data/queries/all-records.ts';
import { readDossier } from '#renderer/data/queries/dossier.ts';
import { readUnsent } from '#renderer/data/queries/unsent.ts';
import { digestText, rowDigest } from '#shared/sync/digest.ts';
import type { Live } from '#renderer/data/live.ts';
import { placeOf } from '#renderer/data/db/places.ts';
import { createDexieKeptWork } from '#renderer/data/journal/kept-work.ts';
import { recountTally } from '#renderer/data/db/recount-tally.ts';
import { summaryVersion } from '#renderer/data/db/summary.ts';
import { layLines, openChunk, remakeSummaryChunks } from '#renderer/data/db/summary-chunks.ts';
import { candidateGroups, day, dossierA, stored, visitGroups } from '../../fixtures/records.ts';

const candidatePage = (familyName: string, n: number, epoch = 1) =>
  pullPage({ epoch, cursor: n, dossiers: [{ dossierId: dossierA, records: [stored('candidate', 'dossier-a', candidateGroups({ familyName }), { n, epoch })] }] });

async function nameOf({ database, cipher }: TestDevice): Promise<string | undefined> {
  return (await readDossier(database, cipher, dossierA))?.candidate?.groups.identity?.familyName;
}

async function keepVisit({ parts, store }: TestDevice) {
  await keep(parts, { record: { dossierId: dossierA, recordId: 'visit-1' as RecordId, kind: 'visit' }, payload: visitGroups() as unknown as Record<string, JsonValue>, draftId: null });
  const [operation] = await store.nextBatch(1, 0);
  if (operation === undefined) throw new Error('nothing was kept');
  return operation;
}

describe('the device store behind the sync loop', () => {
  it('[F5] [PULL5] an answer that was overtaken on the way does not bring back yesterday', async () => {
    const device = await testDevice();
    await device.store.storePage(candidatePage('Bouali', 9), 1);
    await device.store.storePage(candidatePage('Amrani', 4), 2);
    expect(await nameOf(device)).toBe('Bouali');
  });

  it('[F10] [PULL7] another epoch starts over: the old rows go, kept operations stay', async () => {
    const device = await testDevice();
    await device.store.storePage(candidatePage('Amrani', 9), 1);
    const other = 'dossier-b' as DossierId;
    await device.store.storePage(pullPage({ cursor: 10, dossiers: [{ dossierId: other, records: [stored('candidate', 'dossier-b', candidateGroups(), { n: 10, dossierId: other })] }] }), 1);
    await keepVisit(device);
    await device.store.storePage(candidatePage('Bouali', 3, 2), 2);
    expect(await nameOf(device)).toBe('Bouali');
    expect(await readDossier(device.database, device.cipher, other)).toBeNull();
    expect(await device.store.unsettled()).toBe(1);
    expect(await device.store.position()).toMatchObject({ epoch: 2, cursor: 3 });
  });

  it('[PULL1] a page that was prepared while the one before was stored is merged with what that one brought', async () => {
    const device = await testDevice();
    const other = 'dossier-b' as DossierId;
    await device.store.storePage(pullPage({ cursor: 1, more: true, dossiers: [{ dossierId: other, records: [stored('candidate', 'dossier-b', candidateGroups(), { n: 1, dossierId: other })] }] }), 1);
    const first = { ...candidatePage('Amrani', 2), more: true };
    const second = pullPage({ cursor: 3, dossiers: [{ dossierId: dossierA, records: [stored('visit', 'visit-1', visitGroups(), { n: 3 })] }] });
    device.store.prepare?.(first);
    device.store.prepare?.(second);
    await device.store.storePage(first, 2);
    await device.store.storePage(second, 3);
    const dossier = await readDossier(device.database, device.cipher, dossierA);
    expect([dossier?.candidate?.groups.identity?.familyName, dossier?.visits.length]).toEqual(['Amrani', 1]);
    const all = [['dossier-b', 1], ['dossier-a', 2], ['visit-1', 3]] as const;
    const digest = digestText(all.length, all.reduce((xor, [recordId, n]) => xor ^ rowDigest(recordId as RecordId, n), 0n));
    expect(await device.store.storePage(pullPage({ cursor: 4, digest }), 4)).toEqual({ kind: 'stored', digestAgrees: true });
  });

  it('[PULL3] `received` does not empty the outbox; the pulled outcome does, and leaves a receipt', async () => {
    const device = await testDevice();
    await device.store.storePage(candidatePage('Amrani', 1), 1);
    const operation = await keepVisit(device);
    await device.store.markReceived([operation.opId]);
    expect(await device.store.unsettled()).toBe(1);
    expect((await readDossier(device.database, device.cipher, dossierA))?.visits[0]?.status.kind).toBe('sending');

    const visit = stored('visit', 'visit-1', visitGroups(), { n: 2 });
    await device.store.storePage(
      pullPage({ cursor: 2, dossiers: [{ dossierId: dossierA, records: [visit] }], outcomes: [{ outcome: 'applied', opId: operation.opId, recordId: operation.record.recordId, n: 2, receivedAtMs: 77 }] }),
      3,
    );
    expect(await device.store.unsettled()).toBe(0);
    const dossier = await readDossier(device.database, device.cipher, dossierA);
    expect(dossier?.visits.map((view) => view.status)).toEqual([{ kind: 'on-server', receivedAtMs: 77 }]);
  });

  it('[PUSH5] an operation without an outcome after a whole pull is offered again', async () => {
    const device = await testDevice();
    const operation = await keepVisit(device);
    await device.store.markReceived([operation.opId]);
    expect(await device.store.nextBatch(10, 0)).toEqual([]);
    await device.store.requeueReceived();
    expect((await device.store.nextBatch(10, 0)).map((waiting) => waiting.opId)).toEqual([operation.opId]);
  });

  it('a refused visit stays visible with its reason: it exists nowhere else', async () => {
    const device = await testDevice();
    await device.store.storePage(candidatePage('Amrani', 1), 1);
    const operation = await keepVisit(device);
    await device.store.storePage(
      pullPage({ cursor: 2, outcomes: [{ outcome: 'refused', opId: operation.opId, recordId: operation.record.recordId, reason: 'not-allowed', violations: [], receivedAtMs: 1 }] }),
      2,
    );
    const dossier = await readDossier(device.database, device.cipher, dossierA);
    expect(dossier?.visits[0]?.status).toMatchObject({ kind: 'refused', reason: 'not-allowed' });
    expect(await device.store.unsettled()).toBe(0);
    expect(await device.database.outbox.count()).toBe(1);
  });

  it('[PULL1] a page that cannot be stored whole moves neither rows nor cursor', async () => {
    const device = await testDevice();
    await device.store.storePage(candidatePage('Amrani', 1), 1);
    const broken = { ...candidatePage('Bouali', 2), cursor: Symbol('not storable') as unknown as number };
    await expect(device.store.storePage(broken, 2)).rejects.toThrow();
    expect(await nameOf(device)).toBe('Amrani');
    expect((await device.store.position()).cursor).toBe(1);
  });

  it('a forgotten dossier is gone from the disk and from the list', async () => {
    const device = await testDevice();
    await device.store.storePage(candidatePage('Amrani', 1), 1);
    await device.store.storePage(pullPage({ cursor: 2, forget: [dossierA] }), 2);
    expect(await device.database.dossiers.count()).toBe(0);
    const known = new Map();
    for (const row of await device.database.summaryChunks.orderBy('chunkId').toArray()) layLines(known, await openChunk(device.cipher, row));
    expect(known.size).toBe(0);
  });

  it('one damaged box keeps nothing else back: it is listed, the others are sent', async () => {
    const device = await testDevice();
    await device.store.storePage(candidatePage('Amrani', 1), 1);
    const operation = await keepVisit(device);
    await keep(device.parts, { record: { dossierId: dossierA, recordId: 'visit-2' as RecordId, kind: 'visit' }, payload: visitGroups() as unknown as Record<string, JsonValue>, draftId: null });
    await device.database.outbox.update(operation.opId, { box: new Uint8Array([1, 2, 3]) });
    expect((await device.store.nextBatch(10, 0)).map((waiting) => waiting.record.recordId)).toEqual(['visit-2']);
    expect((await readUnsent(device.database, device.cipher, () => 'Amrani')).map((item) => [item.recordId, item.status.kind])).toEqual([
      ['visit-2', 'kept'],
      ['visit-1', 'refused'],
    ]);
    expect((await readDossier(device.database, device.cipher, dossierA))?.visits).toHaveLength(1);
  });

  it.each([
    ['brings something', 'reading', () => candidatePage('Bouali', 2), 'stored'],
    ['brings nothing', 'reading', () => pullPage({ cursor: 2 }), 'stored'],
    ['differs from the server', 'updating', () => ({ ...candidatePage('Bouali', 2), digest: 'another' }), 'starts-over'],
  ] as const)('[JRN10] what another window notes of its journal while a page that %s is stored stays noted', async (_, moment, page, comesTo) => {
    const device = await testDevice();
    await device.store.storePage(candidatePage('Amrani', 1), 1);
    await device.database.position.update('position', { journalEpoch: 0 });
    const journal = createDexieKeptWork(device.database, device.cipher);
    let noted: Promise<void> | undefined;
    const note = () => void (noted ??= Dexie.ignoreTransaction(() => journal.noteCompared(1, [])));
    const { hook } = device.database.position;
    // Between what is read and what is written, or between the page and what follows from it.
    if (moment === 'reading') hook('reading', (row) => (note(), row));
    else hook('updating', note);
    expect((await device.store.storePage(page(), 2)).kind).toBe(comesTo);
    await noted;
    expect(await device.database.position.get('position')).toMatchObject({ journalEpoch: 1, cursor: comesTo === 'stored' ? 2 : 0 });
  });

  it('[DIG4] a page does not put back into the sum what another window found damaged meanwhile', async () => {
    const device = await testDevice();
    const digest = digestText(1, rowDigest('dossier-a' as RecordId, 1));
    await device.store.storePage({ ...candidatePage('Amrani', 1), digest }, 1);
    let found: Promise<unknown> | undefined;
    device.database.position.hook('reading', (row) => {
      found ??= Dexie.ignoreTransaction(() => device.database.position.update('position', { tally: { rows: 0, xor: '0'.repeat(16) }, digestAgrees: null }));
      return row;
    });
    expect(await device.store.storePage(pullPage({ cursor: 2, digest }), 2)).toEqual({ kind: 'overtaken' });
    await found;
    expect(await device.store.storePage(pullPage({ cursor: 2, digest }), 3)).toEqual({ kind: 'starts-over' });
  });

  it('[DIG3] a dossier whose box does not open is fetched again instead of being called whole', async () => {
    const device = await testDevice();
    const digest = digestText(1, rowDigest('dossier-a' as RecordId, 1));
    await device.store.storePage({ ...candidatePage('Amrani', 1), digest }, 1);
    await device.database.dossiers.update(dossierA, { box: new Uint8Array([1, 2, 3]) });
    const visit = stored('visit', 'visit-1', visitGroups(), { n: 2 });
    const both = digestText(2, rowDigest('dossier-a' as RecordId, 1) ^ rowDigest('visit-1' as RecordId, 2));
    expect(await device.store.storePage(pullPage({ cursor: 2, dossiers: [{ dossierId: dossierA, records: [visit] }], digest: both }), 2)).toEqual({ kind: 'starts-over' });
  });

  it('what was written of a forgotten person is not left in an older chunk', async () => {
    const device = await testDevice();
    await device.store.storePage(candidatePage('Amrani', 1), 1);
    await device.store.storePage(pullPage({ cursor: 2, forget: [dossierA] }), 2);
    expect(await device.database.summaryChunks.count()).toBe(0);
  });

  it('[VER7] lines that another version of the app made are made anew from the files, and nobody who was forgotten comes back', async () => {
    const device = await testDevice();
    await device.store.storePage(candidatePage('Amrani', 1), 1);
    const { chunkId } = (await device.database.summaryChunks.toCollection().first())!;
    const old = { dossierId: dossierA, name: 'Zoals toen' };
    const gone = { dossierId: 'dossier-gone' as DossierId, name: 'Vergeten' };
    await device.database.summaryChunks.put({ chunkId, box: await device.cipher.seal(placeOf.summaries, [old, gone]) });
    const seen: number[] = [];
    expect(await remakeSummaryChunks(device.database, device.cipher, (_done, total) => seen.push(total))).toBe(true);
    const known = new Map();
    for (const row of await device.database.summaryChunks.toArray()) layLines(known, await openChunk(device.cipher, row));
    expect([...known.values()]).toMatchObject([{ name: 'Amrani, Fatima el', due: [], appointments: [] }]);
    expect(seen).toEqual([1]);
    expect(await remakeSummaryChunks(device.database, device.cipher, () => undefined)).toBe(false);
  });

  it('[VER7] [DIG4] a file that does not open then counts for nothing, so that the next whole pull brings it again', async () => {
    const device = await testDevice();
    await device.store.storePage(candidatePage('Amrani', 1), 1);
    const { chunkId, box } = (await device.database.summaryChunks.toCollection().first())!;
    await device.database.summaryChunks.put({ chunkId, box });
    expect(await recountTally(device.database)).toBe(true);
    await device.database.dossiers.toCollection().modify((row) => void (row.box[40] = (row.box[40] ?? 0) ^ 1));
    await remakeSummaryChunks(device.database, device.cipher, () => undefined);
    expect(await recountTally(device.database)).toBe(false);
  });

  it('[VER7] lines that a window of another version writes while this one is open are made anew too', async () => {
    const device = await testDevice();
    await device.store.storePage(candidatePage('Amrani', 1), 1);
    const caseload = openCaseload(device.database, device.cipher, () => day('2026-11-20'));
    const rows = () => { const state = caseload.live.current(); return state.kind === 'ready' ? state.rows : []; };
    await vi.waitFor(() => expect(rows()).toHaveLength(1));
    await device.database.summaryChunks.add({ chunkId: 7, box: await device.cipher.seal(placeOf.summaries, [{ dossierId: dossierA, name: 'Van toen' }]) });
    await vi.waitFor(async () => expect((await device.database.summaryChunks.toArray()).map(({ made }) => made)).toEqual([summaryVersion]));
    await vi.waitFor(() => expect(rows()).toMatchObject([{ name: 'Amrani, Fatima el', due: [] }]));
    caseload.close();
  });

  it('a file that does not open costs its own line what waits in it, and not the whole list', async () => {
    const device = await testDevice();
    await device.store.storePage(candidatePage('Amrani', 1), 1);
    await keep(device.parts, { record: { dossierId: dossierA, recordId: 'visit-1' as RecordId, kind: 'visit' }, payload: visitGroups() as unknown as Record<string, never>, draftId: null });
    await device.database.dossiers.toCollection().modify((row) => void (row.box[40] = (row.box[40] ?? 0) ^ 1));
    const caseload = openCaseload(device.database, device.cipher, () => day('2026-11-20'));
    await vi.waitFor(() => expect(caseload.live.current()).toMatchObject({ kind: 'ready', rows: [{ name: 'Amrani, Fatima el', unsent: 1 }] }));
    caseload.close();
  });

  it('after a hundred small pulls the summaries are few again and say the same', async () => {
    const device = await testDevice();
    for (let n = 1; n <= 100; n += 1) await device.store.storePage(candidatePage(`Naam${n}`, n), n);
    expect(await device.database.summaryChunks.count()).toBeLessThan(60);
    const known = new Map();
    for (const row of await device.database.summaryChunks.orderBy('chunkId').toArray()) layLines(known, await openChunk(device.cipher, row));
    expect([...known.values()].map((line) => line.name)).toEqual(['Naam100, Fatima el']);
  });

  it('the caseload shows an offline visit at once and the figures count it', async () => {
    const device = await testDevice();
    await device.store.storePage(candidatePage('Amrani', 1), 1);
    const caseload = openCaseload(device.database, device.cipher, () => day('2026-11-20'));
    const rows = () => {
      const state = caseload.live.current();
      return state.kind === 'ready' ? state.rows : [];
    };
    await until(caseload.live, () => rows().length === 1);
    expect(rows()[0]).toMatchObject({ name: 'Amrani, Fatima el', lastVisitOn: null, unsent: 0 });
    await keepVisit(device);
    await until(caseload.live, () => rows()[0]?.unsent === 1);
    expect(rows()[0]).toMatchObject({ lastVisitOn: '2026-11-20', nextContactOn: '2026-12-04', risk: 'let-op' });
    caseload.close();
    expect((await readAllRecords(device.database, device.cipher)).map((record) => record.kind).sort()).toEqual(['candidate', 'visit']);
  });
});

/** Waits for a live value to become what is asked; the test's own time limit ends a wait in vain. */
function until(live: Live<unknown>, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!holds()) return;
      stop();
      resolve();
    };
    const stop = live.subscribe(look);
    look();
  });
}
