import type { Groups } from './kinds.ts';
import type { Hoofdtaak, MeasurementFacts, MeasurementTasks } from './records/measurement.ts';
import type { Violation } from './violation.ts';
import { asShare, decimal, formatDecimal } from '../lib/percentage.ts';
import { add, compare, divide, isZero, multiply, rational, ZERO, type Rational } from '../lib/rational.ts';

const wholeShare = decimal('100');
const smallestShare = decimal('6.25');
const shortestTaskMinutes = decimal('30');

/**
 * What must hold between the fields of a measurement, on the device before keeping and on the server before
 * applying. The groups have passed their schemas.
 * @source DOMAIN "Loonwaarde, uniform method"; Regeling loonkostensubsidie Participatiewet, bijlage
 */
export function judgeMeasurement(groups: Groups<'measurement'>): readonly Violation[] {
  const { facts, tasks, views, result } = groups;
  const violations: Violation[] = [];
  if (tasks !== undefined) violations.push(...judgeShares(tasks), ...judgeExplanations(tasks));
  if (tasks !== undefined && facts !== undefined) violations.push(...judgeMinutes(facts, tasks));
  if (result !== undefined) {
    if (views === undefined) violations.push({ path: ['views'], code: 'loonwaarde.viewsRequired' });
    if (result.finalisedOn < result.visitedOn) violations.push({ path: ['result', 'finalisedOn'], code: 'loonwaarde.finalisedBeforeVisit' });
    if (result.nextMeasurementOn !== null && result.nextMeasurementOn <= result.visitedOn) {
      violations.push({ path: ['result', 'nextMeasurementOn'], code: 'loonwaarde.nextMeasurementTooEarly' });
    }
    if (facts !== undefined && facts.visitedOn !== result.visitedOn) violations.push({ path: ['result', 'visitedOn'], code: 'loonwaarde.resultDiffers' });
  }
  return violations;
}

function judgeShares({ method, hoofdtaken }: MeasurementTasks): readonly Violation[] {
  const violations: Violation[] = [];
  let sum = ZERO;
  for (const [index, task] of hoofdtaken.entries()) {
    const share = decimal(task.aandeel);
    sum = add(sum, share);
    // The floor of 6.25 % came with the uniform method; old files keep the rules of their own time.
    if (method === 'uniform-2021' && compare(share, smallestShare) < 0) violations.push(atTask(index, 'aandeel', 'loonwaarde.shareTooSmall'));
  }
  if (compare(sum, wholeShare) !== 0) {
    violations.push({ path: ['tasks', 'hoofdtaken'], code: 'loonwaarde.sharesNotHundred', params: { sum: formatDecimal(sum) } });
  }
  return violations;
}

function judgeMinutes(facts: MeasurementFacts, { method, hoofdtaken }: MeasurementTasks): readonly Violation[] {
  if (method !== 'uniform-2021') return [];
  return hoofdtaken.flatMap((task, index) => {
    const minutes = taskMinutesPerWorkingDay(task, facts);
    return minutes !== null && compare(minutes, shortestTaskMinutes) < 0 ? [atTask(index, 'aandeel', 'loonwaarde.taskTooShort')] : [];
  });
}

/** @returns minutes of an average working day spent on this task [min], or null without working days */
export function taskMinutesPerWorkingDay(
  task: Pick<Hoofdtaak, 'aandeel'>,
  facts: Pick<MeasurementFacts, 'contractHours' | 'workingDaysPerWeek'>,
): Rational | null {
  const days = decimal(facts.workingDaysPerWeek);
  if (isZero(days)) return null;
  return divide(multiply(multiply(asShare(decimal(task.aandeel)), decimal(facts.contractHours)), rational(60n)), days);
}

function judgeExplanations({ regularPerformance, hoofdtaken }: MeasurementTasks): readonly Violation[] {
  if (regularPerformance) return [];
  const factors = ['tempo', 'kwaliteit', 'nettoWerktijd'] as const;
  return hoofdtaken.flatMap((task, index) =>
    factors
      .filter((factor) => compare(decimal(task[factor]), wholeShare) < 0 && task[`${factor}Explanation`].trim() === '')
      .map((factor) => atTask(index, `${factor}Explanation`, 'loonwaarde.explanationRequired')),
  );
}

function atTask(index: number, field: string, code: string): Violation {
  return { path: ['tasks', 'hoofdtaken', index, field], code };
}
