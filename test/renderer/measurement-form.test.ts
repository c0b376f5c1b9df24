import { describe, expect, it } from 'vitest';
import { judgeForm, openQuestions } from '#renderer/features/measurement/judge-form.ts';
import { liveLks } from '#renderer/features/measurement/live-lks.ts';
import { confirmable, standingMeasurements } from '#renderer/features/measurement/earlier-measurements.ts';
import { functieloonOf, measurementFrame, measurementOf, type MeasurementFrame } from '#renderer/features/measurement/measurement-of-form.ts';
import { versionsIn } from '#renderer/features/measurement/versions-in-file.ts';
import type { RecordView } from '#renderer/data/views.ts';
import { startOfCorrection, startOfMeasurement } from '#renderer/features/measurement/start-of-measurement.ts';
import { liveLoonwaarde } from '#renderer/features/measurement/task-checks.ts';
import type { RecordId, UserId } from '#shared/domain/ids.ts';
import { BUNDLED_LKS_PARAMETERS } from '#shared/domain/loonkostensubsidie/bundled-lks-parameters.ts';
import { withMinimumWage } from '#shared/domain/loonkostensubsidie/delivered-parameters.ts';
import { judgeRecord } from '#shared/domain/judge.ts';
import type { FormValues } from '#shared/forms/form-definition.ts';
import { measurementFormV2 } from '#shared/forms/measurement.v2.ts';
import { readForm, startValues } from '#shared/forms/read-form.ts';
import { day } from '#shared/lib/calendar.ts';
import { aDossier, deskToday, ineke } from '../support/forms/a-dossier.ts';

const moment = { today: deskToday, now: '14:32' };
const frame = measurementFrame(ineke, aDossier(), deskToday, deskToday);

type Row = readonly [aandeel: string, tempo: string, kwaliteit: string, nettoWerktijd: string];
const explained = { tempoExplanation: 'Loopt langzaam.', kwaliteitExplanation: 'Laat soms wortels staan.', nettoWerktijdExplanation: 'Heeft extra pauze nodig.' };
const task = ([aandeel, tempo, kwaliteit, nettoWerktijd]: Row, changes: object = {}) => ({ name: 'Schoffelen', aandeel, tempo, kwaliteit, nettoWerktijd, ...explained, ...changes });

const typed = (tasks: readonly object[], changes: object = {}): FormValues =>
  startValues(measurementFormV2, {
    ...startOfMeasurement(aDossier(), ineke, moment, 'nl'),
    contactPerson: 'T. Peters',
    normFunction: 'Medewerker groenvoorziening',
    fullTimeHours: '36',
    workingDaysPerWeek: '4',
    employeeView: 'Klopt voor mij.',
    employerView: 'Herkenbaar.',
    hoofdtaken: tasks,
    ...changes,
  });

const read = (values: FormValues) => readForm(measurementFormV2, values, moment);
const findings = (values: FormValues) => {
  const reading = read(values);
  return [...reading.violations, ...judgeForm(measurementFormV2, reading, frame)].map(({ path, code }) => `${path.join('.')} ${code}`);
};
const live = (values: FormValues) => liveLoonwaarde(values, read(values));

describe('what is known already is not asked again', () => {
  it('takes employer, function, hours and contract from the running placement, and the expert from who measures', () => {
    expect(startOfMeasurement(aDossier(), ineke, moment, 'nl')).toMatchObject({
      visitedOn: '20-11-2026', employerName: 'Groenbedrijf De Waal', functionPerformed: 'Medewerker groen', contractHours: '28,5', contractBeganOn: '01-03-2026', expertName: 'Ineke Willems',
    });
  });
  it('has one empty hoofdtaak ready', () => {
    expect(startOfMeasurement(aDossier({ placements: [] }), ineke, moment, 'nl')['hoofdtaken']).toHaveLength(1);
  });
});

