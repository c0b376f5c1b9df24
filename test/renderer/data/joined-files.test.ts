// First: Dexie looks for IndexedDB when it is loaded.
import { pullPage, testDevice, type TestDevice } from '../../support/device.ts';
import { describe, expect, it, vi } from 'vitest';
import { joinAddress } from '#shared/domain/candidate/join-id.ts';
import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import type { Groups } from '#shared/domain/kinds.ts';
import { keep } from '#renderer/data/commands/keep.ts';
import { askedOfFiles } from '#renderer/data/db/summary.ts';
import { openCaseload } from '#renderer/data/queries/caseload.ts';
import { readDossier } from '#renderer/data/queries/dossier.ts';
import { openDuplicates } from '#renderer/data/queries/duplicates.ts';
import { homeOfRecord, liveFile, mergeFiles } from '#renderer/data/queries/joined-file.ts';
import { liveOf } from '#renderer/data/queries/live-of.ts';
import { candidateGroups, day, stored, visitGroups } from '../../fixtures/records.ts';

const [first, second] = ['dossier-a', 'dossier-b'] as unknown as readonly [DossierId, DossierId];
const person = (dossierId: DossierId, n: number, familyName: string, bsn: string | null) =>
  stored('candidate', `${dossierId}-c`, { ...candidateGroups({ familyName }), ...(bsn === null ? {} : { bsn: { bsn } }) } as Groups<'candidate'>, { n, dossierId });
const join = (n: number, decision: 'joined' | 'separate') =>
  stored('join', joinAddress(first, second).recordId, { facts: { kept: second, joined: first, decision, ground: 'bsn', decidedOn: day('2026-11-20') } }, { n, dossierId: first });
const visit = (id: string, n: number, dossierId: DossierId, heldOn: string) => stored('visit', id, visitGroups({ heldOn }), { n, dossierId });

async function withTwo(bsns: readonly [string | null, string | null], families: readonly [string, string] = ['Amrani', 'Amrani']): Promise<TestDevice> {
  const device = await testDevice();
  await device.store.storePage(
    pullPage({ cursor: 4, dossiers: [
      { dossierId: first, records: [person(first, 1, families[0], bsns[0]), visit('v1', 2, first, '2026-10-01')] },
      { dossierId: second, records: [person(second, 3, families[1], bsns[1]), visit('v2', 4, second, '2026-11-01')] },
    ] }),
    1,
  );
  return device;
}

const decide = (device: TestDevice, n: number, decision: 'joined' | 'separate') => device.store.storePage(pullPage({ cursor: n, dossiers: [{ dossierId: first, records: [join(n, decision)] }] }), n);

