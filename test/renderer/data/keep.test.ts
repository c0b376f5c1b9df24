// First: Dexie looks for IndexedDB when it is loaded.
import { pullPage, testDevice, type TestDevice } from '../../support/device.ts';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import { keep, type KeepRequest } from '#renderer/data/commands/keep.ts';
import { saveDraft } from '#renderer/data/commands/drafts.ts';
import { retryUnsent } from '#renderer/data/commands/retry-unsent.ts';
import { readDossier } from '#renderer/data/queries/dossier.ts';
import { readDraft } from '#renderer/data/queries/drafts.ts';
import { candidateGroups, dossierA, stored, visitGroups } from '../../fixtures/records.ts';

const visit = (recordId = 'visit-1', change: Parameters<typeof visitGroups>[0] = {}): KeepRequest => ({
  record: { dossierId: dossierA, recordId: recordId as RecordId, kind: 'visit' },
  payload: visitGroups(change) as unknown as Readonly<Record<string, JsonValue>>,
  draftId: null,
});

async function withCandidate(): Promise<TestDevice> {
  const device = await testDevice();
  const records = [stored('candidate', 'dossier-a', candidateGroups())];
  await device.store.storePage(pullPage({ dossiers: [{ dossierId: dossierA, records }] }), 1);
  return device;
}

