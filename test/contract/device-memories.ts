import type { DossierId } from '#shared/domain/ids.ts';
import { createCipher } from '#renderer/data/db/cipher.ts';
import { createDexieDeviceStore } from '#renderer/data/db/dexie-device-store.ts';
import { openDossier } from '#renderer/data/db/dossier-content.ts';
import { placeOf } from '#renderer/data/db/places.ts';
import { openUserDatabase } from '#renderer/data/db/user-database.ts';
import type { DeviceMemory } from './device-store.contract.ts';

let made = 0;

/** The product's own memory, with its real cryptography, in whatever IndexedDB there is: a browser's, or one in memory. */
export async function dexieMemory(): Promise<DeviceMemory> {
  made += 1;
  const database = openUserDatabase(`contract-${made}`, 'strict');
  await database.delete();
  await database.open();
  const cipher = createCipher(await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']));
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
    outbox: async () => (await database.outbox.orderBy('order').toArray()).map((row) => [row.opId, row.state] as const),
    receipts: async () => Object.fromEntries((await database.receipts.toArray()).map(({ opId, settled, n, epoch }) => [opId, { settled, n, epoch }])),
  };
}