describe('the cases of the field, as they are typed', () => {
  it.each<[readonly Row[], string, number]>([
    [[['100', '80', '90', '95']], '68.40', 68],
    [[['50', '70', '90', '100'], ['30', '80', '100', '90'], ['20', '60', '80', '90']], '61.74', 62],
    [[['50', '110', '90', '100'], ['50', '50', '80', '90']], '63.00', 63],
    [[['60', '50', '50', '50'], ['40', '25', '100', '100']], '17.50', 18],
    [[['50', '90', '100', '100'], ['50', '100', '91', '100']], '90.50', 91],
    [[['100', '87,5', '90', '100']], '78.75', 79],
    [[['100', '70/80', '90', '100']], '78.75', 79],
  ])('%j is %s, so %d', (rows, sum, loonwaarde) => {
    const values = typed(rows.map((row) => task(row)));
    expect(findings(values)).toEqual([]);
    expect(live(values).result).toMatchObject({ sum, loonwaarde });
    const { groups, violations } = measurementOf(measurementFormV2, read(values), frame);
    expect(violations).toEqual([]);
    expect(groups.result).toMatchObject({ sum, loonwaarde, visitedOn: '2026-11-20', finalisedOn: '2026-11-20' });
    expect(judgeRecord('measurement', groups)).toEqual([]);
  });

  it('shows the same subsidy as it keeps', () => {
    const values = typed([task(['100', '80', '90', '95'])]);
    const shown = liveLks(read(values), live(values).result, frame);
    const kept = measurementOf(measurementFormV2, read(values), frame).groups.result;
    expect(shown?.ok === true && Number(shown.value.totalEuros.replace('.', ''))).toBe(kept.lksTotalCents);
    expect(kept.lksTotalCents).toBeGreaterThan(0);
  });
});

describe('what is said while typing', () => {
  it('tells what is still to be divided and what each complete task brings', () => {
    const { preview, result, checks } = live(typed([task(['50', '70', '90', '100']), task(['30', '80', '', '90'])]));
    expect(result).toBeNull();
    expect(preview).toMatchObject({ shareSum: '80', shareLeft: '20' });
    expect(checks.map(({ contribution }) => contribution)).toEqual(['31.50', null]);
  });

  it('asks for an explanation of what is below 100, and keeps showing words that were typed before', () => {
    const values = typed([task(['100', '80', '100', '100'], { kwaliteitExplanation: '', nettoWerktijdExplanation: 'Was eerst lager.' })]);
    expect(live(values).checks[0]?.explained).toEqual(['tempo', 'nettoWerktijd']);
    expect(findings(typed([task(['100', '80', '100', '100'], { tempoExplanation: '' })]))).toEqual(['hoofdtaken.0.tempoExplanation loonwaarde.explanationRequired']);
  });

  it('says that shares of 95 % are not 100, that 5 % is no hoofdtaak, and nothing about fields that are still empty', () => {
    expect(findings(typed([task(['95', '100', '100', '100'])]))).toEqual(['hoofdtaken loonwaarde.sharesNotHundred']);
    expect(findings(typed([task(['95', '100', '100', '100']), task(['5', '100', '100', '100'])]))).toEqual(['hoofdtaken.1.aandeel loonwaarde.shareTooSmall', 'hoofdtaken.1.aandeel loonwaarde.taskTooShort']);
    expect(findings(typed([task(['95', '', '', ''])], { contractHours: '' }))).not.toContain('hoofdtaken.0.tempo loonwaarde.explanationRequired');
  });

  it('asks whether a limitation is counted twice where the words are the same, until somebody looked', () => {
    const same = { tempoExplanation: 'Snel moe', kwaliteitExplanation: 'snel moe!' };
    const values = typed([{}, task(['100', '80', '80', '100'], same)]);
    expect(findings(values)).toEqual(['hoofdtaken.1.countedOnce loonwaarde.sameExplanationTwice']);
    expect(live(values).checks[1]).toMatchObject({ sameTwice: true });
    expect(openQuestions(measurementFormV2, read(typed([task(['100', '80', '80', '100'], { ...same, countedOnce: true })])))).toEqual([]);
  });

  it('needs no hoofdtaken for a regular performance: 100 %, and no subsidy', () => {
    const values = typed([], { regularPerformance: true });
    expect(findings(values)).toEqual([]);
    expect(live(values).result?.loonwaarde).toBe(100);
    expect(measurementOf(measurementFormV2, read(values), frame).groups.result).toMatchObject({ loonwaarde: 100, lksCents: 0 });
  });

  it('lets the loonwaarde stand when the figures of a contract of next year are not known', () => {
    const values = typed([task(['100', '80', '90', '95'])], { contractBeganOn: '01-02-2027' });
    expect(liveLks(read(values), live(values).result, frame)).toMatchObject({ ok: false, problem: [{ code: 'lks.noParameters' }] });
    expect(findings(values)).toEqual([]);
  });
});