describe('two files of one person on a device', () => {
  it('[JOIN3] are one line and one file, and two again when it is taken back; no record moved', async () => {
    const device = await withTwo([null, null]);
    const caseload = openCaseload(device.database, device.cipher, () => day('2026-11-20'));
    const lines = () => { const state = caseload.live.current(); return state.kind === 'ready' ? state.rows.map(({ dossierId, lastVisitOn }) => `${dossierId} ${lastVisitOn ?? ''}`) : []; };
    const read = async (ids: readonly DossierId[]) => {
      const [leading, ...others] = await Promise.all(ids.map((id) => readDossier(device.database, device.cipher, id)));
      return leading === undefined || leading === null ? null : mergeFiles(leading, others.filter((each) => each !== null));
    };
    const file = liveFile(second, caseload.leaders, (ids) => liveOf(() => read(ids)));
    const stop = file.subscribe(() => undefined);
    const visits = () => { const state = file.current(); return state.kind === 'ready' ? state.value?.visits.map(({ recordId, dossierId }) => `${recordId} in ${dossierId}`) : []; };
    await vi.waitFor(() => expect(lines()).toEqual(['dossier-a 2026-10-01', 'dossier-b 2026-11-01']));

    await decide(device, 5, 'joined');
    await vi.waitFor(() => expect(lines()).toEqual(['dossier-b 2026-11-01']));
    await vi.waitFor(() => expect(visits()).toEqual(['v2 in dossier-b', 'v1 in dossier-a']));
    expect(caseload.everything().map(({ dossierId }) => dossierId)).toEqual([first, second]);

    await decide(device, 6, 'separate');
    await vi.waitFor(() => expect(lines()).toHaveLength(2));
    await vi.waitFor(() => expect(visits()).toEqual(['v2 in dossier-b']));
    stop();
    caseload.close();
  });

  it('[JOIN3] show in their one line what holds of the person now, in whichever of the files it lies', async () => {
    const device = await testDevice();
    const measured = (id: string, n: number, dossierId: DossierId, visitedOn: string, loonwaarde: number) =>
      stored('measurement', id, { result: { visitedOn, finalisedOn: visitedOn, loonwaarde, corrects: null } } as unknown as Groups<'measurement'>, { n, dossierId });
    const placed = (id: string, n: number, dossierId: DossierId, beganOn: string, employerName: string) =>
      stored('placement', id, { facts: { beganOn, endedOn: null, employerName, employerId: null } } as unknown as Groups<'placement'>, { n, dossierId });
    await device.store.storePage(
      pullPage({ cursor: 7, dossiers: [
        { dossierId: first, records: [person(first, 1, 'Amrani', null), measured('m1', 2, first, '2026-06-01', 64), placed('p1', 3, first, '2026-05-01', 'Bakkerij Smit')] },
        { dossierId: second, records: [person(second, 4, 'Amrani', null), measured('m2', 5, second, '2024-06-01', 40), placed('p2', 6, second, '2024-05-01', 'Groen BV')] },
      ] }),
      1,
    );
    const caseload = openCaseload(device.database, device.cipher, () => day('2026-11-20'));
    await decide(device, 7, 'joined');
    await vi.waitFor(() => expect(caseload.live.current()).toMatchObject({ kind: 'ready', rows: [{ dossierId: second, loonwaarde: 64, employerName: 'Bakkerij Smit' }] }));
    expect(caseload.everything()).toMatchObject([{ loonwaarde: 64 }, { loonwaarde: 40 }]);
    caseload.close();
  });

  it('[JOIN3] ask what the open one asks, whichever leads: a closed file asks nothing, and what it settled stays settled', () => {
    const of = (dossierId: DossierId, closedOn: string | null, heldOn: string, nextContactOn: string) => [
      stored('candidate', `${dossierId}-c`, { ...candidateGroups(), registration: { ...candidateGroups().registration, closedOn: closedOn === null ? null : day(closedOn) } } as Groups<'candidate'>, { n: 1, dossierId }),
      stored('visit', `${dossierId}-v`, visitGroups({ heldOn, nextContactOn }), { n: 2, dossierId }),
    ];
    const outcome = stored('planOutcome', 'o', { facts: { planId: 'plan', agreementId: 'bellen', outcome: 'nagekomen', notedOn: '2024-06-02', replaces: null } } as unknown as Groups<'planOutcome'>, { n: 4, dossierId: first });
    const plan = stored('plan', 'plan', { facts: { madeOn: '2026-09-01', version: 1, nextReviewOn: '2027-02-01', replaces: null }, agreements: { items: [{ id: 'bellen', owner: 'kandidaat', what: 'Bellen', dueOn: '2026-10-01' }] }, agreed: { agreedOn: '2026-09-01' } } as unknown as Groups<'plan'>, { n: 5, dossierId: second });
    const closed = [...of(first, '2024-12-31', '2024-06-01', '2024-06-15'), outcome];
    const running = [...of(second, null, '2026-11-01', '2026-12-01'), plan];
    const asked = (files: Parameters<typeof askedOfFiles>[0]) => askedOfFiles(files).due.map(({ what, dueOn }) => `${what} ${dueOn}`).filter((each) => /^(contact|plan)/.test(each));
    expect(asked([closed, running])).toEqual(['contact 2026-12-01', 'plan-review 2027-02-01']);
    expect(asked([running, closed])).toEqual(['contact 2026-12-01', 'plan-review 2027-02-01']);
    expect(asked([closed, closed])).toEqual([]);
  });

  it('[JOIN3] ask once for what both hold, and not at all for what one of them settled', async () => {
    const device = await testDevice();
    const plan = (id: string, n: number, dossierId: DossierId, version: number, nextReviewOn: string) =>
      stored('plan', id, { facts: { madeOn: '2026-09-01', version, nextReviewOn, replaces: null }, agreements: { items: [{ id: 'bellen', owner: 'kandidaat', what: 'Bellen', dueOn: '2026-10-01' }] }, agreed: { agreedOn: '2026-09-01' } } as unknown as Groups<'plan'>, { n, dossierId });
    const outcome = stored('planOutcome', 'o', { facts: { planId: 'plan-1', agreementId: 'bellen', outcome: 'nagekomen', notedOn: '2026-10-02', replaces: null } } as unknown as Groups<'planOutcome'>, { n: 4, dossierId: second });
    const trial = (id: string, n: number, dossierId: DossierId) =>
      stored('placement', id, { facts: { form: 'proefplaatsing', beganOn: '2026-10-01', endedOn: null, trialThrough: '2026-11-30', employerName: 'Groen BV' } } as unknown as Groups<'placement'>, { n, dossierId });
    const planned = (id: string, n: number, dossierId: DossierId) =>
      stored('appointment', id, { facts: { plannedOn: '2026-12-01', beginsAt: '10:00', about: 'evaluatie', withUser: 'jobcoach-sanne', state: 'gepland', durationMinutes: 60, location: '' } } as unknown as Groups<'appointment'>, { n, dossierId });
    await device.store.storePage(
      pullPage({ cursor: 12, dossiers: [
        { dossierId: first, records: [person(first, 1, 'Amrani', null), plan('plan-1', 2, first, 1, '2026-11-01'), trial('p1', 5, first), visit('v1', 6, first, '2026-10-01'), planned('a1', 11, first)] },
        { dossierId: second, records: [person(second, 3, 'Amrani', null), plan('plan-2', 7, second, 2, '2027-02-01'), outcome, trial('p2', 8, second), visit('v2', 9, second, '2026-11-02'), planned('a2', 12, second)] },
      ] }),
      1,
    );
    const caseload = openCaseload(device.database, device.cipher, () => day('2026-11-20'));
    const [line] = await (async () => {
      await decide(device, 13, 'joined');
      return vi.waitFor(() => {
        const state = caseload.live.current();
        if (state.kind !== 'ready' || state.rows.length !== 1 || state.rows[0]?.appointments.length !== 1) throw new Error('not yet');
        return state.rows;
      });
    })();
    const asked = line?.due.map(({ what, dueOn, recordId }) => `${what} ${dueOn} ${recordId}`) ?? [];
    expect(asked.filter((each) => /^(plan|trial|contact)/.test(each))).toEqual(['trial-end 2026-11-30 p2', expect.stringMatching(/^contact \S+ v2$/), 'plan-review 2027-02-01 plan-2']);
    caseload.close();
  });

  it('a work that ends on a day to come is work until then, and afterwards no employer is named', async () => {
    const device = await testDevice();
    const placed = stored('placement', 'p', { facts: { beganOn: '2026-05-01', endedOn: '2026-12-31', employerName: 'Bakkerij Smit', employerId: 'smit' } } as unknown as Groups<'placement'>, { n: 2, dossierId: first });
    await device.store.storePage(pullPage({ cursor: 2, dossiers: [{ dossierId: first, records: [person(first, 1, 'Amrani', null), placed] }] }), 1);
    for (const [today, employerName] of [['2026-12-31', 'Bakkerij Smit'], ['2027-01-01', null]] as const) {
      const caseload = openCaseload(device.database, device.cipher, () => day(today));
      await vi.waitFor(() => expect(caseload.live.current()).toMatchObject({ kind: 'ready', rows: [{ employerName }] }));
      caseload.close();
    }
  });

  it('a device that stays open over midnight names no employer of yesterday, neither of what is sent nor of what waits', async () => {
    const device = await testDevice();
    const placed = (dossierId: DossierId, n: number) => stored('placement', `p-${dossierId}`, { facts: { beganOn: '2026-05-01', endedOn: '2026-12-31', employerName: 'Bakkerij Smit', employerId: 'smit' } } as unknown as Groups<'placement'>, { n, dossierId });
    await device.store.storePage(
      pullPage({ cursor: 4, dossiers: [{ dossierId: first, records: [person(first, 1, 'Amrani', null), placed(first, 2)] }, { dossierId: second, records: [person(second, 3, 'Bakker', null), placed(second, 4)] }] }),
      1,
    );
    await keep(device.parts, { record: { dossierId: second, recordId: 'waits' as RecordId, kind: 'visit' }, payload: visitGroups() as unknown as Record<string, never>, draftId: null });
    let today = day('2026-12-31');
    const caseload = openCaseload(device.database, device.cipher, () => today);
    const lines = () => caseload.everything().map(({ employerName, unsent }) => [employerName, unsent]);
    await vi.waitFor(() => expect(lines()).toEqual([['Bakkerij Smit', 0], ['Bakkerij Smit', 1]]));
    const before = caseload.everything();
    caseload.dayTurned();
    expect(caseload.everything(), 'the same day').toBe(before);
    for (const [next, employerName] of [['2027-01-01', null], ['2026-12-31', 'Bakkerij Smit']] as const) {
      today = day(next);
      caseload.dayTurned();
      expect(lines(), next).toEqual([[employerName, 0], [employerName, 1]]);
      expect(caseload.live.current()).toMatchObject({ kind: 'ready', rows: [{ employerName }, { employerName }] });
    }
    caseload.close();
  });

  it('[JOIN3] a record that is changed stays in its own file, and a new one goes into the leading one', async () => {
    const device = await withTwo([null, null]);
    const read = (dossierId: DossierId) => readDossier(device.database, device.cipher, dossierId);
    expect(await homeOfRecord([second, first], 'v1' as RecordId, read)).toBe(first);
    expect(await homeOfRecord([second, first], 'v2' as RecordId, read)).toBe(second);
    expect(await homeOfRecord([second, first], 'new' as RecordId, read)).toBe(second);
  });

  it('[JOIN3] whoever has only one of the two goes on with that one', async () => {
    const device = await testDevice();
    await device.store.storePage(pullPage({ cursor: 5, dossiers: [{ dossierId: first, records: [person(first, 1, 'Amrani', null), join(5, 'joined')] }] }), 1);
    const caseload = openCaseload(device.database, device.cipher, () => day('2026-11-20'));
    await vi.waitFor(() => expect(caseload.live.current()).toMatchObject({ kind: 'ready', rows: [{ dossierId: first }] }));
    expect(caseload.leaders.current().size).toBe(0);
    caseload.close();
  });

  it.each([
    ['the same BSN, whatever the names', ['123456782', '123456782'], ['Amrani', 'Peeters'], 'bsn'],
    ['the same birth date and almost the same name', [null, null], ['Amrani', 'Amranni'], 'name-and-birth-date'],
    ['only the mark of a BSN: not the same number', ['123456782', '021745201'], ['Amrani', 'Peeters'], null],
  ] as const)('[JOIN4] are noticed by %s, also when the second comes in', async (_, bsns, families, because) => {
    const device = await withTwo(bsns, families);
    const caseload = openCaseload(device.database, device.cipher, () => day('2026-11-20'));
    const duplicates = openDuplicates(device.database, device.cipher, caseload.live, () => caseload.everything());
    const stop = duplicates.live.subscribe(() => undefined);
    await vi.waitFor(() => expect(duplicates.live.current()).toMatchObject({ kind: 'ready', value: because === null ? [] : [{ because, one: { dossierId: first }, other: { dossierId: second } }] }));
    await decide(device, 5, 'separate');
    await vi.waitFor(() => expect(duplicates.live.current()).toEqual({ kind: 'ready', value: [] }));
    stop();
    caseload.close();
  });

  it('[JOIN4] are still told of, with their line as it is now, when a visit comes in', async () => {
    const device = await withTwo([null, null]);
    const caseload = openCaseload(device.database, device.cipher, () => day('2026-11-20'));
    const duplicates = openDuplicates(device.database, device.cipher, caseload.live, () => caseload.everything());
    const stop = duplicates.live.subscribe(() => undefined);
    await vi.waitFor(() => expect(duplicates.live.current()).toMatchObject({ kind: 'ready', value: [{ one: { lastVisitOn: '2026-10-01' } }] }));
    await device.store.storePage(pullPage({ cursor: 5, dossiers: [{ dossierId: first, records: [visit('v3', 5, first, '2026-11-19')] }] }), 2);
    await vi.waitFor(() => expect(duplicates.live.current()).toMatchObject({ kind: 'ready', value: [{ one: { lastVisitOn: '2026-11-19' }, because: 'name-and-birth-date' }] }));
    stop();
    caseload.close();
  });

  it('[JOIN4] are told although a file among them does not open', async () => {
    const device = await withTwo(['123456782', '123456782'], ['Amrani', 'Peeters']);
    const caseload = openCaseload(device.database, device.cipher, () => day('2026-11-20'));
    await vi.waitFor(() => expect(caseload.live.current().kind).toBe('ready'));
    await device.database.dossiers.where('dossierId').equals(first).modify((row) => void (row.box[40] = (row.box[40] ?? 0) ^ 1));
    const duplicates = openDuplicates(device.database, device.cipher, caseload.live, () => caseload.everything());
    const stop = duplicates.live.subscribe(() => undefined);
    await vi.waitFor(() => expect(duplicates.live.current()).toEqual({ kind: 'ready', value: [] }));
    stop();
    caseload.close();
  });

  it('[JOIN4] whoever is typed in is found by BSN before anything is kept', async () => {
    const device = await withTwo(['123456782', null]);
    const caseload = openCaseload(device.database, device.cipher, () => day('2026-11-20'));
    const duplicates = openDuplicates(device.database, device.cipher, caseload.live, () => caseload.everything());
    await vi.waitFor(() => expect(caseload.live.current().kind).toBe('ready'));
    const same = async (bsn: string) => (await duplicates.sameAs({ givenName: 'X', familyName: 'Y', birthDate: null, bsn })).map(({ row, because }) => `${row.dossierId} ${because}`);
    expect(await same('123456782')).toEqual(['dossier-a bsn']);
    expect(await same('12345678')).toEqual([]);
    expect(await same('111222333')).toEqual([]);
    caseload.close();
  });
});
