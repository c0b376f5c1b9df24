// First: Dexie looks for IndexedDB when it is loaded.
import { pullPage, testDevice, type TestDevice } from '../../support/device.ts';
import { expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids.ts';
import { keep } from '#renderer/data/commands/keep.ts';
import { retryUnsent } from '#renderer/data/commands/retry-unsent.ts';
import { placeOf } from '#renderer/data/db/places.ts';
import { readUnsent } from '#renderer/data/queries/unsent.ts';
import { dossierA, visitGroups } from '../../fixtures/records.ts';

async function keptVisit({ parts }: TestDevice) {
  const kept = await keep(parts, { record: { dossierId: dossierA, recordId: 'visit-1' as RecordId, kind: 'visit' }, payload: visitGroups() as unknown as Record<string, never>, draftId: null });
  if (!kept.ok) throw new Error('not kept');
  return kept.value.opId;
}

it('[VER8] work of which the server says something that this app does not know stays, in the list, with what was said', async () => {
  const device = await testDevice();
  const { database, cipher, store } = device;
  const opId = await keptVisit(device);
  await store.storePage(pullPage({ cursor: 4, unknownOutcomes: [{ opId, outcome: 'of-next-year' }] }), 1);
  const [item] = await readUnsent(database, cipher, String);
  expect(item?.status).toMatchObject({ kind: 'refused', reason: 'unknown-outcome' });
  expect(item?.content).toContain('observations');
  const row = await database.outbox.get(opId);
  expect(await cipher.open(placeOf.outcome(opId), row?.outcomeBox as Uint8Array<ArrayBuffer>)).toEqual({ opId, outcome: 'of-next-year' });

  // Sent again it is the same operation: the server knows what became of it, and says it again.
  await retryUnsent(device.parts, opId);
  expect((await store.nextBatch(10, 0)).map((operation) => operation.opId)).toEqual([opId]);
  await store.storePage(pullPage({ cursor: 5, outcomes: [{ outcome: 'applied', opId, recordId: 'visit-1' as RecordId, n: 4, receivedAtMs: 1 }] }), 1);
  expect(await database.outbox.count()).toBe(0);
});
