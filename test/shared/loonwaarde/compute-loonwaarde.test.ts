import { describe, expect, it } from 'vitest';
import { computeByMethod, computeLoonwaarde, previewLoonwaarde } from '#shared/domain/loonwaarde/compute-loonwaarde.ts';
import type { LoonwaardeInput, UniformTask } from '#shared/domain/loonwaarde/compute-loonwaarde.ts';
import { findMethod, LOONWAARDE_METHODS, newestMethod } from '#shared/domain/loonwaarde/methods.ts';
import type { LoonwaardeMethod } from '#shared/domain/loonwaarde/methods.ts';

/** "50/70/90/100 · 50/..." as the table of cases writes it. */
const tasksOf = (notation: string): readonly UniformTask[] =>
  notation.split('·').map((task) => {
    const [aandeel = '', tempo = '', kwaliteit = '', nettoWerktijd = ''] = task.trim().split('/');
    return { aandeel, tempo, kwaliteit, nettoWerktijd };
  });

const uniform = (notation: string): LoonwaardeInput => ({ method: 'uniform-2021', version: 1, hoofdtaken: tasksOf(notation) });

const computed = (input: LoonwaardeInput) => {
  const outcome = computeLoonwaarde(input);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
};

const codesOf = (input: LoonwaardeInput): readonly string[] => {
  const outcome = computeLoonwaarde(input);
  return outcome.ok ? [] : outcome.problem.map(({ path, code }) => `${path.join('.')} ${code}`);
};

const methodNamed = (name: string): LoonwaardeMethod => {
  const method = newestMethod(name);
  if (method === undefined) throw new Error(name);
  return method;
};

describe('the cases of the published rules', () => {
  it.each([
    ['100/80/90/95', '68.40', 68],
    ['50/70/90/100 · 30/80/100/90 · 20/60/80/90', '61.74', 62],
    ['50/110/90/100 · 50/50/80/90', '63.00', 63],
    ['60/50/50/50 · 40/25/100/100', '17.50', 18],
    ['50/90/100/100 · 50/100/91/100', '90.50', 91],
    ['100/87.5/90/100', '78.75', 79],
  ])('%s is %s and so %i', (notation, sum, loonwaarde) => {
    const result = computed(uniform(notation));
    expect(result).toMatchObject({ sum, sumShown: sum, loonwaarde, method: 'uniform-2021', version: 1 });
  });

  it('a tempo of 110 would count for 68 without the cap', () => {
    const uncapped: LoonwaardeMethod = { ...methodNamed('uniform-2021'), caps: [null, null, null] };
    const outcome = computeByMethod(uncapped, tasksOf('50/110/90/100 · 50/50/80/90'), false);
    expect(outcome).toMatchObject({ ok: true, value: { sum: '67.50', loonwaarde: 68 } });
  });

  it('a regular performance is 100 without hoofdtaken', () => {
    expect(computed({ method: 'uniform-2021', version: 1, hoofdtaken: [], regularPerformance: true })).toMatchObject({ sum: '100.00', loonwaarde: 100 });
  });
});

describe('exactness', () => {
  it('numbers and texts give the same', () => {
    expect(computed({ method: 'uniform-2021', version: 1, hoofdtaken: [{ aandeel: 100, tempo: 87.5, kwaliteit: 90, nettoWerktijd: 100 }] }).sum).toBe('78.75');
  });

  it('is rounded once: three tasks of x.5 each do not go up three times', () => {
    // 16.5 + 16.5 + 17 = 50 exactly; rounding per task would make 17 + 17 + 17 = 51.
    expect(computed(uniform('33/50/100/100 · 33/50/100/100 · 34/50/100/100'))).toMatchObject({ sum: '50.00', loonwaarde: 50 });
  });

  it('a sum a hair below a half goes down and is never shown as the half', () => {
    const result = computed(uniform('100/90.4999/100/100'));
    expect(result).toMatchObject({ sum: '90.4999', sumShown: '90.49', loonwaarde: 90 });
  });

  it('keeps every decimal of awkward shares', () => {
    const result = computed(uniform('33.3333/33.3333/33.3333/33.3333 · 66.6667/100/100/100'));
    expect(result.sum).toBe('67.9012629629703703654321');
    expect(result.sumShown).toBe('67.90');
  });
});

