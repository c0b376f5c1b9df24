import { describe, expect, it } from 'vitest';
import { judgeMeasurement } from '#shared/domain/judge-measurement.ts';
import { judgeRecord } from '#shared/domain/judge.ts';
import type { Groups } from '#shared/domain/kinds.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { BUNDLED_LKS_PARAMETERS } from '#shared/domain/loonkostensubsidie/bundled-lks-parameters.ts';
import { withMinimumWage } from '#shared/domain/loonkostensubsidie/delivered-parameters.ts';
import { measurementResult, withLksParameters } from '#shared/domain/measurement-result.ts';
import { measurementFactsSchema, measurementTasksSchema, type Hoofdtaak, type MeasurementFacts, type MeasurementTasks } from '#shared/domain/records/measurement.ts';
import { day } from '#shared/lib/calendar.ts';

const facts = (changes: Partial<MeasurementFacts> = {}): MeasurementFacts => ({
  ...measurementFactsSchema.parse({
    form: { id: 'measurement', version: 1 },
    visitedOn: '2026-11-19',
    birthDate: '1990-05-04',
    employerId: null,
    employerName: 'Groenbedrijf De Waal',
    contactPerson: 'T. Peters',
    contactEmail: '',
    employerInterviewee: '',
    normFunction: 'Medewerker groenvoorziening',
    functionPerformed: 'Medewerker groenvoorziening',
    contractHours: 32,
    fullTimeHours: 36,
    workingDaysPerWeek: 4,
    contractBeganOn: '2026-03-01',
    expertId: 'expert-ineke',
    expertName: 'Ineke Willems',
    expertPhone: '',
  }),
  ...changes,
});

const task = (aandeel: string, tempo: string, kwaliteit: string, nettoWerktijd: string, changes: Partial<Hoofdtaak> = {}): Hoofdtaak => ({
  name: 'Schoffelen',
  aandeel,
  tempo,
  kwaliteit,
  nettoWerktijd,
  tempoExplanation: 'Werkt rustig door.',
  kwaliteitExplanation: 'Laat soms onkruid staan.',
  nettoWerktijdExplanation: 'Heeft elk uur een pauze nodig.',
  ...changes,
});

const tasks = (...hoofdtaken: readonly Hoofdtaak[]): MeasurementTasks =>
  measurementTasksSchema.parse({ method: 'uniform-2021', methodVersion: 1, regularPerformance: false, hoofdtaken });

const views = { employee: 'Klopt voor mij.', employer: 'Herkenbaar.' };
const three = tasks(task('50', '70', '90', '100'), task('30', '80', '100', '90'), task('20', '60', '80', '90'));

function finalGroups(own: { facts?: MeasurementFacts; tasks?: MeasurementTasks } = {}): Required<Groups<'measurement'>> {
  const both = { facts: own.facts ?? facts(), tasks: own.tasks ?? three };
  const result = measurementResult(both.facts, both.tasks, { finalisedOn: day('2026-11-20'), nextMeasurementOn: day('2027-11-20'), corrects: null });
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return { ...both, views, result: result.value };
}

const found = (groups: Groups<'measurement'>) => judgeMeasurement(groups).map(({ path, code }) => `${path.join('.')} ${code}`);

