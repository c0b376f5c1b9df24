import { describe, expect, it } from 'vitest';
import { checkMeasurement } from '#shared/domain/loonwaarde/check-measurement.ts';
import type { MeasurementToCheck } from '#shared/domain/loonwaarde/check-measurement.ts';
import { doubleCountingSuspects } from '#shared/domain/loonwaarde/double-counting.ts';
import type { ExplainedTask } from '#shared/domain/loonwaarde/double-counting.ts';
import { findMethod } from '#shared/domain/loonwaarde/methods.ts';
import { tempoFromCounts, tempoFromTimedCount } from '#shared/domain/loonwaarde/tempo-from-counts.ts';

const task = (changes: Partial<ExplainedTask> = {}): ExplainedTask => ({
  aandeel: '100', tempo: '80', kwaliteit: '100', nettoWerktijd: '100',
  tempoExplanation: 'Pakt een stuk tegelijk.', kwaliteitExplanation: '', nettoWerktijdExplanation: '',
  ...changes,
});

const measurement = (changes: Partial<MeasurementToCheck> = {}): MeasurementToCheck => ({
  method: 'uniform-2021', version: 1, hoofdtaken: [task()], hoursPerWeek: 32, workingDaysPerWeek: 4, ...changes,
});

const findings = (changes: Partial<MeasurementToCheck>): readonly string[] =>
  checkMeasurement(measurement(changes)).map(({ severity, path, code }) => `${severity} ${path.join('.')} ${code}`);

describe('what stands in the way of vastleggen', () => {
  it('nothing, for a complete measurement', () => {
    expect(findings({})).toEqual([]);
  });

  it('a factor below 100 without an explanation, also when it is only a stroke', () => {
    expect(findings({ hoofdtaken: [task({ tempoExplanation: ' ' })] })).toEqual(['blocks hoofdtaken.0.tempoExplanation loonwaarde.explanationRequired']);
    expect(findings({ hoofdtaken: [task({ tempoExplanation: '-' })] })).toEqual(['blocks hoofdtaken.0.tempoExplanation loonwaarde.explanationRequired']);
  });

  it('a factor of 100 or more needs no explanation', () => {
    expect(findings({ hoofdtaken: [task({ tempo: '110', tempoExplanation: '' })] })).toEqual([]);
  });

  it('a hoofdtaak of less than 30 minutes on a working day: 6.25 % of 8 hours is 30, of 6 hours is 22.5', () => {
    const hoofdtaken = [task({ aandeel: '6.25' }), task({ aandeel: '93.75' })];
    expect(findings({ hoofdtaken, hoursPerWeek: 40, workingDaysPerWeek: 5 })).toEqual([]);
    expect(checkMeasurement(measurement({ hoofdtaken, hoursPerWeek: '30', workingDaysPerWeek: '5' }))).toEqual([
      { path: ['hoofdtaken', 0, 'aandeel'], code: 'loonwaarde.taskTooShort', params: { minutes: '22.5', minimum: 30 }, severity: 'blocks' },
    ]);
  });

  it('exactly 30 minutes is enough, a ten-thousandth of a per cent less is not', () => {
    const shares = (first: string, second: string) => [task({ aandeel: first }), task({ aandeel: second })];
    expect(findings({ hoofdtaken: shares('12.5', '87.5'), hoursPerWeek: 12, workingDaysPerWeek: 3 })).toEqual([]);
    expect(findings({ hoofdtaken: shares('12.4999', '87.5001'), hoursPerWeek: 12, workingDaysPerWeek: 3 })).toEqual(['blocks hoofdtaken.0.aandeel loonwaarde.taskTooShort']);
  });

  it('hours or days that cannot be', () => {
    expect(findings({ hoursPerWeek: 0 })).toEqual(['blocks hoursPerWeek hours.invalid']);
    expect(findings({ workingDaysPerWeek: 8 })).toEqual(['blocks workingDaysPerWeek days.invalid']);
  });

  it('shares that do not add up, with what is left', () => {
    expect(checkMeasurement(measurement({ hoofdtaken: [task({ aandeel: '60' }), task({ aandeel: '35.5' })] }))[0]).toMatchObject({ code: 'loonwaarde.sharesNotHundred', params: { sum: '95.5', left: '4.5' } });
  });

  it('a regular performance needs no hoofdtaken', () => {
    expect(findings({ hoofdtaken: [], regularPerformance: true })).toEqual([]);
  });

  it('an old Dariuz file is not held to the rules of 2021', () => {
    const { nettoWerktijd: _uniformOnly, ...rest } = task({ aandeel: '2' });
    const small = { ...rest, inzetbaarheid: '100' };
    expect(findings({ method: 'dariuz', hoofdtaken: [small, { ...small, aandeel: '98' }] })).toEqual([]);
  });

  it('a method nobody knows', () => {
    expect(findings({ version: 9 })).toEqual(['blocks method loonwaarde.unknownMethod']);
  });
});

