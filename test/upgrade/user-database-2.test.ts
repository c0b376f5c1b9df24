// First: Dexie looks for IndexedDB when it is loaded.
import { testDevice } from '../support/device.ts';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import type { DossierId, OpId, RecordId } from '#shared/domain/ids.ts';
import type { SignedOperation } from '#shared/sync/operation.ts';
import { addAttachment, looseDraftOf } from '#renderer/data/commands/attachments.ts';
import { keep } from '#renderer/data/commands/keep.ts';
import { createDexieDeviceStore } from '#renderer/data/db/dexie-device-store.ts';
import { openUserDatabase, userDatabaseName, userDatabaseVersion } from '#renderer/data/db/user-database.ts';
import { readDrafts } from '#renderer/data/queries/drafts.ts';
import { dossierA, day, visitGroups } from '../fixtures/records.ts';
import { jpeg } from '../fixtures/pictures.ts';

/** The tables as version 1 made them. Written down here, so that a change of the code cannot change what an old laptop has. */
const version1 = {
  position: 'key', dossiers: 'dossierId', summaryChunks: 'chunkId', outbox: 'opId, order, state, dossierId', drafts: 'draftId, dossierId', receipts: 'opId, dossierId', audit: 'auditId',
};
const tablesOfVersion1 = Object.keys(version1) as (keyof typeof version1)[];

/** A laptop that was last used with version 1: two visits not sent yet (one refused), a draft, a file and its position. */
async function laptopOfVersion1(userId: string) {
  const today = await testDevice(userId);
  const kept = [];
  for (const recordId of ['visit-1', 'visit-2']) {
    kept.push(await keep(today.parts, { record: { dossierId: dossierA, recordId: recordId as RecordId, kind: 'visit' }, payload: visitGroups() as unknown as Record<string, never>, draftId: null }));
  }
  const box = await today.cipher.seal('drafts/draft-1', { form: 'visit', values: { observations: 'Half getypt' } });
  await today.database.drafts.add({ draftId: 'draft-1', dossierId: dossierA, savedAtMs: 1, box });
  const second = (await today.database.outbox.orderBy('order').toArray())[1];
  await today.database.outbox.update(second?.opId as OpId, { state: 'refused' });

  const old = new Dexie(userDatabaseName(userId));
  old.version(1).stores(version1);
  await old.open();
  const rows = new Map<string, readonly unknown[]>();
  for (const table of tablesOfVersion1) {
    rows.set(table, await today.database.table(table).toArray());
    await old.table(table).bulkAdd([...(rows.get(table) ?? [])]);
  }
  old.close();
  return { rows, cipher: today.cipher, parts: today.parts };
}

describe('a database of version 1, opened by version 2', () => {
  it('keeps every row as it was: unsent work is still there, in its order, and can be sent', async () => {
    const { rows, cipher } = await laptopOfVersion1('user-upgrade-1');
    const database = openUserDatabase('user-upgrade-1', 'strict');
    await database.open();
    for (const table of tablesOfVersion1) expect([table, await database.table(table).toArray()]).toEqual([table, rows.get(table)]);
    const batch: readonly SignedOperation[] = await createDexieDeviceStore(database, cipher).nextBatch(100, 0);
    expect(batch.map(({ record }) => record.recordId)).toEqual(['visit-1']);
    expect((await readDrafts(database, cipher, dossierA)).map(({ values }) => values)).toEqual([{ observations: 'Half getypt' }]);
    database.close();
  });

  it('takes photos at once', async () => {
    const { parts } = await laptopOfVersion1('user-upgrade-2');
    const database = openUserDatabase('user-upgrade-2', 'strict');
    const added = await addAttachment({ ...parts, database }, { dossierId: 'dossier-a' as DossierId, draftId: looseDraftOf(dossierA), takenOn: day('2026-11-20'), content: new Blob([jpeg()]) });
    expect(added.ok).toBe(true);
    database.close();
  });

  it('[F16] a window of the old version that is still open makes way, and loses nothing', async () => {
    const { rows } = await laptopOfVersion1('user-upgrade-3');
    const old = new Dexie(userDatabaseName('user-upgrade-3'));
    old.version(1).stores(version1);
    await old.open();
    const database = openUserDatabase('user-upgrade-3', 'strict');
    await database.open();
    expect(old.isOpen()).toBe(false);
    expect(await database.outbox.toArray()).toEqual(rows.get('outbox'));
    database.close();
  });

  it('[F17] a stop in the middle of the upgrade leaves version 1 as it was', async () => {
    const { rows } = await laptopOfVersion1('user-upgrade-4');
    await new Promise<void>((resolve, reject) => {
      // Dexie counts in tens.
      const request = indexedDB.open(userDatabaseName('user-upgrade-4'), 20);
      request.addEventListener('upgradeneeded', () => {
        request.result.createObjectStore('attachments', { keyPath: 'attachmentId' });
        request.transaction?.abort();
      });
      request.addEventListener('error', () => resolve());
      request.addEventListener('success', () => reject(new Error('it was not stopped')));
    });
    const database = openUserDatabase('user-upgrade-4', 'strict');
    expect(await database.outbox.toArray()).toEqual(rows.get('outbox'));
    expect(database.verno).toBe(userDatabaseVersion);
    database.close();
  });
});

describe('versions of the database', () => {
  it('each has a test that opens the one before it', () => {
    for (let version = 2; version <= userDatabaseVersion; version += 1) {
      expect([version, existsSync(fileURLToPath(new URL(`user-database-${version}.test.ts`, import.meta.url)))]).toEqual([version, true]);
    }
  });
});
