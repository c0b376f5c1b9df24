// First: Dexie looks for IndexedDB when it is loaded.
import { pullPage, testDevice, type TestDevice } from '../../support/device.ts';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids.ts';
import { contentChunkBytes, ContentLost } from '#shared/sync/content-port.ts';
import { addAttachment, changeWaiting, discardAttachment, keepAttachments, keepVisit, looseDraftOf } from '#renderer/data/commands/attachments.ts';
import { saveDraft } from '#renderer/data/commands/drafts.ts';
import { keepLeftAttachments } from '#renderer/data/commands/left-attachments.ts';
import { retryUnsent } from '#renderer/data/commands/retry-unsent.ts';
import { createDexieContentStore } from '#renderer/data/db/dexie-content-store.ts';
import { readAttachment, readAttachmentDrafts } from '#renderer/data/queries/attachments.ts';
import { createContentAddresses } from '#renderer/data/queries/content-addresses.ts';
import { readUnsent } from '#renderer/data/queries/unsent.ts';
import { readDossier } from '#renderer/data/queries/dossier.ts';
import { openSyncStatus } from '#renderer/data/sync-status.ts';
import { dossierA, day, stored, candidateGroups, visitGroups } from '../../fixtures/records.ts';
import { jpeg } from '../../fixtures/pictures.ts';

const takenOn = day('2026-11-20');
const visit = { dossierId: dossierA, draftId: 'draft-1', payload: visitGroups() as unknown as Record<string, never> };
const dayMs = 24 * 3_600_000;

const bytesOf = async (blob: Blob | null) => (blob === null ? null : new Uint8Array(await blob.arrayBuffer()));

async function add(device: TestDevice, { sizeBytes = 2_000, draftId = 'draft-1' }: { readonly sizeBytes?: number; readonly draftId?: string } = {}): Promise<RecordId> {
  const added = await addAttachment(device.parts, { dossierId: dossierA, draftId, takenOn, content: new Blob([jpeg({ sizeBytes })]) });
  if (!added.ok) throw new Error(added.problem.kind);
  return added.value.attachmentId;
}

/** A photo of the candidate, kept. */
async function kept(device: TestDevice): Promise<RecordId> {
  const attachmentId = await add(device, { draftId: looseDraftOf(dossierA) });
  await keepAttachments(device.parts, looseDraftOf(dossierA), null);
  return attachmentId;
}

const stateOf = async ({ database }: TestDevice, attachmentId: RecordId) => (await database.attachments.get(attachmentId))?.state;
const outboxOf = async ({ database }: TestDevice) => (await database.outbox.orderBy('order').toArray()).map((row) => row.recordId);
/** The server has settled the operation on this record. */
async function settleRecord(device: TestDevice, recordId: RecordId, over: { readonly n?: number; readonly epoch?: number } = {}): Promise<void> {
  const row = (await device.database.outbox.toArray()).find((each) => each.recordId === recordId);
  const { n = 7, epoch = 1 } = over;
  const { cursor } = await device.store.position();
  await device.store.storePage(
    pullPage({
      epoch, cursor: cursor + 1, dossiers: [{ dossierId: dossierA, records: [stored('candidate', 'candidate-a', candidateGroups())] }],
      outcomes: row === undefined ? [] : [{ outcome: 'applied', opId: row.opId, recordId, n, receivedAtMs: device.clock.nowMs() }],
    }),
    device.clock.nowMs(),
  );
}

/** A whole pull with nothing new: the server tells its time. */
async function serverSays(device: TestDevice, serverTimeMs: number, backedUpThrough = 0): Promise<void> {
  const { cursor } = await device.store.position();
  await device.store.storePage(pullPage({ cursor, backedUpThrough, serverTimeMs }), device.clock.nowMs());
}

