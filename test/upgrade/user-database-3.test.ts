// First: Dexie looks for IndexedDB when it is loaded.
import { testDevice } from '../support/device.ts';
import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids.ts';
import { keep } from '#renderer/data/commands/keep.ts';
import { createDexieDeviceStore } from '#renderer/data/db/dexie-device-store.ts';
import { openUserDatabase, userDatabaseName } from '#renderer/data/db/user-database.ts';
import { readDoubts } from '#renderer/data/queries/doubts.ts';
import { dossierA, visitGroups } from '../fixtures/records.ts';

/** The tables as version 2 made them. Written down here, so that a change of the code cannot change what an old laptop has. */
const version2 = {
  position: 'key', dossiers: 'dossierId', summaryChunks: 'chunkId', outbox: 'opId, order, state, dossierId', drafts: 'draftId, dossierId', receipts: 'opId, dossierId', audit: 'auditId',
  attachments: 'attachmentId, state, draftId, dossierId', attachmentChunks: '[attachmentId+index]',
};

it('a database of version 2, opened by version 3, keeps every row: unsent work can be sent, and there is no doubt about anything', async () => {
  const today = await testDevice('user-upgrade-v3');
  await keep(today.parts, { record: { dossierId: dossierA, recordId: 'visit-1' as RecordId, kind: 'visit' }, payload: visitGroups() as unknown as Record<string, never>, draftId: null });
  const rows = await today.database.outbox.toArray();
  const old = new Dexie(userDatabaseName('user-upgrade-v3'));
  old.version(2).stores(version2);
  await old.open();
  await old.table('outbox').bulkAdd(rows);
  old.close();

  const database = openUserDatabase('user-upgrade-v3', 'strict');
  await database.open();
  expect(await database.outbox.toArray()).toEqual(rows);
  expect((await createDexieDeviceStore(database, today.cipher).nextBatch(100, 0)).map(({ record }) => record.recordId)).toEqual(['visit-1']);
  expect(await readDoubts(database, String)).toEqual({ lost: 0, unopened: 0, photos: [] });
  expect(await database.journalPlaces.count()).toBe(0);
  database.close();
});
