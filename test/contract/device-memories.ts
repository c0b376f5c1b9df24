import type { DossierId, OpId } from '#shared/domain/ids.ts';
import { contentChunkBytes } from '#shared/sync/content-port.ts';
import { createCipher } from '#renderer/data/db/cipher.ts';
import { createDexieContentStore } from '#renderer/data/db/dexie-content-store.ts';
import { createDexieDeviceStore } from '#renderer/data/db/dexie-device-store.ts';
import { openDossier } from '#renderer/data/db/dossier-content.ts';
import { placeOf } from '#renderer/data/db/places.ts';
import { emptyTally } from '#renderer/data/db/tally.ts';
import { openUserDatabase } from '#renderer/data/db/user-database.ts';
import { createDexieKeptWork } from '#renderer/data/journal/kept-work.ts';
import type { ContentMemory } from './content-store.contract.ts';
import type { DeviceMemory } from './device-store.contract.ts';

let made = 0;

async function freshDatabase() {
  made += 1;
  const database = openUserDatabase(`contract-${made}`, 'strict');
  await database.delete();
  await database.open();
  return { database, cipher: createCipher(await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])) };
}

/** The product's own memory, with its real cryptography, in whatever IndexedDB there is: a browser's, or one in memory. */
export async function dexieMemory(): Promise<DeviceMemory> {
  const { database, cipher } = await freshDatabase();
  return {
    store: createDexieDeviceStore(database, cipher),
    another: () => createDexieDeviceStore(database, cipher),
    async lay(operation, options = {}) {
      const box = await cipher.seal(placeOf.operation(operation.opId), operation);
      const order = ((await database.outbox.orderBy('order').last())?.order ?? 0) + 1;
      await database.outbox.add({ opId: operation.opId, order, state: 'waiting', ...operation.record, keptAtMs: 1, box, ...options });
    },
    async dossiers() {
      const rows = await database.dossiers.toArray();
      const opened = await Promise.all(rows.map(async (row): Promise<[DossierId, Record<string, number>]> => [row.dossierId, Object.fromEntries((await openDossier(cipher, row)).records.map(({ recordId, n }) => [recordId, n]))]));
      return Object.fromEntries(opened);
    },
    compared: (epoch) => createDexieKeptWork(database, cipher).noteCompared(epoch, ['window-1']),
    outbox: async () => (await database.outbox.orderBy('order').toArray()).map((row) => [row.opId, row.state] as const),
    receipts: async () => Object.fromEntries((await database.receipts.toArray()).map(({ opId, settled, n, epoch }) => [opId, { settled, n, epoch }])),
  };
}

/** The contents beside it, in the same database. */
export async function dexieContents(): Promise<ContentMemory> {
  const { database, cipher } = await freshDatabase();
  const opIdOf = (attachmentId: string) => `operation-of-${attachmentId}` as OpId;
  const rowOf = async (attachmentId: string) => {
    const row = await database.attachments.where('attachmentId').equals(attachmentId).first();
    if (row === undefined) throw new Error('no such content');
    return row;
  };
  const box = new Uint8Array(40);
  return {
    store: createDexieContentStore(database, cipher),
    async lay({ attachmentId, dossierId, draftId, bytes, sha256, addedAtMs }) {
      const facts = await cipher.seal(placeOf.attachment(attachmentId), { takenOn: '2026-11-20', mediaType: 'image/jpeg', sha256, description: '' });
      for (let index = 0; index * contentChunkBytes < bytes.length; index += 1) {
        const piece = bytes.slice(index * contentChunkBytes, (index + 1) * contentChunkBytes);
        await database.attachmentChunks.add({ attachmentId, index, box: await cipher.sealBytes(placeOf.attachmentChunk(attachmentId, index), piece) });
      }
      const state = draftId === null ? 'kept' : 'draft';
      await database.attachments.add({ attachmentId, dossierId, draftId, visitId: null, state, sizeBytes: bytes.length, sentBytes: 0, addedAtMs, settledAtMs: null, settledEpoch: null, box: facts });
    },
    async harm(attachmentId, what) {
      if (what === 'facts') await database.attachments.update(attachmentId, { box });
      else if (what === 'first piece') await database.attachmentChunks.update([attachmentId, 0], { box });
      else await database.attachmentChunks.delete([attachmentId, 0]);
    },
    file: async (dossierId, isHere) => void (await (isHere ? database.dossiers.put({ dossierId, generation: 1, tally: emptyTally, box }) : database.dossiers.delete(dossierId))),
    draft: async (draftId, isHere) => void (await (isHere ? database.drafts.put({ draftId, dossierId: 'dossier-a' as DossierId, savedAtMs: 1, box }) : database.drafts.delete(draftId))),
    async operation(attachmentId, waits) {
      const { dossierId } = await rowOf(attachmentId);
      if (!waits) await database.outbox.delete(opIdOf(attachmentId));
      else await database.outbox.put({ opId: opIdOf(attachmentId), order: (await database.outbox.count()) + 1, state: 'waiting', dossierId, recordId: attachmentId, kind: 'attachment', keptAtMs: 1, box });
    },
    async receipt(attachmentId, { n, epoch, receivedAtMs }) {
      const { dossierId } = await rowOf(attachmentId);
      await database.receipts.put({ opId: opIdOf(attachmentId), settled: 'applied', recordId: attachmentId, dossierId, n, epoch, receivedAtMs });
    },
    pulled: async (position) => void (await database.position.put({ key: 'position', cursor: 1, lastPullAtMs: 1, journalEpoch: position.epoch, generation: 1, tally: emptyTally, rebuilding: false, digestAgrees: true, ...position })),
    states: async () => Object.fromEntries((await database.attachments.toArray()).map(({ attachmentId, state }) => [attachmentId, state])),
    sentBytes: async (attachmentId) => (await rowOf(attachmentId)).sentBytes,
    pieces: () => database.attachmentChunks.count(),
  };
}