describe('a photo on the device', () => {
  it('[ATT8] lies in boxes of at most a megabyte, and comes out as it went in', async () => {
    const device = await testDevice();
    const sizeBytes = 2 * contentChunkBytes + 17;
    const attachmentId = await add(device, { sizeBytes });
    const chunks = await device.database.attachmentChunks.toArray();
    expect(chunks.map(({ index, box }) => [index, box.length])).toEqual([[0, contentChunkBytes + 29], [1, contentChunkBytes + 29], [2, 17 + 29]]);
    expect(Buffer.compare((await bytesOf(await readAttachment(device.database, device.cipher, attachmentId))) ?? new Uint8Array(), jpeg({ sizeBytes }))).toBe(0);
    // Nothing of the picture can be read without the key.
    expect(chunks[0]?.box.subarray(13, 16)).not.toEqual(jpeg().subarray(0, 3));
  });

  it('[ATT8] a piece that was moved, damaged or taken away is never shown as the photo', async () => {
    for (const harm of ['swap', 'bit', 'gone'] as const) {
      const device = await testDevice();
      const attachmentId = await add(device, { sizeBytes: 2 * contentChunkBytes });
      const [first, second] = await device.database.attachmentChunks.toArray();
      if (first === undefined || second === undefined) throw new Error('two chunks');
      if (harm === 'swap') await device.database.attachmentChunks.bulkPut([{ ...first, box: second.box }, { ...second, box: first.box }]);
      if (harm === 'bit') await device.database.attachmentChunks.put({ ...first, box: first.box.map((byte, index) => (index === 500 ? byte ^ 1 : byte)) });
      if (harm === 'gone') await device.database.attachmentChunks.delete([attachmentId, 1]);
      expect(await readAttachment(device.database, device.cipher, attachmentId)).toBeNull();
    }
  });

  it('[F13] [ATT8] is stored whole or not at all, and a full disk is said as such', async () => {
    const device = await testDevice();
    let pieces = 0;
    device.database.attachmentChunks.hook('creating', () => {
      pieces += 1;
      if (pieces === 3) throw new DOMException('planted', 'QuotaExceededError');
    });
    const content = new Blob([jpeg({ sizeBytes: 4 * contentChunkBytes })]);
    expect(await addAttachment(device.parts, { dossierId: dossierA, draftId: 'draft-1', takenOn, content })).toEqual({ ok: false, problem: { kind: 'no-space' } });
    expect([await device.database.attachments.count(), await device.database.attachmentChunks.count()]).toEqual([0, 0]);
  });

  it('takes pictures and nothing else, and none above 30 MB', async () => {
    const device = await testDevice();
    const tried = (content: Blob) => addAttachment(device.parts, { dossierId: dossierA, draftId: 'draft-1', takenOn, content });
    expect(await tried(new Blob(['<svg onload="alert(1)"/>'], { type: 'image/jpeg' }))).toMatchObject({ problem: { kind: 'not-a-picture' } });
    expect(await tried(new Blob([]))).toMatchObject({ problem: { kind: 'not-a-picture' } });
    expect(await tried(new Blob([new Uint8Array(30 * 1024 * 1024 + 1)]))).toMatchObject({ problem: { kind: 'too-large', maximumBytes: 30 * 1024 * 1024 } });
  });

  it('can be described and thrown away until it is kept, and not afterwards', async () => {
    const device = await testDevice();
    const [first, second] = [await add(device), await add(device)];
    await changeWaiting(device.parts, first, { description: 'De nieuwe werkbank' });
    expect((await readAttachmentDrafts(device.database, device.cipher, 'draft-1')).map(({ attachmentId, description }) => [attachmentId, description])).toEqual([[first, 'De nieuwe werkbank'], [second, '']]);
    await discardAttachment(device.parts, second);
    expect(await device.database.attachmentChunks.count()).toBe(1);
    await keepVisit(device.parts, visit);
    await changeWaiting(device.parts, first, { description: 'Anders' });
    await discardAttachment(device.parts, first);
    const view = await readDossier(device.database, device.cipher, dossierA);
    expect(view?.attachments).toMatchObject([{ record: { recordId: first, groups: { facts: { description: 'De nieuwe werkbank', takenOn, sizeBytes: 2_000, mediaType: 'image/jpeg' } }, status: { kind: 'kept' } }, content: { state: 'kept', sentBytes: 0 } }]);
  });
});

