// First: Dexie looks for IndexedDB when it is loaded.
import { testDevice, type TestDevice } from '../../support/device.ts';
import { describe, expect, it } from 'vitest';
import type { DossierId, OpId, RecordId } from '#shared/domain/ids.ts';
import type { OutboxState } from '#shared/sync/ports.ts';
import { openSyncStatus } from '#renderer/data/sync-status.ts';
import { emptyTally } from '#renderer/data/db/tally.ts';

const [dossierId, recordId] = ['dossier-a' as DossierId, 'visit-1' as RecordId];

/** Everything that must hold, and does: a whole pull, nothing that waits, the server's digest, every journal compared. */
async function settled(): Promise<TestDevice> {
  const device = await testDevice();
  await device.database.position.put({ key: 'position', epoch: 2, cursor: 9, lastPullAtMs: 1, backedUpThrough: 0, serverTimeMs: 0, journalEpoch: 2, generation: 1, tally: emptyTally, rebuilding: false, digestAgrees: true });
  await device.database.journalPlaces.put({ place: 'window-1', epoch: 2 });
  return device;
}

async function saysAllSent({ database }: TestDevice): Promise<boolean> {
  const status = openSyncStatus(database);
  await expect.poll(() => status.live.current().lastPullAtMs !== null || status.live.current().unsentCount > 0).toBe(true);
  status.close();
  return status.live.current().allSent;
}

const box = new Uint8Array(1);
const waits = (state: OutboxState) => ({ database }: TestDevice) =>
  database.outbox.put({ opId: '11111111-1111-4111-8111-111111111111' as OpId, order: 1, state, dossierId, recordId, kind: 'visit', keptAtMs: 1, box });
const content = (state: 'kept' | 'refused' | 'damaged') => ({ database }: TestDevice) =>
  database.attachments.put({ attachmentId: 'photo-1' as RecordId, dossierId, draftId: null, visitId: null, state, sizeBytes: 1, sentBytes: 0, addedAtMs: 1, settledAtMs: null, settledEpoch: null, box });
const position = (change: object) => ({ database }: TestDevice) => database.position.update('position', change);

describe('"Alles verstuurd"', () => {
  it('[VIEW3] is said when nothing is in the way', async () => {
    expect(await saysAllSent(await settled())).toBe(true);
  });

  it.each<[string, (device: TestDevice) => Promise<unknown>]>([
    ['an operation waits', waits('waiting')],
    ['the server has one and its outcome was not pulled', waits('received')],
    ['one was refused', waits('refused')],
    ['two versions wait for a person', waits('conflict')],
    ['the content of a photo waits', content('kept')],
    ['the content of a photo was refused', content('refused')],
    ['the content of a photo is damaged', content('damaged')],
    ['what is here differs from the server', position({ digestAgrees: false })],
    ['what is here was not compared with the server', position({ digestAgrees: null })],
    ['the server was restored and this journal not compared since', position({ epoch: 3 })],
    ['another window has not offered its journal to a restored server', ({ database }) => database.journalPlaces.put({ place: 'window-2', epoch: 1 })],
    ['something of the journal is in doubt and nobody has seen that', ({ database }) => database.doubts.put({ name: 'line-7', kind: 'lost', isSeen: 0 })],
  ])('[VIEW3] [DIG2] [JRN10] [JRN14] is not said while %s', async (_, happens) => {
    const device = await settled();
    await happens(device);
    expect(await saysAllSent(device)).toBe(false);
  });

  it('[VIEW3] is not said before the first whole pull', async () => {
    const device = await testDevice();
    await waits('waiting')(device);
    expect(await saysAllSent(device)).toBe(false);
    await device.database.outbox.clear();
    const status = openSyncStatus(device.database);
    await expect.poll(() => status.live.current().unsentCount).toBe(0);
    expect(status.live.current().allSent).toBe(false);
    status.close();
  });
});