describe('the working', () => {
  it('says what was capped, what each task adds, the sum and the one rounding', () => {
    const { lines, tasks } = computed(uniform('50/110/90/100 · 50/50/80/90'));
    expect(lines.map(({ code }) => code)).toEqual(['loonwaarde.line.capped', 'loonwaarde.line.task', 'loonwaarde.line.task', 'loonwaarde.line.sum', 'loonwaarde.line.rounded']);
    expect(lines[0]?.params).toEqual({ position: 1, factor: 'tempo', entered: '110', counted: '100' });
    expect(lines[1]?.params).toMatchObject({ position: 1, aandeel: '50', tempo: '100', kwaliteit: '90', nettoWerktijd: '100', contribution: '45.00' });
    expect(tasks.map(({ contribution }) => contribution)).toEqual(['45.00', '18.00']);
  });

  it('a half-filled form already shows what it can', () => {
    const method = methodNamed('uniform-2021');
    const preview = previewLoonwaarde(method, [...tasksOf('50/70/90/100'), { aandeel: '30', tempo: '', kwaliteit: '90', nettoWerktijd: '100' }]);
    expect(preview).toMatchObject({ shareSum: '80', shareLeft: '20', sumShown: '31.50' });
    expect(preview.tasks.map((task) => task?.contribution)).toEqual(['31.50', undefined]);
  });
});

describe('what is refused', () => {
  it.each([
    ['50/70/90/100 · 45/70/90/100', ['hoofdtaken loonwaarde.sharesNotHundred']],
    ['6.24/70/90/100 · 93.76/70/90/100', ['hoofdtaken.0.aandeel loonwaarde.shareTooSmall']],
    ['0/70/90/100 · 100/70/90/100', ['hoofdtaken.0.aandeel loonwaarde.shareOutOfRange']],
    ['100/200.0001/90/100', ['hoofdtaken.0.tempo loonwaarde.factorOutOfRange']],
    ['100/-5/90/100', ['hoofdtaken.0.tempo percentage.negative']],
    ['100/abc/90/', ['hoofdtaken.0.tempo percentage.invalid', 'hoofdtaken.0.nettoWerktijd percentage.required']],
    ['100/33.33333/90/100', ['hoofdtaken.0.tempo percentage.tooManyDecimals']],
    ['20/70/90/100 · 20/70/90/100 · 20/70/90/100 · 20/70/90/100 · 10/70/90/100 · 10/70/90/100', ['hoofdtaken loonwaarde.atMostFiveTasks']],
  ])('%s: %j', (notation, codes) => {
    expect(codesOf(uniform(notation))).toEqual(codes);
  });

  it('no hoofdtaken at all, unless the performance is regular', () => {
    expect(codesOf({ method: 'uniform-2021', version: 1, hoofdtaken: [] })).toEqual(['hoofdtaken loonwaarde.atLeastOneTask']);
  });

  it('exactly 6.25 % is enough', () => {
    expect(codesOf(uniform('6.25/70/90/100 · 93.75/70/90/100'))).toEqual([]);
  });

  it('a method version this release does not know is never guessed', () => {
    expect(codesOf({ ...uniform('100/80/90/95'), version: 2 } as LoonwaardeInput)).toEqual(['method loonwaarde.unknownMethod']);
  });
});

describe('methods for ever', () => {
  it('Dariuz multiplies tempo, kwaliteit and inzetbaarheid', () => {
    const result = computed({ method: 'dariuz', version: 1, hoofdtaken: [{ aandeel: '60', tempo: '80', kwaliteit: '90', inzetbaarheid: '95' }, { aandeel: '40', tempo: '70', kwaliteit: '100', inzetbaarheid: '80' }] });
    // 0.6 x 68.4 + 0.4 x 56 = 41.04 + 22.40
    expect(result).toMatchObject({ sum: '63.44', loonwaarde: 63 });
    expect(result.lines[0]?.params).toMatchObject({ inzetbaarheid: '95' });
  });

  it('an old Dariuz file may hold more and smaller tasks', () => {
    const hoofdtaken = [5, 15, 20, 20, 20, 20].map((aandeel) => ({ aandeel, tempo: 50, kwaliteit: 100, inzetbaarheid: 100 }));
    expect(computed({ method: 'dariuz', version: 1, hoofdtaken }).loonwaarde).toBe(50);
  });

  it('Dariuz has no regular performance', () => {
    expect(computeByMethod(methodNamed('dariuz'), [], true)).toMatchObject({ ok: false });
  });

  it('a published method never changes: add a version instead of editing this test', () => {
    expect(LOONWAARDE_METHODS.map(({ source: _source, ...rules }) => rules)).toEqual([
      {
        name: 'uniform-2021', version: 1, factors: ['tempo', 'kwaliteit', 'nettoWerktijd'], caps: ['100', '100', '100'], highestEntry: '200',
        mostTasks: 5, smallestShare: '6.25', leastMinutesPerWorkingDay: 30, knowsRegularPerformance: true,
      },
      {
        name: 'dariuz', version: 1, factors: ['tempo', 'kwaliteit', 'inzetbaarheid'], caps: ['100', '100', '100'], highestEntry: '200',
        mostTasks: null, smallestShare: null, leastMinutesPerWorkingDay: null, knowsRegularPerformance: false,
      },
    ]);
    expect(findMethod('uniform-2021', 1)).toBeDefined();
    expect(findMethod('uniform-2021', 99)).toBeUndefined();
  });
});
