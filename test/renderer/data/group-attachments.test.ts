// First: Dexie looks for IndexedDB when it is loaded.
import { testDevice, type TestDevice } from '../../support/device.ts';
import { describe, expect, it } from 'vitest';
import { addAttachment, changeWaiting } from '#renderer/data/commands/attachments.ts';
import { keepVisits } from '#renderer/data/commands/group-attachments.ts';
import { keepLeftAttachments } from '#renderer/data/commands/left-attachments.ts';
import { readAttachment, readAttachmentDrafts } from '#renderer/data/queries/attachments.ts';
import { markDoubtsSeen, readDoubts } from '#renderer/data/queries/doubts.ts';
import { readDossier } from '#renderer/data/queries/dossier.ts';
import { openSyncStatus } from '#renderer/data/sync-status.ts';
import type { SyncStatus } from '#renderer/data/views.ts';
import { undescribedPhotos } from '#renderer/features/attachment/photo-findings.ts';
import { groupVisitPlace } from '#renderer/features/group-visit/group-draft.ts';
import { photoFindings } from '#renderer/features/group-visit/group-photos-of-form.ts';
import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import { contentChunkBytes } from '#shared/sync/content-port.ts';
import { day, visitGroups } from '../../fixtures/records.ts';
import { jpeg } from '../../fixtures/pictures.ts';

const draftId = 'draft-of-three';
const people = ['ali', 'kim', 'zoe'].map((name) => `dossier-${name}` as DossierId);
const [ali, kim, zoe] = people as [DossierId, DossierId, DossierId];
const visitIdOf = (dossierId: DossierId) => `visit-of-${dossierId}` as RecordId;
const visits = people.map((dossierId) => ({ dossierId, recordId: visitIdOf(dossierId), groups: visitGroups() }));
const sizeBytes = contentChunkBytes + 500;

async function photoFor(device: TestDevice, chosen: readonly DossierId[], description: string): Promise<RecordId> {
  const added = await addAttachment(device.parts, { dossierId: groupVisitPlace, draftId, takenOn: day('2026-11-20'), content: new Blob([jpeg({ sizeBytes })]) });
  if (!added.ok) throw new Error(added.problem.kind);
  await changeWaiting(device.parts, added.value.attachmentId, { description });
  await changeWaiting(device.parts, added.value.attachmentId, { people: chosen });
  return added.value.attachmentId;
}

/** Of each person: what their photos say, of which visit, and whether the picture is whole. */
async function photosOf(device: TestDevice, dossierId: DossierId): Promise<readonly string[]> {
  const file = await readDossier(device.database, device.cipher, dossierId);
  return Promise.all(
    (file?.attachments ?? []).map(async ({ record }) => {
      const blob = await readAttachment(device.database, device.cipher, record.recordId);
      const whole = blob !== null && Buffer.compare(new Uint8Array(await blob.arrayBuffer()), jpeg({ sizeBytes })) === 0;
      return `${record.groups.facts?.description} ${record.groups.facts?.visitId} ${whole ? 'whole' : 'broken'}`;
    }),
  );
}

/** What the header knows. */
async function statusOf({ database }: TestDevice): Promise<SyncStatus> {
  const status = openSyncStatus(database);
  const heard: SyncStatus = await new Promise((resolve) => {
    const stop = status.live.subscribe(() => {
      stop();
      resolve(status.live.current());
    });
  });
  status.close();
  return heard;
}

