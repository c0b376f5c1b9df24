import { describe, expect, it } from 'vitest';
import { judgeForm, openQuestions } from '#renderer/features/measurement/judge-form.ts';
import { liveLks } from '#renderer/features/measurement/live-lks.ts';
import { measurementFrame, measurementOf } from '#renderer/features/measurement/measurement-of-form.ts';
import { startOfMeasurement } from '#renderer/features/measurement/start-of-measurement.ts';
import { liveLoonwaarde } from '#renderer/features/measurement/task-checks.ts';
import { judgeRecord } from '#shared/domain/judge.ts';
import type { FormValues } from '#shared/forms/form-definition.ts';
import { measurementFormV2 } from '#shared/forms/measurement.v2.ts';
import { readForm, startValues } from '#shared/forms/read-form.ts';
import { aDossier, deskToday, ineke } from '../support/forms/a-dossier.ts';

const moment = { today: deskToday, now: '14:32' };
const frame = measurementFrame(ineke, aDossier(), deskToday);

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