describe('keeping a photo', () => {
  it('[ATT8] operation and content are kept together or not at all', async () => {
    const device = await testDevice();
    const attachmentId = await add(device, { draftId: looseDraftOf(dossierA) });
    const refuse = () => {
      throw new Error('planted');
    };
    device.database.audit.hook('creating', refuse);
    expect(await keepAttachments(device.parts, looseDraftOf(dossierA), null)).toMatchObject({ ok: false, problem: { kind: 'storage' } });
    expect([await stateOf(device, attachmentId), await outboxOf(device)]).toEqual(['draft', []]);
    device.database.audit.hook('creating').unsubscribe(refuse);
    expect(await keepAttachments(device.parts, looseDraftOf(dossierA), null)).toMatchObject({ ok: true });
    expect([await stateOf(device, attachmentId), await outboxOf(device)]).toEqual(['kept', [attachmentId]]);
  });

  it('a visit is kept first, then its photos, which name it', async () => {
    const device = await testDevice();
    const photos = [await add(device), await add(device)];
    const outcome = await keepVisit(device.parts, visit);
    if (!outcome.ok) throw new Error('kept');
    expect(await outboxOf(device)).toEqual([outcome.value.recordId, ...photos]);
    const view = await readDossier(device.database, device.cipher, dossierA);
    expect(view?.attachments.map(({ record }) => record.groups.facts?.visitId)).toEqual([outcome.value.recordId, outcome.value.recordId]);
    expect(await readAttachmentDrafts(device.database, device.cipher, 'draft-1')).toEqual([]);
  });

  it('a stop between a visit and its photos: the next start keeps them with that visit', async () => {
    const device = await testDevice();
    const photos = [await add(device), await add(device)];
    let audits = 0;
    const stopAfterTheVisit = () => {
      audits += 1;
      if (audits > 1) throw new Error('the power went');
    };
    device.database.audit.hook('creating', stopAfterTheVisit);
    const outcome = await keepVisit(device.parts, visit);
    if (!outcome.ok) throw new Error('kept');
    expect(await outboxOf(device)).toEqual([outcome.value.recordId]);
    device.database.audit.hook('creating').unsubscribe(stopAfterTheVisit);
    expect(await keepLeftAttachments(device.parts)).toBe(2);
    expect(await outboxOf(device)).toEqual([outcome.value.recordId, ...photos]);
    expect(await keepLeftAttachments(device.parts)).toBe(0);
  });

  it('a visit that could not be kept leaves its photos with the draft', async () => {
    const device = await testDevice();
    const attachmentId = await add(device);
    await saveDraft(device.parts, { draftId: 'draft-1', dossierId: dossierA, form: 'visit', values: {} });
    expect(await keepVisit(device.parts, { ...visit, payload: { ...visit.payload, facts: {} as never } })).toMatchObject({ ok: false, problem: { kind: 'invalid' } });
    device.clock.advance(40 * dayMs);
    expect(await keepLeftAttachments(device.parts)).toBe(0);
    expect(await stateOf(device, attachmentId)).toBe('draft');
    const outcome = await keepVisit(device.parts, visit);
    expect(await outboxOf(device)).toEqual([outcome.ok ? outcome.value.recordId : '', attachmentId]);
  });

  it('[CLK3] photos of a draft that was thrown away go after a day of the server, whatever this clock does; those of a candidate wait for their person', async () => {
    const device = await testDevice();
    const [ofDraft, loose] = [await add(device), await add(device, { draftId: looseDraftOf(dossierA) })];
    for (const serverTimeMs of [null, dayMs, 2 * dayMs, 500]) {
      if (serverTimeMs !== null) await serverSays(device, serverTimeMs);
      device.clock.advance(3 * 365 * dayMs);
      await keepLeftAttachments(device.parts);
      expect(await stateOf(device, ofDraft)).toBe('draft');
    }
    await serverSays(device, dayMs + 501);
    await keepLeftAttachments(device.parts);
    expect([await stateOf(device, ofDraft), await stateOf(device, loose)]).toEqual([undefined, 'draft']);
    expect(await device.database.attachmentChunks.count()).toBe(1);
  });

  it('[ATT8] a refused photo that is offered again brings its content again', async () => {
    const device = await testDevice();
    const attachmentId = await kept(device);
    const contents = createDexieContentStore(device.database, device.cipher);
    await contents.settle(attachmentId, 'refused', device.clock.nowMs());
    const [row] = await device.database.outbox.toArray();
    if (row === undefined) throw new Error('an operation');
    await device.store.storePage(pullPage({ outcomes: [{ outcome: 'refused', opId: row.opId, recordId: attachmentId, reason: 'not-allowed', violations: [], receivedAtMs: 1 }] }), 1);
    await retryUnsent(device.parts, row.opId);
    expect([await stateOf(device, attachmentId), (await device.database.outbox.toArray()).map(({ state }) => state)]).toEqual(['kept', ['waiting']]);
  });
});