describe('is the same limitation not counted twice?', () => {
  const uniform = findMethod('uniform-2021', 1);
  if (uniform === undefined) throw new Error('no method');

  it('asks when two lowered factors have the same words, whatever their case, accents and full stops', () => {
    const same = task({ kwaliteit: '90', tempoExplanation: 'Werkt  één-handig.', kwaliteitExplanation: 'werkt een handig' });
    expect(doubleCountingSuspects(uniform, [task(), same])).toEqual([{ index: 1, factors: ['tempo', 'kwaliteit'], why: 'same' }]);
    expect(findings({ hoofdtaken: [same] })).toEqual(['asks hoofdtaken.0 loonwaarde.sameExplanationTwice']);
  });

  it('asks when two factors are low and one of them says nothing', () => {
    const silent = task({ kwaliteit: '90' });
    expect(doubleCountingSuspects(uniform, [silent])).toEqual([{ index: 0, factors: ['tempo', 'kwaliteit'], why: 'missing' }]);
  });

  it('names only the two that are alike of three', () => {
    const three = task({ kwaliteit: '90', nettoWerktijd: '80', kwaliteitExplanation: 'Mist soms een etiket', nettoWerktijdExplanation: 'Pakt een stuk tegelijk' });
    expect(doubleCountingSuspects(uniform, [three])).toEqual([{ index: 0, factors: ['tempo', 'nettoWerktijd'], why: 'same' }]);
  });

  it('does not ask about different reasons, one low factor, or the same words in two tasks', () => {
    const different = task({ kwaliteit: '90', kwaliteitExplanation: 'Mist soms een etiket' });
    expect(doubleCountingSuspects(uniform, [different, task(), task()])).toEqual([]);
  });
});

describe('tempo from counts', () => {
  it.each([
    [70, 80, '87.5', true], [0, 80, '0', true], [88, 80, '110', true], ['12.5', '20', '62.5', true], [2, 3, '66.6667', false], [1, 3, '33.3333', false],
  ])('%s of %s is %s', (made, norm, tempo, exact) => {
    expect(tempoFromCounts(made, norm)).toEqual({ ok: true, value: { tempo, exact } });
  });

  it('refuses a norm of nothing and what is no number', () => {
    expect(tempoFromCounts(70, 0)).toEqual({ ok: false, problem: 'norm-zero' });
    expect(tempoFromCounts('zeventig', 80)).toEqual({ ok: false, problem: 'made-invalid' });
    expect(tempoFromCounts(70, -80)).toEqual({ ok: false, problem: 'norm-invalid' });
  });

  it('35 pieces in half an hour against 80 an hour is 87.5', () => {
    expect(tempoFromTimedCount(35, 30 * 60 * 1000, 80)).toEqual({ ok: true, value: { tempo: '87.5', exact: true } });
    expect(tempoFromTimedCount(35, 0, 80)).toEqual({ ok: false, problem: 'duration-invalid' });
  });
});
