import { asShare, decimal, formatDecimal, formatDecimalCut, parseDecimal } from '../../lib/percentage.ts';
import type { DecimalInput } from '../../lib/percentage.ts';
import { compare, divide, isZero, multiply, rational } from '../../lib/rational.ts';
import type { Violation } from '../violation.ts';
import { checkTasks, readPercentage } from './check-tasks.ts';
import { doubleCountingSuspects, explanationOf } from './double-counting.ts';
import type { ExplainedTask } from './double-counting.ts';
import { findMethod } from './methods.ts';
import type { LoonwaardeMethod } from './methods.ts';

export interface MeasurementToCheck {
  readonly method: string;
  readonly version: number;
  readonly hoofdtaken: readonly ExplainedTask[];
  readonly regularPerformance?: boolean | undefined;
  /** Contract hours a week of the employee [hours]. */
  readonly hoursPerWeek: DecimalInput;
  readonly workingDaysPerWeek: DecimalInput;
}

/** 'blocks' stands in the way of vastleggen; 'asks' must be answered by the person, who may be right. */
export interface MeasurementFinding extends Violation {
  readonly severity: 'blocks' | 'asks';
}

const HUNDRED = decimal(100);
const MINUTES_PER_HOUR = rational(60n);

/**
 * Everything to be put right or asked before a measurement is final. Saving a draft is never blocked by it.
 * @throws never
 */
export const checkMeasurement = (measurement: MeasurementToCheck): readonly MeasurementFinding[] => {
  const method = findMethod(measurement.method, measurement.version);
  if (method === undefined) {
    return [{ path: ['method'], code: 'loonwaarde.unknownMethod', params: { method: measurement.method, version: measurement.version }, severity: 'blocks' }];
  }
  if (measurement.regularPerformance === true && method.knowsRegularPerformance) return [];
  const blocking = [
    ...checkTasks(method, measurement.hoofdtaken),
    ...checkMinutes(method, measurement),
    // What an older report explained, or did not, is taken over as it is.
    ...(method.name === 'uniform-2021' ? checkExplanations(method, measurement.hoofdtaken) : []),
  ];
  return [
    ...blocking.map((violation): MeasurementFinding => ({ ...violation, severity: 'blocks' })),
    ...doubleCountingSuspects(method, measurement.hoofdtaken).map(({ index, factors, why }): MeasurementFinding => ({
      path: ['hoofdtaken', index],
      code: why === 'same' ? 'loonwaarde.sameExplanationTwice' : 'loonwaarde.maybeCountedTwice',
      params: { position: index + 1, factors: factors.join(' ') },
      severity: 'asks',
    })),
  ];
};

const checkMinutes = (method: LoonwaardeMethod, measurement: MeasurementToCheck): readonly Violation[] => {
  if (method.leastMinutesPerWorkingDay === null) return [];
  const hours = parseDecimal(measurement.hoursPerWeek);
  const days = parseDecimal(measurement.workingDaysPerWeek);
  if (!hours.ok || isZero(hours.value)) return [{ path: ['hoursPerWeek'], code: 'hours.invalid' }];
  if (!days.ok || isZero(days.value) || compare(days.value, rational(7n)) > 0) return [{ path: ['workingDaysPerWeek'], code: 'days.invalid' }];
  const minutesPerDay = divide(multiply(hours.value, MINUTES_PER_HOUR), days.value);
  const least = rational(BigInt(method.leastMinutesPerWorkingDay));
  return measurement.hoofdtaken.flatMap((task, index): readonly Violation[] => {
    const share = readPercentage(task, 'aandeel');
    if (!share.ok) return [];
    const minutes = multiply(minutesPerDay, asShare(share.value));
    return compare(minutes, least) >= 0
      ? []
      : [{ path: ['hoofdtaken', index, 'aandeel'], code: 'loonwaarde.taskTooShort', params: { minutes: formatDecimalCut(minutes, 1), minimum: method.leastMinutesPerWorkingDay ?? 0 } }];
  });
};

const checkExplanations = (method: LoonwaardeMethod, tasks: readonly ExplainedTask[]): readonly Violation[] =>
  tasks.flatMap((task, index) =>
    method.factors.flatMap((name): readonly Violation[] => {
      const read = readPercentage(task, name);
      if (!read.ok || compare(read.value, HUNDRED) >= 0 || explanationOf(task, name) !== '') return [];
      return [{ path: ['hoofdtaken', index, `${name}Explanation`], code: 'loonwaarde.explanationRequired', params: { factor: name, percentage: formatDecimal(read.value) } }];
    }),
  );
