// First: Dexie looks for IndexedDB when it is loaded.
import { pullPage, testDevice, type TestDevice } from '../../support/device.ts';
import { describe, expect, it } from 'vitest';
import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import type { SignedOperation } from '#shared/sync/operation.ts';
import { readJournal } from '#shared/sync/journal/journal-line.ts';
import { keep, keepTogether, type KeepRequest } from '#renderer/data/commands/keep.ts';
import { saveDraft } from '#renderer/data/commands/drafts.ts';
import { toBase64 } from '#renderer/data/db/base64.ts';
import { createCipher } from '#renderer/data/db/cipher.ts';
import { createDexieKeptWork } from '#renderer/data/journal/kept-work.ts';
import { createLineSeal, journalSuite } from '#renderer/data/journal/seal-line.ts';
import { startJournal } from '#renderer/data/journal/start-journal.ts';
import { readDossier } from '#renderer/data/queries/dossier.ts';
import { readDraft } from '#renderer/data/queries/drafts.ts';
import { candidateGroups, dossierA, sanne, stored, visitGroups } from '../../fixtures/records.ts';
import { memoryJournalFile, memoryJournalFiles } from '../../support/memory-journal-file.ts';

const people = ['dossier-a', 'dossier-b', 'dossier-c'] as DossierId[];
const draft = { draftId: '22222222-2222-4222-8222-222222222222', dossierId: 'group-visits' as DossierId, form: 'groupVisit' as const, values: { observations: 'half' } };

const visitOf = (dossierId: DossierId, change: Parameters<typeof visitGroups>[0] = {}): KeepRequest => ({
  record: { dossierId, recordId: `visit-${dossierId}` as RecordId, kind: 'visit' },
  payload: visitGroups(change) as unknown as Readonly<Record<string, JsonValue>>,
  draftId: null,
  once: true,
});

async function withThree(): Promise<TestDevice> {
  const device = await testDevice();
  const dossiers = people.map((dossierId) => ({ dossierId, records: [stored('candidate', dossierId, candidateGroups(), { dossierId })] }));
  await device.store.storePage(pullPage({ dossiers }), 1);
  await saveDraft(device.parts, draft);
  return device;
}