describe('a photo and the notes around it', () => {
  it('[ATT1] [ATT10] its operation is not sent before its content, and holds up no other', async () => {
    const device = await testDevice();
    const attachmentId = await add(device);
    const outcome = await keepVisit(device.parts, visit);
    if (!outcome.ok) throw new Error('kept');
    expect((await device.store.nextBatch(100, 0)).map(({ record }) => record.recordId)).toEqual([outcome.value.recordId]);
    await settleRecord(device, outcome.value.recordId);
    expect([await device.store.unsettled(), await device.store.nextBatch(100, 0)]).toEqual([0, []]);
    const contents = createDexieContentStore(device.database, device.cipher);
    await contents.settle(attachmentId, 'sent', device.clock.nowMs());
    expect((await device.store.nextBatch(100, 0)).map(({ record }) => record.recordId)).toEqual([attachmentId]);
  });

  it('[VIEW3] [ATT5] "Alles verstuurd" is not said while a content waits, was refused or is damaged', async () => {
    const device = await testDevice();
    const attachmentId = await kept(device);
    await settleRecord(device, attachmentId);
    await device.database.position.update('position', { digestAgrees: true });
    const status = openSyncStatus(device.database);
    const told = () => new Promise<void>((resolve) => {
      const stop = status.live.subscribe(() => (stop(), resolve()));
    });
    await told();
    for (const [state, left] of [['kept', 1], ['refused', 1], ['damaged', 1], ['sent', 0]] as const) {
      const changed = device.database.attachments.update(attachmentId, { state });
      if (state !== 'kept') await told();
      await changed;
      expect([status.live.current().attachmentsLeft, status.live.current().allSent]).toEqual([left, left === 0]);
    }
    status.close();
  });

  it('is shown with how far it is, and its address is taken back at the lock', async () => {
    const device = await testDevice();
    const attachmentId = await kept(device);
    const contents = createDexieContentStore(device.database, device.cipher);
    await contents.noteSent(attachmentId, 800);
    expect((await readDossier(device.database, device.cipher, dossierA))?.attachments[0]?.content).toEqual({ state: 'kept', sizeBytes: 2_000, sentBytes: 800 });
    const addresses = createContentAddresses(device.database, device.cipher, () => Promise.resolve(null));
    const address = (await addresses.of(attachmentId)) ?? '';
    expect(await addresses.of(attachmentId)).toBe(address);
    expect(new Uint8Array(await (await fetch(address)).arrayBuffer())).toEqual(jpeg({ sizeBytes: 2_000 }));
    expect(await addresses.of('unknown' as RecordId)).toBeNull();
    addresses.close();
    await Promise.resolve();
    await expect(fetch(address)).rejects.toThrow();
    expect(await addresses.of(attachmentId)).toBeNull();
  });
});

describe('a photo that is not on this device', () => {
  const facts = { mediaType: 'image/jpeg', sizeBytes: 2_000, sha256: 'of-the-record' } as const;

  it('[ATT12] is asked of the server when it is looked at, once, and is never stored here', async () => {
    const device = await testDevice();
    const asked: string[] = [];
    let isThere = false;
    const addresses = createContentAddresses(device.database, device.cipher, (attachmentId) => {
      asked.push(attachmentId);
      return Promise.resolve(isThere ? new Blob([jpeg({ sizeBytes: 2_000 })]) : null);
    });
    const theirs = 'of-a-colleague' as RecordId;
    expect(await addresses.of(theirs)).toBeNull();
    expect([await addresses.of(theirs, facts), asked]).toEqual([null, [theirs]]);
    // Without a connection then; now there is one.
    isThere = true;
    const address = (await addresses.of(theirs, facts)) ?? '';
    expect(await addresses.of(theirs, facts)).toBe(address);
    expect(asked).toHaveLength(2);
    expect(new Uint8Array(await (await fetch(address)).arrayBuffer())).toEqual(jpeg({ sizeBytes: 2_000 }));
    expect(await device.database.attachments.count()).toBe(0);
    // What is here is taken from here.
    const own = await kept(device);
    expect(await addresses.of(own, facts)).not.toBeNull();
    expect(asked).toHaveLength(2);
    addresses.close();
    await Promise.resolve();
    await expect(fetch(address)).rejects.toThrow();
  });

  it('[ATT12] that arrives after the lock gets no address', async () => {
    const device = await testDevice();
    const addresses = createContentAddresses(device.database, device.cipher, () => {
      // Somebody locks while it is on its way.
      addresses.close();
      return Promise.resolve(new Blob([jpeg()]));
    });
    expect(await addresses.of('of-a-colleague' as RecordId, facts)).toBeNull();
  });
});

