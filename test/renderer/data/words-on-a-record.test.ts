// First: Dexie looks for IndexedDB when it is loaded.
import { pullPage, testDevice, type TestDevice } from '../../support/device.ts';
import { expect, it } from 'vitest';
import type { OpId, RecordId } from '#shared/domain/ids.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import { keep } from '#renderer/data/commands/keep.ts';
import { readDossier } from '#renderer/data/queries/dossier.ts';
import { readUnsent } from '#renderer/data/queries/unsent.ts';
import { candidateGroups, dossierA, stored, visitGroups } from '../../fixtures/records.ts';

const visitId = 'visit-1' as RecordId;

async function wordOf({ database, cipher }: TestDevice): Promise<readonly (string | undefined)[]> {
  const [file, unsent] = await Promise.all([readDossier(database, cipher, dossierA), readUnsent(database, cipher, () => 'Amrani')]);
  return [file?.visits[0]?.status.kind, unsent[0]?.status.kind];
}

/** Everything that is stored, as text; boxes by their bytes. */
async function everythingStored({ database }: TestDevice): Promise<Readonly<Record<string, string>>> {
  const tables = await Promise.all(database.tables.map(async (table) => [table.name, JSON.stringify(await table.toArray(), (_key, value: unknown) => (value instanceof Uint8Array ? [...value].join(' ') : value))] as const));
  return Object.fromEntries(tables);
}

it('[VIEW2] the words on a record follow from outbox and receipts each time they are read: nothing else is touched, and reading stores nothing', async () => {
  const device = await testDevice();
  await device.store.storePage(pullPage({ cursor: 2, dossiers: [{ dossierId: dossierA, records: [stored('candidate', 'dossier-a', candidateGroups(), { n: 1 }), stored('visit', 'visit-1', visitGroups(), { n: 2 })] }] }), 1);
  expect(await wordOf(device)).toEqual(['on-server', undefined]);
  const note = visitGroups({ observations: 'Nog iets.' }).note as unknown as JsonValue;
  const kept = await keep(device.parts, { record: { dossierId: dossierA, recordId: visitId, kind: 'visit' }, payload: { note }, draftId: null });
  if (!kept.ok) throw new Error('not kept');
  const [entry] = await device.database.outbox.toArray();
  if (entry === undefined) throw new Error('not in the outbox');
  const { outbox: _outbox, receipts: _receipts, ...rest } = await everythingStored(device);

  const words: (readonly (string | undefined)[])[] = [];
  for (const state of ['waiting', 'received', 'conflict', 'refused'] as const) {
    await device.database.outbox.update(entry.opId, { state });
    words.push(await wordOf(device));
  }
  await device.database.outbox.clear();
  words.push(await wordOf(device));
  await device.database.receipts.add({ opId: entry.opId, settled: 'applied', recordId: visitId, dossierId: dossierA, n: 3, epoch: 1, receivedAtMs: 77 });
  expect(words).toEqual([['kept', 'kept'], ['sending', 'sending'], ['conflict', 'conflict'], ['refused', 'refused'], ['on-server', undefined]]);
  expect((await readDossier(device.database, device.cipher, dossierA))?.visits[0]?.status).toEqual({ kind: 'on-server', receivedAtMs: 77 });
  await device.database.outbox.add({ ...entry, opId: '22222222-2222-4222-8222-222222222222' as OpId });
  expect(await everythingStored(device)).toMatchObject(rest);
});