describe('keeping several records together', () => {
  it('[KEEP5] each is an operation in its own file, and the draft they came from is gone', async () => {
    const { database, cipher, parts } = await withThree();
    const kept = await keepTogether(parts, people.map((dossierId) => visitOf(dossierId)), draft.draftId);
    expect(kept.ok && kept.value.map(({ recordId }) => recordId)).toEqual(['visit-dossier-a', 'visit-dossier-b', 'visit-dossier-c']);
    for (const dossierId of people) expect((await readDossier(database, cipher, dossierId))?.visits).toHaveLength(1);
    const rows = await database.outbox.orderBy('order').toArray();
    expect(rows.map((row) => [row.order, row.dossierId, row.state])).toEqual(people.map((dossierId, index) => [index + 1, dossierId, 'waiting']));
    expect(await database.audit.count()).toBe(3);
    expect(await readDraft(database, cipher, draft.draftId)).toBeNull();
  });

  it('[KEEP5] when one of them is not right none is kept, it is said which, and the draft stays', async () => {
    const { database, cipher, parts } = await withThree();
    const kept = await keepTogether(parts, [visitOf('dossier-a' as DossierId), visitOf('dossier-b' as DossierId, { observations: ' ' }), visitOf('dossier-c' as DossierId)], draft.draftId);
    expect(kept.ok ? null : kept.problem).toEqual({ kind: 'invalid', records: [{ recordId: 'visit-dossier-b', violations: [{ path: ['note', 'observations'], code: 'visit.observationsRequired' }] }] });
    expect(await database.outbox.count()).toBe(0);
    expect(await readDraft(database, cipher, draft.draftId)).not.toBeNull();
  });

  it('[KEEP5] when the disk refuses the last of them none is kept', async () => {
    const { database, cipher, parts } = await withThree();
    // The third audit stub meets one that is there already: as if the disk refused in the middle of the transaction.
    let asked = 0;
    const taken = '33333333-3333-4333-8333-333333333333';
    await database.audit.add({ auditId: taken, atMs: 0, box: await cipher.seal(`audit/${taken}`, {}) });
    const randomness = { ...parts.randomness, uuid: () => ((asked += 1) === 6 ? taken : parts.randomness.uuid()) };
    const kept = await keepTogether({ ...parts, randomness }, people.map((dossierId) => visitOf(dossierId)), draft.draftId);
    expect(kept).toEqual({ ok: false, problem: { kind: 'storage' } });
    expect(await database.outbox.count()).toBe(0);
    expect(await readDraft(database, cipher, draft.draftId)).not.toBeNull();
  });

  it('[KEEP2] starts over as a whole when one of the files was rewritten by a pull meanwhile', async () => {
    const device = await withThree();
    let interfered = 0;
    const sign = async (text: string) => {
      if (interfered === 0) {
        interfered += 1;
        await device.store.storePage(pullPage({ cursor: 2, dossiers: [{ dossierId: dossierA, records: [stored('candidate', 'dossier-a', candidateGroups({ familyName: 'Bouali' }), { n: 2 })] }] }), 2);
      }
      return `signed ${text.length}`;
    };
    const kept = await keepTogether({ ...device.parts, sign }, people.map((dossierId) => visitOf(dossierId)), draft.draftId);
    expect(kept.ok).toBe(true);
    expect((await device.database.outbox.toArray()).map((row) => row.dossierId).toSorted()).toEqual(people);
  });

  it('one draft that is open in two windows is kept once, and the second window is told', async () => {
    const { database, parts } = await withThree();
    const requests = people.map((dossierId) => visitOf(dossierId));
    const outcomes = await Promise.all([keepTogether(parts, requests, draft.draftId), keepTogether(parts, requests, draft.draftId)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await database.outbox.count()).toBe(3);
  });

  it('a late save does not bring back a draft that became several records', async () => {
    const { database, cipher, parts } = await withThree();
    await keepTogether(parts, people.map((dossierId) => visitOf(dossierId)), draft.draftId);
    await saveDraft(parts, draft);
    expect(await readDraft(database, cipher, draft.draftId)).toBeNull();
  });

  it('an earlier save of one of them keeps its place in the order', async () => {
    const { database, parts } = await withThree();
    await keep(parts, { ...visitOf('dossier-b' as DossierId), record: { dossierId: 'dossier-b' as DossierId, recordId: 'visit-before' as RecordId, kind: 'visit' } });
    await keepTogether(parts, people.map((dossierId) => visitOf(dossierId)), draft.draftId);
    expect((await database.outbox.orderBy('order').toArray()).map((row) => row.recordId)).toEqual(['visit-before', 'visit-dossier-a', 'visit-dossier-b', 'visit-dossier-c']);
  });
});

describe('the second copy of records that were kept together', () => {
  const sealing = async () => {
    const server = await journalSuite.GenerateKeyPair();
    return {
      dataKey: await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
      serverKey: { keyId: 'k1', publicKey: toBase64(await journalSuite.SerializePublicKey(server.publicKey)) },
      sign: () => Promise.resolve('c2lnbmVk'),
      identity: { userId: sanne, deviceId: '00000000-0000-4000-8000-000000000001' as TestDevice['parts']['identity']['deviceId'] },
    };
  };

  it('[JRN1] [JRN5] every one has a line, and a stop between the lines is mended at the next start', async () => {
    const seals = await sealing();
    const device = await withThree();
    const cipher = createCipher(seals.dataKey);
    const file = memoryJournalFile();
    const work = () => createDexieKeptWork(device.database, cipher);
    const started = await startJournal({ work: work(), userId: sanne, seal: createLineSeal(seals), files: memoryJournalFiles(file, []) });
    // The window is killed after the first line: the others are never written.
    let lines = 0;
    const writeSecondCopy = async (operation: SignedOperation, keptAtMs: number) => {
      lines += 1;
      if (lines > 1) return false;
      await started.journal?.append(operation, keptAtMs);
      return true;
    };
    const fresh = people.map((dossierId) => visitOf(dossierId));
    // The dossiers of this device were boxed with another key: it begins without them, as after a lost database.
    await device.database.dossiers.clear();
    const kept = await keepTogether({ ...device.parts, cipher, writeSecondCopy }, fresh, draft.draftId);
    expect(kept.ok && kept.value.map(({ secondCopy }) => secondCopy)).toEqual([true, false, false]);
    expect(readJournal(file.text()).lines).toHaveLength(1);

    await startJournal({ work: work(), userId: sanne, seal: createLineSeal(seals), files: memoryJournalFiles(file, []) });
    expect(readJournal(file.text()).lines.map((line) => line.opId)).toEqual(kept.ok ? kept.value.map(({ opId }) => opId) : []);
  });
});