describe('judgeMeasurement', () => {
  it('finds nothing wrong in a final measurement whose result follows from its tasks', () => {
    const groups = finalGroups();
    expect(groups.result).toMatchObject({ sum: '61.74', loonwaarde: 62, lksParametersVersion: 1 });
    expect(judgeMeasurement(groups)).toEqual([]);
    expect(judgeRecord('measurement', groups)).toEqual([]);
  });

  it('refuses shares that are not 100 together, and says what they are', () => {
    const groups = { facts: facts(), tasks: tasks(task('50', '100', '100', '100'), task('45', '100', '100', '100')) };
    expect(judgeMeasurement(groups)).toMatchObject([{ path: ['tasks', 'hoofdtaken'], code: 'loonwaarde.sharesNotHundred', params: { sum: '95' } }]);
  });

  it('refuses a share below 6.25 % and a task of less than half an hour a day', () => {
    const groups = { facts: facts({ contractHours: 20, workingDaysPerWeek: 5 }), tasks: tasks(task('94', '100', '100', '100'), task('6', '100', '100', '100')) };
    expect(found(groups)).toEqual(['tasks.hoofdtaken.1.aandeel loonwaarde.shareTooSmall', 'tasks.hoofdtaken.1.aandeel loonwaarde.taskTooShort']);
  });

  it('accepts exactly 6.25 % when that is exactly half an hour', () => {
    expect(found({ facts: facts({ contractHours: 40, workingDaysPerWeek: 5 }), tasks: tasks(task('93.75', '100', '100', '100'), task('6.25', '100', '100', '100')) })).toEqual([]);
  });

  it('asks an explanation for every factor below 100', () => {
    const bare = { tempoExplanation: '', kwaliteitExplanation: ' ', nettoWerktijdExplanation: '' };
    expect(found({ facts: facts(), tasks: tasks(task('100', '87.5', '100', '95', bare)) })).toEqual([
      'tasks.hoofdtaken.0.tempoExplanation loonwaarde.explanationRequired',
      'tasks.hoofdtaken.0.nettoWerktijdExplanation loonwaarde.explanationRequired',
    ]);
  });

  it('does not block on a double-counting question: the person who was there answers it', () => {
    const same = { tempoExplanation: 'Snel moe.', kwaliteitExplanation: 'snel moe', nettoWerktijdExplanation: '' };
    expect(found({ facts: facts(), tasks: tasks(task('100', '80', '80', '100', same)) })).toEqual([]);
  });

  it.each([
    ['sum', { sum: '61.75' }],
    ['loonwaarde', { loonwaarde: 61 }],
    ['lksCents', { lksCents: 1 }],
    ['lksTotalCents', { lksTotalCents: 1 }],
  ] as const)('refuses another %s than the tasks and facts give', (field, change) => {
    const groups = finalGroups();
    expect(found({ ...groups, result: { ...groups.result, ...change } })).toEqual([`result.${field} loonwaarde.resultDiffers`]);
  });

  it('counts a person under 21 by the minimum youth wage, so the birth date decides over the amount', () => {
    const adult = finalGroups();
    const young = finalGroups({ facts: facts({ birthDate: day('2008-01-01') }) });
    expect(young.result.loonwaarde).toBe(adult.result.loonwaarde);
    expect(young.result.lksCents).toBeLessThan(adult.result.lksCents ?? 0);
    expect(found({ ...adult, facts: young.facts })).toContain('result.lksCents loonwaarde.resultDiffers');
  });

  it('lets a measurement be final when the minimum wage of its contract is not known yet', () => {
    const groups = finalGroups({ facts: facts({ contractBeganOn: day('2027-02-01') }) });
    expect(groups.result).toMatchObject({ loonwaarde: 62, lksCents: null, lksTotalCents: null, lksParametersVersion: null });
    expect(found(groups)).toEqual([]);
    expect(found({ ...groups, result: { ...groups.result, lksCents: 100 } })).toEqual(['result.lksCents loonwaarde.resultDiffers']);
  });

  it('refuses a table of figures that nobody has', () => {
    const groups = finalGroups();
    expect(found({ ...groups, result: { ...groups.result, lksParametersVersion: 99 } })).toEqual(['result.lksParametersVersion loonwaarde.unknownParameters']);
  });

  it('wants the views of employee and employer before a measurement is final, not while it is being made', () => {
    const { facts: own, tasks: done, result } = finalGroups();
    expect(found({ facts: own, tasks: done })).toEqual([]);
    expect(found({ facts: own, tasks: done, result })).toEqual(['views loonwaarde.viewsRequired']);
  });

  it('gives 100 % without hoofdtaken to a regular performance', () => {
    const groups = finalGroups({ tasks: { ...tasks(), regularPerformance: true } });
    expect(groups.result).toMatchObject({ sum: '100.00', loonwaarde: 100, lksCents: 0 });
    expect(judgeRecord('measurement', groups)).toEqual([]);
  });

  it('wants at least one and at most five hoofdtaken', () => {
    expect(found({ facts: facts(), tasks: tasks() })).toEqual(['tasks.hoofdtaken loonwaarde.atLeastOneTask']);
    const six = Array.from({ length: 6 }, () => task('16.6666', '100', '100', '100'));
    expect(found({ facts: facts(), tasks: tasks(...six) })).toContain('tasks.hoofdtaken loonwaarde.atMostFiveTasks');
  });

  it('keeps the days of a measurement in order', () => {
    const groups = finalGroups();
    expect(found({ ...groups, result: { ...groups.result, visitedOn: day('2026-11-18') } })).toEqual(['result.visitedOn loonwaarde.resultDiffers']);
    expect(found({ ...groups, result: { ...groups.result, finalisedOn: day('2026-11-01') } })).toEqual(['result.finalisedOn loonwaarde.finalisedBeforeVisit']);
    expect(found({ ...groups, result: { ...groups.result, nextMeasurementOn: day('2026-11-19') } })).toEqual(['result.nextMeasurementOn loonwaarde.nextMeasurementTooEarly']);
  });

  it('keeps an exact sum of many decimals', () => {
    const fine = task('33.3333', '87.5555', '91.1111', '97.7777');
    const groups = finalGroups({ tasks: tasks(fine, { ...fine, aandeel: '33.3333' }, { ...fine, aandeel: '33.3334' }) });
    expect(groups.result.sum.length).toBeGreaterThan(15);
    expect(judgeRecord('measurement', groups)).toEqual([]);
  });

  it('keeps the rows of a table that no release knows, and recomputes with them on a device that never had the table', () => {
    const table = withMinimumWage(BUNDLED_LKS_PARAMETERS, { from: '2027-01-01', monthlyEuros: '2380.00', hourlyEuros: '15.25', validThrough: '2027-12-31', source: 'Stcrt.' }, 1_001);
    if (!table.ok) throw new Error(JSON.stringify(table.problem));
    const own = withLksParameters(facts({ contractBeganOn: day('2027-02-01') }), table.value);
    const result = measurementResult(own, three, { finalisedOn: day('2026-11-20'), nextMeasurementOn: null, corrects: null }, table.value);
    if (!result.ok) throw new Error(JSON.stringify(result.problem));
    // 2380 x 1.08 x 38 % x 32/36 = 868.22
    expect(result.value).toMatchObject({ lksCents: 86_822, lksParametersVersion: 1_001 });
    const groups = JSON.parse(JSON.stringify({ facts: own, tasks: three, views, result: result.value })) as Required<Groups<'measurement'>>;
    expect(judgeRecord('measurement', groups)).toEqual([]);
    expect(found({ ...groups, result: { ...groups.result, lksCents: 86_823 } })).toEqual(['result.lksCents loonwaarde.resultDiffers']);
    const { lksParameters: _gone, ...without } = groups.facts;
    expect(found({ ...groups, facts: without })).toEqual(['result.lksParametersVersion loonwaarde.unknownParameters']);
    // Of a table that a release knows nothing is carried along.
    expect(withLksParameters(facts(), BUNDLED_LKS_PARAMETERS).lksParameters).toBeUndefined();
  });

  it('wants a short contact to name what it confirms, and to say why it was enough', () => {
    const short = { occasion: 'short-contact' as const };
    expect(found(finalGroups({ facts: facts(short) }))).toEqual(['facts.occasion loonwaarde.nothingEarlier', 'facts.occasionReason loonwaarde.reasonRequired']);
    expect(found(finalGroups({ facts: facts({ ...short, basedOn: 'measurement-1' as RecordId, occasionReason: 'Zelfde werk, zelfde tempo.' }) }))).toEqual([]);
  });
});

