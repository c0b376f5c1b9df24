// First: Dexie looks for IndexedDB when it is loaded.
import { pullPage, testDevice, type TestDevice } from '../../support/device.ts';
import { describe, expect, it } from 'vitest';
import { keepIntake } from '#renderer/data/commands/keep-intake.ts';
import { saveDraft } from '#renderer/data/commands/drafts.ts';
import { readDossier } from '#renderer/data/queries/dossier.ts';
import { readDraft } from '#renderer/data/queries/drafts.ts';
import { recordsOf } from '#renderer/data/views.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { candidateGroups, dossierA, stored } from '../../fixtures/records.ts';

const draft = { draftId: '33333333-3333-4333-8333-333333333333', dossierId: dossierA, form: 'intake' as const, values: { wish: 'half' } };
const groups = {
  facts: { heldOn: '2026-11-20', entrance: 'bedrijfspoort', heldBy: 'jobcoach-sanne' },
  answers: { form: { id: 'intake', version: 1 }, given: { workNow: 'nee' } },
  decision: {
    decidedOn: '2026-11-20', candidateGroup: 2, labourMarketRelation: 'ontwikkeling-naar-werk', selfReliance: 3, suggestedGroup: 2, suggestedBecause: ['Had lang of nog nooit betaald werk.'], nextSteps: ['leerwerkplek'], explanation: '',
  },
} as unknown as Parameters<typeof keepIntake>[1]['groups'];

async function withFile(): Promise<{ readonly device: TestDevice; readonly candidateId: RecordId }> {
  const device = await testDevice();
  const candidate = stored('candidate', dossierA, candidateGroups(), { dossierId: dossierA });
  await device.store.storePage(pullPage({ dossiers: [{ dossierId: dossierA, records: [candidate] }] }), 1);
  await saveDraft(device.parts, draft);
  return { device, candidateId: candidate.recordId };
}

/** What the decision changes in the file. @param reason empty: the rule of the file refuses it */
const fileOf = async ({ device: { database, cipher }, candidateId }: Awaited<ReturnType<typeof withFile>>, reason: string) => {
  const { status } = (await readDossier(database, cipher, dossierA))?.candidate?.groups ?? {};
  return { recordId: candidateId, groups: { status: { ...status, candidateGroup: 2 }, move: { movedOn: '2026-11-20', reason } } as never, bases: {} };
};

describe('keeping an intake', () => {
  it('[KEEP5] the intake and what it changes in the file are two operations of one moment, and the draft is gone', async () => {
    const at = await withFile();
    const { database, cipher, parts } = at.device;
    const kept = await keepIntake(parts, { dossierId: dossierA, draftId: draft.draftId, groups, file: await fileOf(at, 'Besluit na de intake.') });
    expect(kept.ok && kept.value.recordId).toBe(draft.draftId);
    const dossier = await readDossier(database, cipher, dossierA);
    expect(dossier === null ? [] : recordsOf(dossier, 'intake').map((record) => record.groups.decision?.candidateGroup)).toEqual([2]);
    expect(dossier?.candidate?.groups.status?.candidateGroup).toBe(2);
    expect((await database.outbox.orderBy('order').toArray()).map(({ kind }) => kind)).toEqual(['intake', 'candidate']);
    expect(await readDraft(database, cipher, draft.draftId)).toBeNull();
  });

  it('[KEEP5] when the change of the file is not right, the intake is not kept either and its draft stays', async () => {
    const at = await withFile();
    const { database, cipher, parts } = at.device;
    const kept = await keepIntake(parts, { dossierId: dossierA, draftId: draft.draftId, groups, file: await fileOf(at, ' ') });
    expect(kept.ok ? null : kept.problem).toEqual({ kind: 'invalid', violations: [{ path: ['move', 'reason'], code: 'candidate.moveReasonRequired' }] });
    expect(await database.outbox.count()).toBe(0);
    expect(await readDraft(database, cipher, draft.draftId)).not.toBeNull();
  });

  it('two windows with one draft keep it once', async () => {
    const { device: { parts, database } } = await withFile();
    const input = { dossierId: dossierA, draftId: draft.draftId, groups, file: null };
    expect((await keepIntake(parts, input)).ok).toBe(true);
    expect(await keepIntake(parts, input)).toMatchObject({ ok: false, problem: { kind: 'invalid', violations: [{ code: 'record.alreadyKept' }] } });
    expect(await database.outbox.count()).toBe(1);
  });
});