describe('a photo whose content is lost', () => {
  it('[ATT8] is in the list that a person sees, with what was written about it', async () => {
    const device = await testDevice();
    const attachmentId = await kept(device);
    expect((await readUnsent(device.database, device.cipher, (id) => id)).map(({ status }) => status.kind)).toEqual(['kept']);
    // The database came back empty, and the second journal brought the operation back.
    await device.database.attachments.clear();
    await device.database.attachmentChunks.clear();
    const [item] = await readUnsent(device.database, device.cipher, (id) => id);
    expect(item).toMatchObject({ recordId: attachmentId, status: { kind: 'refused', reason: 'content-missing' } });
    expect(item?.content).toContain('image/jpeg');
    // The server may have the content: it is asked.
    expect((await device.store.nextBatch(100, 0)).map(({ record }) => record.recordId)).toEqual([attachmentId]);
  });
});

describe('a content that cannot be read', () => {
  it('[ATT10] whose facts do not open is said to be damaged, and holds up no other', async () => {
    const device = await testDevice();
    const contents = createDexieContentStore(device.database, device.cipher);
    const [broken, whole] = [await kept(device), await kept(device)];
    await device.database.attachments.update(broken, { box: new Uint8Array(40) });
    expect((await contents.waiting()).map(({ attachmentId }) => attachmentId)).toEqual([whole]);
    expect([await stateOf(device, broken), await stateOf(device, whole)]).toEqual(['damaged', 'kept']);
  });

  it('is lost when a chunk is gone or changed, and only then: a database or a key that is away says nothing', async () => {
    const device = await testDevice();
    const attachmentId = await kept(device);
    const readFirst = async (cipher = device.cipher) => (await createDexieContentStore(device.database, cipher).waiting())[0]?.readChunk(0);
    const away = { ...device.cipher, openBytes: () => Promise.reject(new DOMException('the key is going', 'InvalidAccessError')) };
    await expect(readFirst(away)).rejects.not.toBeInstanceOf(ContentLost);
    expect(await readFirst()).toHaveLength(2_000);
    const [chunk] = await device.database.attachmentChunks.toArray();
    const box = Uint8Array.from(chunk?.box ?? []);
    box[30] = (box[30] ?? 0) ^ 1;
    await device.database.attachmentChunks.update([attachmentId, 0], { box });
    await expect(readFirst()).rejects.toBeInstanceOf(ContentLost);
    await device.database.attachmentChunks.clear();
    await expect(readFirst()).rejects.toBeInstanceOf(ContentLost);
  });
});

