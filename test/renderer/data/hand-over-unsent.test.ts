// First: Dexie looks for IndexedDB when it is loaded.
import { pullPage, testDevice, type TestDevice } from '../../support/device.ts';
import { describe, expect, it } from 'vitest';
import type { DossierId, OpId, RecordId } from '#shared/domain/ids.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import { isHandingOver } from '#shared/sync/operation.ts';
import { handOverUnsent } from '#renderer/data/commands/hand-over-unsent.ts';
import { keep } from '#renderer/data/commands/keep.ts';
import { retryUnsent } from '#renderer/data/commands/retry-unsent.ts';
import { readUnsent } from '#renderer/data/queries/unsent.ts';
import { readDossier } from '#renderer/data/queries/dossier.ts';
import { candidateGroups, dossierA, stored, visitGroups } from '../../fixtures/records.ts';

const visitId = 'visit-1' as RecordId;
const visitOnServer = stored('visit', 'visit-1', visitGroups({ observations: 'Zoals het staat.' }), { n: 2 });
const note = (observations: string) => ({ note: visitGroups({ observations }).note as unknown as JsonValue });

/** A change of a visit that the server refused. */
async function withRefused(): Promise<{ readonly device: TestDevice; readonly opId: OpId }> {
  const device = await testDevice();
  await device.store.storePage(pullPage({ cursor: 2, dossiers: [{ dossierId: dossierA, records: [stored('candidate', 'dossier-a', candidateGroups(), { n: 1 }), visitOnServer] }] }), 1);
  const kept = await keep(device.parts, { record: { dossierId: dossierA, recordId: visitId, kind: 'visit' }, payload: note('Geweigerd.'), draftId: null });
  if (!kept.ok) throw new Error('not kept');
  const { opId } = kept.value;
  await device.store.storePage(pullPage({ cursor: 3, outcomes: [{ outcome: 'refused', opId, recordId: visitId, reason: 'not-author', violations: [], receivedAtMs: 1 }] }), 2);
  return { device, opId };
}

const shown = async ({ database, cipher }: TestDevice) => (await readDossier(database, cipher, dossierA))?.visits[0];

describe('[FGT6] refused work that is handed over', () => {
  it('is offered again under its id as it was written, and leaves the outbox with its outcome alone', async () => {
    const { device, opId } = await withRefused();
    const before = (await device.database.outbox.get(opId))?.box;
    expect(await device.store.nextBatch(10, 0)).toEqual([]);
    await handOverUnsent(device.parts, opId);
    const [sent, ...others] = await device.store.nextBatch(10, 0);
    expect(others).toEqual([]);
    expect(sent).toMatchObject({ opId, resolves: opId, payload: note('Geweigerd.'), signature: expect.stringMatching(/^signed /) as string });
    expect(sent !== undefined && isHandingOver(sent)).toBe(true);
    expect((await device.database.outbox.get(opId))?.box).not.toEqual(before);
    await device.store.markReceived([opId]);
    expect(await device.database.outbox.count()).toBe(1);
    await device.store.storePage(pullPage({ cursor: 4, outcomes: [{ outcome: 'handed-over', opId, recordId: visitId, receivedAtMs: 9 }] }), 3);
    expect(await device.database.outbox.count()).toBe(0);
    expect(await device.database.receipts.get(opId)).toMatchObject({ settled: 'handed-over' });
  });

  it('is not shown as what stands there, and nothing is built on it', async () => {
    const { device, opId } = await withRefused();
    await handOverUnsent(device.parts, opId);
    expect((await shown(device))?.groups.note?.observations).toBe('Zoals het staat.');
    expect((await shown(device))?.changes['note']?.base).toEqual({ epoch: 1, n: 2 });
    await keep(device.parts, { record: { dossierId: dossierA, recordId: visitId, kind: 'visit' }, payload: note('Nieuw.'), draftId: null });
    const [, next] = await device.store.nextBatch(10, 0);
    expect(next?.baseVersions).toEqual({ note: { epoch: 1, n: 2 } });
  });

  it('is back in the list when it is refused again, and can be offered again', async () => {
    const { device, opId } = await withRefused();
    await handOverUnsent(device.parts, opId);
    await device.store.storePage(pullPage({ cursor: 4, outcomes: [{ outcome: 'refused', opId, recordId: visitId, reason: 'not-allowed', violations: [], receivedAtMs: 1 }] }), 3);
    expect((await device.database.outbox.get(opId))?.state).toBe('refused');
    // Offered again as work of its own, it asks for nothing any more.
    await retryUnsent(device.parts, opId);
    const [again] = await device.store.nextBatch(10, 0);
    expect(again).toMatchObject({ resolves: null, payload: note('Geweigerd.') });
    expect(again?.opId).not.toBe(opId);
  });

  it('is never a choice between two versions, nor somebody new, nor what was handed over and refused', async () => {
    const { device, opId } = await withRefused();
    const refuse = (id: OpId, cursor: number) => device.store.storePage(pullPage({ cursor, outcomes: [{ outcome: 'refused', opId: id, recordId: visitId, reason: 'invalid', violations: [], receivedAtMs: 1 }] }), cursor);
    const isOffered = async (id: OpId) => (await readUnsent(device.database, device.cipher, () => '')).find((item) => item.opId === id)?.canGoOver;
    expect(await isOffered(opId)).toBe(true);
    expect(await handOverUnsent(device.parts, opId)).toBe(true);
    await refuse(opId, 5);
    expect(await isOffered(opId)).toBe(false);
    expect(await handOverUnsent(device.parts, opId)).toBe(false);

    const choice = await keep(device.parts, { record: { dossierId: dossierA, recordId: visitId, kind: 'visit' }, payload: note('Gekozen.'), draftId: null, resolves: opId });
    const somebody = await keep(device.parts, { record: { dossierId: 'dossier-new' as DossierId, recordId: 'dossier-new' as RecordId, kind: 'candidate' }, payload: candidateGroups() as unknown as Record<string, JsonValue>, draftId: null });
    if (!choice.ok || !somebody.ok) throw new Error('not kept');
    for (const [index, id] of [choice.value.opId, somebody.value.opId].entries()) {
      await refuse(id, 6 + index);
      const box = (await device.database.outbox.get(id))?.box;
      expect(await isOffered(id)).toBe(false);
      expect(await handOverUnsent(device.parts, id)).toBe(false);
      expect(await device.database.outbox.get(id)).toMatchObject({ state: 'refused', box });
    }
  });

  it('is never what waits or conflicts', async () => {
    const { device, opId } = await withRefused();
    for (const state of ['waiting', 'received', 'conflict'] as const) {
      await device.database.outbox.update(opId, { state });
      const { box } = (await device.database.outbox.get(opId))!;
      await handOverUnsent(device.parts, opId);
      expect(await device.database.outbox.get(opId)).toMatchObject({ state, box });
    }
  });
});