describe('a measurement beside an earlier one', () => {
  const record = (recordId: string, groups: object): RecordView<'measurement'> => ({
    kind: 'measurement', recordId: recordId as RecordId, dossierId: aDossier().dossierId, createdBy: ineke.userId, groups: groups as RecordView<'measurement'>['groups'], versions: {}, changes: {}, status: { kind: 'on-server', receivedAtMs: null },
  });
  const earlierGroups = measurementOf(measurementFormV2, read(typed([task(['100', '80', '90', '95'])], { nextMeasurementOn: '20-11-2027', employerInterviewee: 'P. Vos' })), frame).groups;
  const earlier = record('measurement-earlier', earlierGroups);
  const dossier = aDossier({ measurements: [earlier] });
  const codes = (values: FormValues, own: MeasurementFrame) => judgeForm(measurementFormV2, read(values), own).map(({ path, code }) => `${path.join('.')} ${code}`);

  it('is corrected from everything that it says: only what was wrong is typed again', () => {
    const values = startOfCorrection(earlier, ineke, 'nl');
    expect(startOfCorrection(earlier, { ...ineke, userId: 'expert-henk' as UserId, displayName: 'Henk Loeffen' }, 'nl')).toMatchObject({ expertName: 'Henk Loeffen', expertPhone: '' });
    expect(values['corrects']).toBe('measurement-earlier');
    const corrected = measurementOf(measurementFormV2, read(values), measurementFrame(ineke, dossier, deskToday, deskToday, { corrects: earlier.recordId }));
    expect(corrected.violations).toEqual([]);
    expect(corrected.groups).toEqual({ ...earlierGroups, result: { ...earlierGroups.result, corrects: 'measurement-earlier' } });
  });

  it('is confirmed by a short contact that says why and finds the same, and by no other', () => {
    const own = measurementFrame(ineke, dossier, deskToday, deskToday);
    const short = typed([task(['100', '80', '90', '95'])], { occasion: 'short-contact' });
    expect(codes(short, own)).toEqual(['occasionReason loonwaarde.reasonRequired']);
    const explained = { ...short, occasionReason: 'Zelfde werk, zelfde tempo.' };
    expect(codes(explained, own)).toEqual([]);
    expect(measurementOf(measurementFormV2, read(explained), own).groups.facts).toMatchObject({ occasion: 'short-contact', basedOn: 'measurement-earlier' });
    expect(codes({ ...explained, hoofdtaken: [task(['100', '70', '90', '95'])] }, own)).toEqual(['occasion loonwaarde.shortContactDiffers']);
    expect(codes(explained, frame)).toEqual(['occasion loonwaarde.nothingEarlier']);
  });

  it('stands no more when it was corrected, and a chain of corrections has one that stands', () => {
    const second = record('second', { ...earlierGroups, result: { ...earlierGroups.result, corrects: 'measurement-earlier' } });
    const third = record('third', { ...earlierGroups, result: { ...earlierGroups.result, corrects: 'second' } });
    const all = { measurements: [earlier, second, third] };
    expect(standingMeasurements(all).map(({ recordId }) => recordId)).toEqual(['third']);
    expect(confirmable(all, [third.recordId], deskToday)).toBeNull();
  });

  it('that was corrected apart on two devices becomes one by a version that replaces both, and begins with everything of the one', () => {
    const [mine, theirs] = ['mine', 'theirs'].map((id) => record(id, { ...earlierGroups, result: { ...earlierGroups.result, corrects: 'measurement-earlier' } }));
    if (mine === undefined || theirs === undefined) throw new Error('no corrections');
    const both = { measurements: [theirs, mine, earlier] };
    expect(versionsIn(both).get(mine.recordId)).toMatchObject({ beside: [{ recordId: 'theirs' }], counts: { recordId: 'theirs' } });
    const values = startOfCorrection(mine, ineke, 'nl', [theirs.recordId]);
    expect(values).toMatchObject({ corrects: 'mine', alsoReplaces: ['theirs'] });
    const one = measurementOf(measurementFormV2, read(values), measurementFrame(ineke, aDossier(both), deskToday, deskToday, { corrects: mine.recordId, alsoReplaces: [theirs.recordId] }));
    expect(one.violations).toEqual([]);
    expect(one.groups.result).toMatchObject({ corrects: 'mine', alsoReplaces: ['theirs'] });
    const all = { measurements: [record('one', one.groups), ...both.measurements] };
    expect(standingMeasurements(all).map(({ recordId }) => recordId)).toEqual(['one']);
    expect(versionsIn(all).get('one' as RecordId)).toMatchObject({ name: '3', beside: [] });
    // A short contact cannot be confirmed by what it takes the place of.
    expect(confirmable(both, [mine.recordId, theirs.recordId], deskToday)).toBeNull();
  });

  it('is confirmed by what held on the day of the short contact, also when that is corrected long after', () => {
    const of = (recordId: string, visitedOn: string, corrects: string | null = null) =>
      record(recordId, { ...earlierGroups, facts: { ...earlierGroups.facts, visitedOn: day(visitedOn) }, result: { ...earlierGroups.result, visitedOn: day(visitedOn), finalisedOn: day(visitedOn), corrects: corrects as RecordId | null } });
    const measured = of('measured', '2024-03-01');
    const short = of('short', '2025-03-01');
    const later = of('later', '2026-03-01');
    for (const measurements of [[later, short, measured], [measured, short, later]]) {
      expect(confirmable({ measurements }, [short.recordId], day('2025-03-01'))?.recordId).toBe('measured');
      expect(confirmable({ measurements }, [], deskToday)?.recordId).toBe('later');
      expect(confirmable({ measurements }, [], day('2024-02-01'))).toBeNull();
    }
    const again = of('measured-again', '2024-03-01', 'measured');
    expect(confirmable({ measurements: [measured, short, again] }, [short.recordId], day('2025-03-01'))?.recordId).toBe('measured-again');
  });

  it('is at the employer of the placement on the day of the visit, whichever runs when it is written down', () => {
    const [now] = aDossier().placements;
    if (now?.groups.facts === undefined) throw new Error('no placement');
    const before = { ...now, recordId: 'placement-kitchen' as RecordId, groups: { facts: { ...now.groups.facts, employerId: 'employer-kitchen' as RecordId, beganOn: day('2025-01-01'), endedOn: day('2026-02-20') } } };
    const moved = aDossier({ placements: [now, before] });
    const employerOn = (visitedOn: string | null) => measurementFrame(ineke, moved, deskToday, visitedOn === null ? null : day(visitedOn)).employerId;
    expect([employerOn('2026-02-10'), employerOn('2026-02-25'), employerOn('2026-03-01'), employerOn(null)]).toEqual(['employer-kitchen', null, 'employer-green', 'employer-green']);
  });

  it('names the certificate of who measures, and carries the rows of a table that only the region knows', () => {
    const table = withMinimumWage(BUNDLED_LKS_PARAMETERS, { from: '2027-01-01', monthlyEuros: '2380.00', hourlyEuros: '', validThrough: '2027-06-30', source: 'Stcrt.' }, 1_001);
    if (!table.ok) throw new Error('no table');
    const own = measurementFrame(ineke, aDossier(), deskToday, deskToday, { parameters: table.value, certificate: { number: 'LWD-1', validThrough: deskToday } });
    const values = typed([task(['100', '80', '90', '95'])], { contractBeganOn: '01-02-2027' });
    expect(liveLks(read(values), live(values).result, own)).toMatchObject({ ok: true, value: { parameters: { version: 1_001 } } });
    const { groups, violations } = measurementOf(measurementFormV2, read(values), own);
    expect(violations).toEqual([]);
    expect(groups.facts).toMatchObject({ certificate: { number: 'LWD-1', validThrough: '2026-11-20' }, lksParameters: { version: 1_001, validFrom: '2027-02-01' } });
    expect(groups.result.lksParametersVersion).toBe(1_001);
  });

  it('asks the wage of the function only where the loonwaarde was a share of it', () => {
    const values = (visitedOn: string, contractBeganOn: string) => read(typed([task(['100', '80', '90', '95'])], { visitedOn, contractBeganOn, functieloon: '1.800,50' }));
    expect(functieloonOf(values('10-03-2016', '01-02-2016'), BUNDLED_LKS_PARAMETERS)).toBe('1800.5');
    expect(functieloonOf(values('10-03-2018', '01-02-2016'), BUNDLED_LKS_PARAMETERS)).toBeNull();
  });
});