describe('a photo of a visit to several people', () => {
  it('[ATT8] becomes a photo in the file of each of those it was chosen for, whole and with their own visit, and lies in nobody else’s', async () => {
    const device = await testDevice();
    await photoFor(device, [ali, kim], 'De inpaktafel');
    await photoFor(device, [zoe], 'De kantine');
    expect((await readAttachmentDrafts(device.database, device.cipher, draftId)).map((photo) => [photo.description, photo.people])).toEqual([['De inpaktafel', [ali, kim]], ['De kantine', [zoe]]]);
    expect(await keepVisits(device.parts, { draftId, visits })).toMatchObject({ ok: true });
    expect(await photosOf(device, ali)).toEqual([`De inpaktafel ${visitIdOf(ali)} whole`]);
    expect(await photosOf(device, kim)).toEqual([`De inpaktafel ${visitIdOf(kim)} whole`]);
    expect(await photosOf(device, zoe)).toEqual([`De kantine ${visitIdOf(zoe)} whole`]);
    // Nothing is left in no one's file, and each has an operation of its own that says nothing of the others.
    expect((await device.database.attachments.toArray()).map(({ dossierId, state }) => `${dossierId} ${state}`).toSorted()).toEqual([ali, kim, zoe].map((dossierId) => `${dossierId} kept`));
    expect(await device.database.attachmentChunks.count()).toBe(6);
    expect((await device.database.outbox.toArray()).map(({ dossierId, kind }) => `${dossierId} ${kind}`).toSorted()).toEqual(people.flatMap((id) => [`${id} attachment`, `${id} visit`]).toSorted());
    const facts = (await readDossier(device.database, device.cipher, ali))?.attachments[0]?.record.groups.facts;
    expect(JSON.stringify(facts)).not.toMatch(/dossier-kim|people/);
  });

  it('a stop between the visits and their photos: the next start keeps them, and once', async () => {
    for (const stopAt of ['copies', 'records'] as const) {
      const device = await testDevice();
      await photoFor(device, [ali, kim], 'De inpaktafel');
      let count = 0;
      const stop = (limit: number) => () => {
        count += 1;
        if (count > limit) throw new Error('the power went');
      };
      // The photo itself lies in two pieces: the third is the first of a copy. Three visits are three lines of the audit.
      const table = stopAt === 'copies' ? device.database.attachmentChunks : device.database.audit;
      const stopping = stop(stopAt === 'copies' ? 0 : 3);
      table.hook('creating', stopping);
      expect(await keepVisits(device.parts, { draftId, visits })).toMatchObject({ ok: true });
      table.hook('creating').unsubscribe(stopping);
      expect(await photosOf(device, ali), stopAt).toEqual([]);
      expect(await keepLeftAttachments(device.parts), stopAt).toBe(2);
      expect(await keepLeftAttachments(device.parts), stopAt).toBe(0);
      expect([await photosOf(device, ali), await photosOf(device, kim), await photosOf(device, zoe)], stopAt).toEqual([[`De inpaktafel ${visitIdOf(ali)} whole`], [`De inpaktafel ${visitIdOf(kim)} whole`], []]);
    }
  });

  it('one that the disk damaged keeps no other back, and each file says of its own that it cannot be read', async () => {
    const device = await testDevice();
    const damaged = await photoFor(device, [ali, kim], 'De inpaktafel');
    await photoFor(device, [zoe], 'De kantine');
    const chunk = await device.database.attachmentChunks.get([damaged, 1]);
    if (chunk === undefined) throw new Error('one piece only');
    await device.database.attachmentChunks.put({ ...chunk, box: chunk.box.map((byte, at) => (at === 40 ? byte ^ 255 : byte)) });
    expect(await keepVisits(device.parts, { draftId, visits })).toMatchObject({ ok: true });
    expect([await photosOf(device, ali), await photosOf(device, zoe)]).toEqual([[`De inpaktafel ${visitIdOf(ali)} broken`], [`De kantine ${visitIdOf(zoe)} whole`]]);
    expect(await keepLeftAttachments(device.parts)).toBe(0);
  });

  it('one of which not even the description opens keeps no other back, is told with whose visits it was, and goes when a person has read that', async () => {
    for (const isAtNextStart of [false, true]) {
      const device = await testDevice();
      const damaged = await photoFor(device, [ali], 'De inpaktafel');
      await photoFor(device, [zoe], 'De kantine');
      await device.database.attachments.update(damaged, { box: new Uint8Array(3) });
      const visitsOnly = isAtNextStart ? device.database.attachmentChunks : null;
      const stop = () => {
        throw new Error('the power went');
      };
      visitsOnly?.hook('creating', stop);
      expect(await keepVisits(device.parts, { draftId, visits })).toMatchObject({ ok: true });
      visitsOnly?.hook('creating').unsubscribe(stop);
      if (isAtNextStart) expect(await keepLeftAttachments(device.parts)).toBe(1);
      expect(await photosOf(device, zoe)).toEqual([`De kantine ${visitIdOf(zoe)} whole`]);
      const [told, ...others] = (await readDoubts(device.database, String)).photos;
      expect([told?.names, others]).toEqual([people, []]);
      expect(await statusOf(device)).toMatchObject({ problemCount: 1, allSent: false });
      // Another start tells it no second time, and what nobody read yet is not thrown away.
      expect(await keepLeftAttachments(device.parts)).toBe(0);
      expect((await readDoubts(device.database, String)).photos).toHaveLength(1);
      expect((await device.database.attachments.get(damaged))?.state).toBe('damaged');
      await markDoubtsSeen(device.database, 'photo');
      expect((await readDoubts(device.database, String)).photos).toEqual([]);
      expect(await statusOf(device)).toMatchObject({ problemCount: 0 });
      expect(await device.database.attachments.get(damaged)).toBeUndefined();
    }
  });

  it('one that does not open hides none of the others while the visit is still being written', async () => {
    const device = await testDevice();
    const damaged = await photoFor(device, [ali], 'De inpaktafel');
    await photoFor(device, [zoe], 'De kantine');
    await device.database.attachments.update(damaged, { box: new Uint8Array(3) });
    const drafts = await readAttachmentDrafts(device.database, device.cipher, draftId);
    expect(drafts.map(({ description, isDamaged }) => [description, isDamaged])).toEqual([['', true], ['De kantine', false]]);
    expect([undescribedPhotos(drafts), photoFindings(drafts, [{ dossierId: zoe }])]).toEqual([[], []]);
  });

  it('visits that could not be kept leave their photos with the draft', async () => {
    const device = await testDevice();
    const attachmentId = await photoFor(device, [ali], 'De inpaktafel');
    expect(await keepVisits(device.parts, { draftId, visits: visits.map((visit) => ({ ...visit, groups: { facts: {} } })) })).toMatchObject({ ok: false, problem: { kind: 'invalid' } });
    expect(await keepLeftAttachments(device.parts)).toBe(0);
    expect((await device.database.attachments.get(attachmentId))?.state).toBe('draft');
    expect(await keepVisits(device.parts, { draftId, visits })).toMatchObject({ ok: true });
    expect(await photosOf(device, ali)).toHaveLength(1);
  });

  it('of nobody stands in the way of recording, also when the only one it was of was taken out of the visit', () => {
    const photo = { attachmentId: 'photo-1' as RecordId, description: '', sizeBytes: 1, addedAtMs: 0, people: [ali], isDamaged: false };
    expect(photoFindings([photo], [{ dossierId: ali }, { dossierId: kim }])).toEqual([]);
    expect(photoFindings([photo], [{ dossierId: kim }])).toEqual([{ path: ['photo', 'photo-1'], code: 'visit.photoOfNobody' }]);
    expect(photoFindings([{ ...photo, people: [] }], [{ dossierId: ali }])).toHaveLength(1);
  });
});
