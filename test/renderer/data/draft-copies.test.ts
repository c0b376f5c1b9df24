// First: Dexie looks for IndexedDB when it is loaded.
import { testDevice } from '../../support/device.ts';
import { describe, expect, it, vi } from 'vitest';
import type { RecordId } from '#shared/domain/ids.ts';
import { discardDraft, saveDraft } from '#renderer/data/commands/drafts.ts';
import { keep } from '#renderer/data/commands/keep.ts';
import { followDrafts, restoreDrafts } from '#renderer/data/db/draft-copies.ts';
import { readDrafts } from '#renderer/data/queries/drafts.ts';
import { isDraftKept } from '#renderer/data/db/is-draft-kept.ts';
import { candidateGroups, dossierA, visitGroups } from '../../fixtures/records.ts';
import { memoryPrivateFiles } from '../../support/memory-private-file.ts';

const one = '11111111-1111-4111-8111-111111111111';
const two = '22222222-2222-4222-8222-222222222222';
const draft = (draftId: string, observations: string) => ({ draftId, dossierId: dossierA, form: 'visit' as const, values: { observations } });

async function withCopies() {
  const device = await testDevice('user-copies');
  const file = memoryPrivateFiles().get('user.drafts.json');
  const followed = followDrafts(device.database, file);
  const end = () => followed.finish();
  const copied = async () => (JSON.parse((await file.read()) ?? '{"drafts":[]}') as { drafts: { draftId: string }[] }).drafts.map(({ draftId }) => draftId);
  return { ...device, file, end, copied };
}

it('a draft that moves an appointment is saved, although it has the name of what was kept long ago', async () => {
  const { parts, database, cipher } = await testDevice('user-copies');
  await keep(parts, { record: { dossierId: dossierA, recordId: one as RecordId, kind: 'visit' }, payload: visitGroups() as unknown as Record<string, never>, draftId: null });
  expect((await saveDraft(parts, { draftId: one, dossierId: dossierA, form: 'appointment', values: { beginsAt: '10:00' } })).ok).toBe(true);
  expect((await readDrafts(database, cipher, dossierA)).map(({ values }) => values)).toEqual([{ beginsAt: '10:00' }]);
});

describe('[F13] the copies of drafts outside the database', () => {
  it('follow what is typed and thrown away, and hold nothing in the open', async () => {
    const { parts, copied, file, end } = await withCopies();
    await saveDraft(parts, draft(one, 'Half getypt'));
    await saveDraft(parts, draft(two, 'Ook half'));
    await vi.waitFor(async () => expect(await copied()).toEqual([one, two]));
    expect(await file.read()).not.toContain('getypt');
    await discardDraft(parts, one);
    await vi.waitFor(async () => expect(await copied()).toEqual([two]));
    await end();
  });

  it('no longer hold a draft in the moment in which it is thrown away: a window that is killed then does not bring it back', async () => {
    const { parts, database, copied, file, end } = await withCopies();
    const followed = followDrafts(database, file);
    for (const draftId of [one, two]) await saveDraft(parts, draft(draftId, 'Half getypt'));
    await vi.waitFor(async () => expect(await copied()).toEqual([one, two]));
    let heldThen: readonly string[] | null = null;
    await discardDraft(parts, one, async (draftId) => {
      await followed.leaveOut(draftId);
      heldThen = await copied();
    });
    expect(heldThen).toEqual([two]);
    expect((await database.drafts.toArray()).map(({ draftId }) => draftId)).toEqual([two]);
    // Taken back by the person: it is a draft like any other.
    await saveDraft(parts, draft(one, 'Toch'));
    await vi.waitFor(async () => expect(await copied()).toEqual([one, two]));
    await Promise.all([end(), followed.finish()]);
  });

  it('bring a draft back that the database lost, and not one that was kept or is there', async () => {
    const { parts, database, cipher, copied, file, end } = await withCopies();
    await saveDraft(parts, draft(one, 'Half getypt'));
    await saveDraft(parts, draft(two, 'Vastgelegd'));
    await vi.waitFor(async () => expect(await copied()).toEqual([one, two]));
    await end();
    // The disk is full from here on: the copy stays behind.
    await keep(parts, { record: { dossierId: dossierA, recordId: two as RecordId, kind: 'visit' }, payload: visitGroups() as unknown as Record<string, never>, draftId: two });
    await database.drafts.clear();
    expect(await restoreDrafts(database, file)).toBe(1);
    expect((await readDrafts(database, cipher, dossierA)).map(({ draftId, values }) => [draftId, values])).toEqual([[one, { observations: 'Half getypt' }]]);
    expect(await restoreDrafts(database, file)).toBe(0);
  });

  it('hold what was saved last when the device is locked: somebody typed until then', async () => {
    const { parts, copied, end } = await withCopies();
    await saveDraft(parts, draft(one, 'Tot hier'));
    await end();
    expect(await copied()).toEqual([one]);
    await saveDraft(parts, draft(two, 'Daarna'));
    await Promise.resolve();
    expect(await copied()).toEqual([one]);
  });

  it('do not bring back the draft of a change that was kept', async () => {
    const { parts, database, copied, file, end } = await withCopies();
    await keep(parts, { record: { dossierId: dossierA, recordId: two as RecordId, kind: 'candidate' }, payload: candidateGroups() as unknown as Record<string, never>, draftId: null });
    const section = { draftId: one, dossierId: dossierA, form: 'candidateFile' as const, values: { phone: '06' } };
    await saveDraft(parts, section);
    await vi.waitFor(async () => expect(await copied()).toEqual([one]));
    // The window is killed between keeping and the copy.
    const before = await file.read();
    expect(await isDraftKept(database, dossierA, one)).toBe(false);
    const changed = await keep(parts, { record: { dossierId: dossierA, recordId: two as RecordId, kind: 'candidate' }, payload: candidateGroups({ familyName: 'Bouali' }) as unknown as Record<string, never>, draftId: one });
    expect(changed.ok).toBe(true);
    await end();
    await file.write(before ?? '');
    expect(await restoreDrafts(database, file)).toBe(0);
    // Nor does a late save of another window, and whoever comes back to its address begins anew.
    expect(await saveDraft(parts, section)).toEqual({ ok: false, problem: { kind: 'already-kept' } });
    expect(await isDraftKept(database, dossierA, one)).toBe(true);
  });

  it('that are damaged bring nothing, and stop nobody', async () => {
    const { database } = await testDevice('user-copies');
    const file = memoryPrivateFiles().get('user.drafts.json');
    for (const text of ['', '{', '{"v":2,"drafts":[{}]}', '{"v":1,"drafts":[{"draftId":"x","dossierId":"y","savedAtMs":1,"box":"?"}]}']) {
      await file.write(text);
      expect(await restoreDrafts(database, file)).toBe(0);
    }
  });
});