describe('keeping, on the device', () => {
  it('[KEEP4] [VIEW1] what was kept is read back at once, over the rows of the server', async () => {
    const { database, cipher, parts } = await withCandidate();
    const kept = await keep(parts, visit());
    const dossier = await readDossier(database, cipher, dossierA);
    expect(kept.ok).toBe(true);
    expect(dossier?.candidate?.groups.identity?.familyName).toBe('Amrani');
    expect(dossier?.visits.map((view) => view.groups.note?.observations)).toEqual(['Werkt rustig door als de taken op het bord staan.']);
    expect(dossier?.visits[0]?.status.kind).toBe('kept');
  });

  it('[F18] [OP6] what a newer app wrote and this one does not know goes back with a change of it, also on top of a change that waits', async () => {
    const device = await testDevice();
    const contact = { email: '', street: 'Waalkade 1', postcode: '6511 XP', place: 'Nijmegen' };
    const ofTomorrow = { says: ['nobody knows this yet'] };
    const records = [stored('candidate', 'dossier-a', { ...candidateGroups(), contact: { ...contact, phone: '024-1', email: 'weg@voorbeeld.nl', ofTomorrow } } as never)];
    await device.store.storePage(pullPage({ dossiers: [{ dossierId: dossierA, records }] }), 1);
    // As a form gives it: what it asks, and nothing else.
    const change = (phone: string) => keep(device.parts, { record: { dossierId: dossierA, recordId: 'dossier-a' as RecordId, kind: 'candidate' }, payload: { contact: { ...contact, phone } }, draftId: null });
    await change('024-2');
    await change('024-3');
    // What is known and was left out was left out on purpose.
    expect((await device.store.nextBatch(10, 0)).map(({ payload }) => payload)).toEqual([{ contact: { ofTomorrow, ...contact, phone: '024-2' } }, { contact: { ofTomorrow, ...contact, phone: '024-3' } }]);
  });

  it('[KEEP1] operation, audit stub and the removal of the draft come together', async () => {
    const { database, cipher, parts } = await withCandidate();
    await saveDraft(parts, { draftId: 'draft-1', dossierId: dossierA, form: 'visit', values: { observations: 'half' } });
    await keep(parts, { ...visit(), draftId: 'draft-1' });
    expect(await readDraft(database, cipher, 'draft-1')).toBeNull();
    expect(await database.outbox.count()).toBe(1);
    expect(await database.audit.count()).toBe(1);
  });

  it('[KEEP1] nothing of it happens when the audit stub cannot be written', async () => {
    const { database, cipher, parts } = await withCandidate();
    await saveDraft(parts, { draftId: 'draft-1', dossierId: dossierA, form: 'visit', values: { observations: 'half' } });
    const fixed = '11111111-1111-4111-8111-111111111111';
    await database.audit.add({ auditId: fixed, atMs: 0, box: await cipher.seal(`audit/${fixed}`, {}) });
    const kept = await keep({ ...parts, randomness: { uuid: () => fixed, fraction: () => 0 } }, { ...visit(), draftId: 'draft-1' });
    expect(kept).toEqual({ ok: false, problem: { kind: 'storage' } });
    expect(await database.outbox.count()).toBe(0);
    expect((await readDraft(database, cipher, 'draft-1'))?.values).toEqual({ observations: 'half' });
  });

  it('an invalid visit is not kept, its draft stays, and every violation has its place', async () => {
    const { database, cipher, parts } = await withCandidate();
    await saveDraft(parts, { draftId: 'draft-1', dossierId: dossierA, form: 'visit', values: { observations: '' } });
    const kept = await keep(parts, { ...visit('visit-1', { observations: '   ', heldOn: '20226-01-01' }), draftId: 'draft-1' });
    expect(kept.ok ? [] : kept.problem.kind === 'invalid' ? kept.problem.violations.map((violation) => [violation.path.join('.'), violation.code]) : []).toEqual(
      expect.arrayContaining([
        ['facts.heldOn', 'day.invalid'],
        ['note.observations', 'visit.observationsRequired'],
      ]),
    );
    expect(await database.outbox.count()).toBe(0);
    expect(await readDraft(database, cipher, 'draft-1')).not.toBeNull();
  });

  it('[APPLY6] work that names another as the one who did it is not kept: the server would refuse it, long after the person left', async () => {
    const { parts, database } = await testDevice();
    const groups = visitGroups();
    const payload = { ...groups, facts: { ...groups.facts, heldBy: 'jobcoach-noor' } } as unknown as Record<string, JsonValue>;
    const kept = await keep(parts, { record: { dossierId: dossierA, recordId: 'visit-1' as RecordId, kind: 'visit' }, payload, draftId: null });
    expect(kept).toMatchObject({ ok: false, problem: { kind: 'invalid', violations: [{ path: ['facts', 'heldBy'], code: 'author.other' }] } });
    expect(await database.outbox.count()).toBe(0);
  });

  it('[KEEP2] starts over when the dossier was rewritten by a pull between reading and committing', async () => {
    const device = await withCandidate();
    let interfered = 0;
    const parts = {
      ...device.parts,
      sign: async (text: string) => {
        if (interfered === 0) {
          interfered += 1;
          await device.store.storePage(pullPage({ cursor: 2, dossiers: [{ dossierId: dossierA, records: [stored('candidate', 'dossier-a', candidateGroups({ familyName: 'Bouali' }), { n: 2 })] }] }), 2);
        }
        return `signed ${text.length}`;
      },
    };
    const request: KeepRequest = {
      record: { dossierId: dossierA, recordId: 'dossier-a' as RecordId, kind: 'candidate' },
      payload: { status: { ...candidateGroups().status, candidateGroup: 2 } as JsonValue },
      draftId: null,
    };
    expect((await keep(parts, request)).ok).toBe(true);
    const [operation] = await device.store.nextBatch(10, 0);
    expect(operation?.baseVersions).toEqual({ status: { epoch: 1, n: 2 } });
  });

  it('[OP1] ten saves at once are ten operations in ten places of the order', async () => {
    const { database, parts } = await withCandidate();
    const kept = await Promise.all(Array.from({ length: 10 }, (_, index) => keep(parts, visit(`visit-${index}`))));
    expect(kept.every((outcome) => outcome.ok)).toBe(true);
    const rows = await database.outbox.orderBy('order').toArray();
    expect(new Set(rows.map((row) => row.order)).size).toBe(10);
    expect(new Set(rows.map((row) => row.opId)).size).toBe(10);
    for (const { opId } of rows) expect(opId).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    // No id says how many came before it: the same work on the same device, put back to what it was, gets others.
    const { parts: putBack } = await withCandidate();
    const again = await Promise.all(Array.from({ length: 10 }, (_, index) => keep(putBack, visit(`visit-${index}`))));
    const ids = new Set<string>(rows.map((row) => row.opId));
    expect(again.filter((outcome) => !outcome.ok || ids.has(outcome.value.opId))).toEqual([]);
  });

  it('[CLK3] [JRN6] a refused operation is offered again under a new id, and the old one goes in the same step, by the clock of the server', async () => {
    const device = await withCandidate();
    await keep(device.parts, visit());
    const [operation] = await device.store.nextBatch(1, 0);
    if (operation === undefined) throw new Error('no operation');
    await device.store.storePage(
      pullPage({ cursor: 3, serverTimeMs: 77, outcomes: [{ outcome: 'refused', opId: operation.opId, recordId: operation.record.recordId, reason: 'not-allowed', violations: [], receivedAtMs: 5 }] }),
      5,
    );
    // Years ahead: the line that says what took its place would never grow old enough to go.
    device.clock.advance(3 * 365 * 24 * 3_600_000);
    await retryUnsent(device.parts, operation.opId);
    expect(await device.database.receipts.get(operation.opId)).toMatchObject({ settled: 'replaced', receivedAtMs: 77 });
    const rows = await device.database.outbox.toArray();
    expect(rows.map((row) => row.state)).toEqual(['waiting']);
    expect(rows[0]?.opId).not.toBe(operation.opId);
  });

  it('one draft that is open in two windows is kept once, and the second window is told', async () => {
    const { database, parts } = await withCandidate();
    const outcomes = await Promise.all([keep(parts, { ...visit('draft-9'), once: true }), keep(parts, { ...visit('draft-9'), once: true })]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.flatMap((outcome) => (outcome.ok || outcome.problem.kind !== 'invalid' ? [] : outcome.problem.violations.map((violation) => violation.code)))).toEqual(['record.alreadyKept']);
    expect(await database.outbox.count()).toBe(1);
  });

  it('a late save does not bring back a draft that was kept', async () => {
    const { database, cipher, parts } = await withCandidate();
    const draft = { draftId: 'draft-9', dossierId: dossierA, form: 'visit' as const, values: { observations: 'half' } };
    await saveDraft(parts, draft);
    await keep(parts, { ...visit('draft-9'), draftId: 'draft-9', once: true });
    expect(await saveDraft(parts, draft)).toEqual({ ok: false, problem: { kind: 'already-kept' } });
    expect(await readDraft(database, cipher, 'draft-9')).toBeNull();
  });

  it('[APPLY2] what is offered again keeps the base that the person saw: a colleague is not overwritten', async () => {
    const device = await withCandidate();
    const status = { ...candidateGroups().status, candidateGroup: 2 } as JsonValue;
    await keep(device.parts, { record: { dossierId: dossierA, recordId: 'dossier-a' as RecordId, kind: 'candidate' }, payload: { status }, draftId: null });
    const [operation] = await device.store.nextBatch(1, 0);
    if (operation === undefined) throw new Error('no operation');
    await device.store.storePage(
      pullPage({
        cursor: 3,
        dossiers: [{ dossierId: dossierA, records: [stored('candidate', 'dossier-a', candidateGroups(), { n: 3 })] }],
        outcomes: [{ outcome: 'refused', opId: operation.opId, recordId: operation.record.recordId, reason: 'not-allowed', violations: [], receivedAtMs: 5 }],
      }),
      5,
    );
    await retryUnsent(device.parts, operation.opId);
    const [again] = await device.store.nextBatch(1, 0);
    expect(again?.baseVersions).toEqual(operation.baseVersions);
  });

  it('nothing of a person is readable in what is stored', async () => {
    const { database, parts } = await withCandidate();
    await saveDraft(parts, { draftId: 'draft-1', dossierId: dossierA, form: 'visit', values: { observations: 'Amrani twijfelt' } });
    await keep(parts, visit('visit-1', { observations: 'Fatima werkt rustig' }));
    const dump: string[] = [];
    for (const table of database.tables) {
      for (const row of await table.toArray()) {
        dump.push(JSON.stringify(row, (_, value: unknown) => (value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value)));
      }
    }
    expect(dump.length).toBeGreaterThan(4);
    expect(dump.join('\n')).not.toMatch(/Amrani|Fatima|twijfelt|rustig|1994-03-02/);
  });
});