describe('a measurement from an older file', () => {
  const older = { name: 'Stekken', aandeel: '100', tempo: '60', kwaliteit: '90', inzetbaarheid: '80', tempoExplanation: '', kwaliteitExplanation: '' } as Hoofdtaak;
  const dariuz = measurementTasksSchema.parse({ method: 'dariuz', methodVersion: 1, regularPerformance: false, hoofdtaken: [older] });
  const of2016 = (changes: Partial<MeasurementFacts> = {}) => facts({ visitedOn: day('2016-03-10'), contractBeganOn: day('2016-02-01'), functieloon: '1650.00', reportedLoonwaarde: 43, ...changes });

  function kept(own: MeasurementFacts): Groups<'measurement'> {
    const result = measurementResult(own, dariuz, { finalisedOn: day('2016-03-18'), nextMeasurementOn: null, corrects: null });
    if (!result.ok) throw new Error(JSON.stringify(result.problem));
    return { facts: own, tasks: dariuz, result: result.value };
  }

  it('is final without views and explanations, with inzetbaarheid in the third place, and computes to what its report says', () => {
    const groups = kept(of2016());
    expect(groups.result).toMatchObject({ sum: '43.20', loonwaarde: 43 });
    // (1524.60 - 43 % of 1650.00) x 1.08 x 32/36
    expect(groups.result?.lksCents).toBe(78_250);
    expect(judgeRecord('measurement', groups)).toEqual([]);
  });

  it('is refused when recomputing gives something else', () => {
    expect(found(kept(of2016({ reportedLoonwaarde: 44 })))).toEqual(['facts.reportedLoonwaarde loonwaarde.reportedDiffers']);
  });

  it('stands without its subsidy when nobody knows the wage of the function any more', () => {
    expect(kept(of2016({ functieloon: null })).result).toMatchObject({ loonwaarde: 43, lksCents: null });
    expect(judgeRecord('measurement', kept(of2016({ functieloon: null })))).toEqual([]);
  });

  it('is of before July 2021: from then on there is one method', () => {
    expect(found(kept(of2016({ visitedOn: day('2021-06-30'), contractBeganOn: day('2021-01-01'), functieloon: null }))).filter((each) => each.startsWith('facts'))).toEqual([]);
    expect(found(kept(of2016({ visitedOn: day('2021-07-01'), contractBeganOn: day('2021-01-01'), functieloon: null })))).toContain('facts.visitedOn loonwaarde.methodEnded');
  });

  it('misses its third number by the rule of its own method', () => {
    const without = measurementTasksSchema.parse({ ...dariuz, hoofdtaken: [{ ...older, inzetbaarheid: undefined, nettoWerktijd: '80' }] });
    expect(found({ facts: of2016({ reportedLoonwaarde: null }), tasks: without })).toEqual(['tasks.hoofdtaken.0.inzetbaarheid percentage.required']);
  });
});
