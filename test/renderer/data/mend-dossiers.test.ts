// First: Dexie looks for IndexedDB when it is loaded.
import { pullPage, testDevice, type TestDevice } from '../../support/device.ts';
import { describe, expect, it, vi } from 'vitest';
import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import { digestText, rowDigest } from '#shared/sync/digest.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import { keep } from '#renderer/data/commands/keep.ts';
import { createMendDossier } from '#renderer/data/db/mend-dossiers.ts';
import { placeOf } from '#renderer/data/db/places.ts';
import { checkFiles } from '#renderer/data/queries/check-files.ts';
import { readDossier } from '#renderer/data/queries/dossier.ts';
import { liveOf } from '#renderer/data/queries/live-of.ts';
import { candidateGroups, dossierA, stored, visitGroups } from '../../fixtures/records.ts';

const dossierB = 'dossier-b' as DossierId;
const files: readonly { readonly dossierId: DossierId; readonly records: readonly StoredRecord[] }[] = [
  { dossierId: dossierA, records: [stored('candidate', 'a', candidateGroups(), { n: 1 }), stored('visit', 'v1', visitGroups(), { n: 2 })] },
  { dossierId: dossierB, records: [stored('candidate', 'b', candidateGroups(), { n: 3, dossierId: dossierB })] },
];
const all = files.flatMap(({ records }) => records);
const digest = digestText(all.length, all.reduce((xor, record) => xor ^ rowDigest(record.recordId, record.n), 0n));
const whole = pullPage({ cursor: 3, dossiers: files, digest });
const nothingNew = pullPage({ cursor: 3, digest });

async function withFiles() {
  const device = await testDevice();
  expect(await device.store.storePage(whole, 1)).toEqual({ kind: 'stored', digestAgrees: true });
  const woken = vi.fn();
  const mend = createMendDossier(device.database, device.cipher, woken);
  return { device, woken, check: async () => (await checkFiles(device.database, device.cipher, mend, [dossierA, dossierB])).map(({ state }) => state), mend };
}
const spoil = ({ database }: TestDevice) => database.dossiers.where('dossierId').equals(dossierA).modify((row) => void (row.box[40] = (row.box[40] ?? 0) ^ 1));
/** A box that opens and says something else than is counted for it. */
const shorten = async ({ database, cipher }: TestDevice) => database.dossiers.update(dossierA, { box: await cipher.seal(placeOf.dossier(dossierA), { records: files[0]?.records.slice(0, 1) }) });
const keepVisit = ({ parts }: TestDevice) => keep(parts, { record: { dossierId: dossierA, recordId: 'mine' as RecordId, kind: 'visit' }, payload: visitGroups() as unknown as Record<string, JsonValue>, draftId: null });

describe('a file that is damaged on this device', () => {
  it.each([['does not open', spoil], ['holds other rows than are counted for it', shorten]])('[DIG3] [DIG4] when it %s it is fetched anew, and what waits to be sent stays', async (_, harm) => {
    const { device, woken, check } = await withFiles();
    await keepVisit(device);
    await harm(device);
    // Whatever is not looked for is not found: by its numbers everything agrees.
    expect(await device.store.storePage(nothingNew, 2)).toEqual({ kind: 'stored', digestAgrees: true });
    expect(await check()).toEqual(['unreadable', 'complete']);
    expect(woken).toHaveBeenCalledTimes(1);
    expect((await device.database.position.get('position'))?.digestAgrees).toBeNull();
    // Asked again before the connection is back: nothing more is done.
    expect(await check()).toEqual(['unreadable', 'complete']);
    expect(woken).toHaveBeenCalledTimes(1);

    expect(await device.store.storePage(nothingNew, 3)).toEqual({ kind: 'starts-over' });
    expect(await device.store.storePage(whole, 4)).toEqual({ kind: 'stored', digestAgrees: true });
    expect(await check()).toEqual(['complete', 'complete']);
    const file = await readDossier(device.database, device.cipher, dossierA);
    expect(file?.visits.map(({ recordId, status }) => `${recordId} ${status.kind}`).sort()).toEqual(['mine kept', 'v1 on-server']);
  });

  it('[DIG3] is fetched once, not for ever by a disk that spoils it each time, and that is said', async () => {
    const { device, woken, check } = await withFiles();
    await spoil(device);
    await check();
    await device.store.storePage(nothingNew, 2);
    await device.store.storePage(whole, 3);
    await spoil(device);
    expect(await check()).toEqual(['unreadable-again', 'complete']);
    expect(woken).toHaveBeenCalledTimes(1);
  });

  it('[DIG4] a file that is gone, and still counted, is fetched anew', async () => {
    const { device, woken, check } = await withFiles();
    await device.database.dossiers.delete(dossierA);
    expect(await check()).toEqual(['missing', 'complete']);
    expect(woken).toHaveBeenCalledTimes(1);
    expect(await device.store.storePage(nothingNew, 2)).toEqual({ kind: 'starts-over' });
    await device.store.storePage(whole, 3);
    expect(await check()).toEqual(['complete', 'complete']);
  });

  it('is shown again by the screen that could not read it, as soon as it is back', async () => {
    const { device, mend } = await withFiles();
    await spoil(device);
    const file = liveOf(() => readDossier(device.database, device.cipher, dossierA), () => void mend(dossierA));
    const stop = file.subscribe(() => undefined);
    await vi.waitFor(() => expect(file.current().kind).toBe('failed'));
    await vi.waitFor(async () => expect((await device.database.position.get('position'))?.digestAgrees).toBeNull());
    await device.store.storePage(nothingNew, 2);
    await device.store.storePage(whole, 3);
    await vi.waitFor(() => expect(file.current()).toMatchObject({ kind: 'ready', value: { dossierId: dossierA } }));
    stop();
  });

  it('whose photo was spoiled is said to lack that, and nothing is fetched for it', async () => {
    const { device, woken, check } = await withFiles();
    const photo = stored('attachment', '22222222-2222-4222-8222-222222222222', { facts: { takenOn: '2026-11-20', mediaType: 'image/jpeg', sha256: 'a'.repeat(64), sizeBytes: 1, description: '', visitId: null } } as never, { n: 4 });
    await device.store.storePage(pullPage({ cursor: 4, dossiers: [{ dossierId: dossierA, records: [photo] }] }), 2);
    await device.database.attachments.add({
      attachmentId: photo.recordId, dossierId: dossierA, draftId: null, visitId: null, state: 'damaged', sizeBytes: 1, sentBytes: 0, addedAtMs: 1, settledAtMs: 1, settledEpoch: 1, box: new Uint8Array(0),
    });
    expect(await check()).toEqual(['photo-damaged', 'complete']);
    expect(woken).not.toHaveBeenCalled();
  });
});