describe('what may leave the device', () => {
  it('[ATT9] a content goes a day after its receipt when the server’s backup holds its record, else after 14 days', async () => {
    for (const [backedUpThrough, goesAfterDays] of [[7, 1], [6, 14]] as const) {
      const device = await testDevice();
      const contents = createDexieContentStore(device.database, device.cipher);
      const attachmentId = await kept(device);
      await settleRecord(device, attachmentId);
      await contents.settle(attachmentId, 'sent', device.clock.nowMs());
      const receivedAtMs = device.clock.nowMs();
      await serverSays(device, receivedAtMs + goesAfterDays * dayMs - 1, backedUpThrough);
      // [CLK3] A device that is years ahead throws nothing away.
      device.clock.advance(3 * 365 * dayMs);
      await contents.tidy(device.clock.nowMs());
      expect(await stateOf(device, attachmentId)).toBe('sent');
      await serverSays(device, receivedAtMs + goesAfterDays * dayMs + 1, backedUpThrough);
      await contents.tidy(device.clock.nowMs());
      expect([await stateOf(device, attachmentId), await device.database.attachmentChunks.count()]).toEqual([undefined, 0]);
    }
  });

  it('[ATT9] never while its operation waits or was refused, whatever the time is', async () => {
    const device = await testDevice();
    const contents = createDexieContentStore(device.database, device.cipher);
    const attachmentId = await kept(device);
    await contents.tidy(device.clock.nowMs());
    await contents.settle(attachmentId, 'sent', device.clock.nowMs());
    device.clock.advance(3 * 365 * dayMs);
    await contents.tidy(device.clock.nowMs());
    expect(await device.database.attachmentChunks.count()).toBe(1);
  });

  it('[ATT9] with a dossier that left the person’s rights its photos go, once they are settled', async () => {
    const device = await testDevice();
    const contents = createDexieContentStore(device.database, device.cipher);
    const attachmentId = await kept(device);
    const { cursor } = await device.store.position();
    await device.store.storePage(pullPage({ cursor, forget: [dossierA] }), 1);
    await contents.settle(attachmentId, 'sent', device.clock.nowMs());
    await contents.tidy(device.clock.nowMs());
    expect(await stateOf(device, attachmentId)).toBe('sent');
    const [row] = await device.database.outbox.toArray();
    await device.store.storePage(pullPage({ cursor, outcomes: [{ outcome: 'handed-over', opId: row?.opId as never, recordId: attachmentId, receivedAtMs: 1 }] }), 1);
    await contents.tidy(device.clock.nowMs());
    expect([await stateOf(device, attachmentId), await device.database.attachmentChunks.count()]).toEqual([undefined, 0]);
  });

  it('[ATT9] photos that were not kept go with the dossier too, unless a draft still shows them', async () => {
    const device = await testDevice();
    const contents = createDexieContentStore(device.database, device.cipher);
    const [shown, loose] = [await add(device), await add(device, { draftId: looseDraftOf(dossierA) })];
    await saveDraft(device.parts, { draftId: 'draft-1', dossierId: dossierA, form: 'visit', values: {} });
    await device.store.storePage(pullPage({ dossiers: [{ dossierId: dossierA, records: [stored('candidate', 'candidate-a', candidateGroups())] }] }), 1);
    await contents.tidy(device.clock.nowMs());
    expect([await stateOf(device, shown), await stateOf(device, loose)]).toEqual(['draft', 'draft']);
    await device.store.storePage(pullPage({ cursor: 2, forget: [dossierA] }), 1);
    await contents.tidy(device.clock.nowMs());
    expect([await stateOf(device, shown), await stateOf(device, loose)]).toEqual(['draft', undefined]);
    await device.database.drafts.delete('draft-1');
    await contents.tidy(device.clock.nowMs());
    expect(await device.database.attachmentChunks.count()).toBe(0);
  });

  it('[ATT9] a server that was restored is asked about its contents again', async () => {
    const device = await testDevice();
    const contents = createDexieContentStore(device.database, device.cipher);
    const attachmentId = await kept(device);
    await settleRecord(device, attachmentId);
    await contents.settle(attachmentId, 'sent', device.clock.nowMs());
    await contents.tidy(device.clock.nowMs());
    expect(await stateOf(device, attachmentId)).toBe('sent');
    await device.store.storePage(pullPage({ epoch: 2, cursor: 1, dossiers: [{ dossierId: dossierA, records: [stored('candidate', 'candidate-a', candidateGroups())] }] }), 1);
    await contents.tidy(device.clock.nowMs());
    expect(await stateOf(device, attachmentId)).toBe('kept');
    expect((await contents.waiting()).map((content) => content.attachmentId)).toEqual([attachmentId]);
  });

  it('[ATT1] a content that is sent while its operation still hears `later` is asked about again after a minute', async () => {
    const device = await testDevice();
    const contents = createDexieContentStore(device.database, device.cipher);
    const attachmentId = await kept(device);
    await settleRecord(device, 'nothing' as RecordId);
    await contents.settle(attachmentId, 'sent', device.clock.nowMs());
    device.clock.advance(59_000);
    await contents.tidy(device.clock.nowMs());
    expect(await stateOf(device, attachmentId)).toBe('sent');
    device.clock.advance(2_000);
    await contents.tidy(device.clock.nowMs());
    expect(await stateOf(device, attachmentId)).toBe('kept');
  });
});
