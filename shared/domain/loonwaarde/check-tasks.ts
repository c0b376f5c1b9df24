import { decimal, formatDecimal, parseDecimal } from '../../lib/percentage.ts';
import type { DecimalInput, DecimalOutcome, DecimalReason } from '../../lib/percentage.ts';
import { add, compare, isZero, subtract, ZERO } from '../../lib/rational.ts';
import type { Rational } from '../../lib/rational.ts';
import type { Violation } from '../violation.ts';
import type { FactorName, LoonwaardeMethod } from './methods.ts';

type PercentageField = FactorName | 'aandeel';

const HUNDRED = decimal(100);

const REASON_CODES: Readonly<Record<DecimalReason, string>> = {
  empty: 'percentage.required',
  'not-a-number': 'percentage.invalid',
  negative: 'percentage.negative',
  'too-many-decimals': 'percentage.tooManyDecimals',
  'ambiguous-separator': 'percentage.invalid',
};

/** A missing field is an empty one: drafts are half filled in. @throws never */
export const readPercentage = (task: object, field: PercentageField): DecimalOutcome => {
  const value = (task as Readonly<Partial<Record<PercentageField, unknown>>>)[field];
  const input: DecimalInput = typeof value === 'string' || typeof value === 'number' ? value : '';
  return parseDecimal(input);
};

/**
 * Whatever makes the outcome impossible or against the method: number of tasks, shares, ranges.
 * What the person who measures must still explain is in `checkMeasurement`.
 */
export const checkTasks = (method: LoonwaardeMethod, tasks: readonly object[]): readonly Violation[] => [
  ...checkCount(method, tasks.length),
  ...tasks.flatMap((task, index) => [
    ...checkShare(method, task, index),
    ...method.factors.flatMap((name) => checkFactor(method, task, index, name)),
  ]),
  ...checkShareSum(tasks),
];

const checkCount = (method: LoonwaardeMethod, count: number): readonly Violation[] => {
  if (count === 0) return [{ path: ['hoofdtaken'], code: 'loonwaarde.atLeastOneTask' }];
  if (method.mostTasks === null || count <= method.mostTasks) return [];
  return [{ path: ['hoofdtaken'], code: 'loonwaarde.atMostFiveTasks', params: { maximum: method.mostTasks, count } }];
};

const checkShare = (method: LoonwaardeMethod, task: object, index: number): readonly Violation[] => {
  const path = ['hoofdtaken', index, 'aandeel'];
  const read = readPercentage(task, 'aandeel');
  if (!read.ok) return [{ path, code: REASON_CODES[read.problem] }];
  if (isZero(read.value) || compare(read.value, HUNDRED) > 0) {
    return [{ path, code: 'loonwaarde.shareOutOfRange', params: { share: formatDecimal(read.value) } }];
  }
  if (method.smallestShare === null || compare(read.value, decimal(method.smallestShare)) >= 0) return [];
  return [{ path, code: 'loonwaarde.shareTooSmall', params: { share: formatDecimal(read.value), minimum: method.smallestShare } }];
};

const checkFactor = (method: LoonwaardeMethod, task: object, index: number, name: FactorName): readonly Violation[] => {
  const path = ['hoofdtaken', index, name];
  const read = readPercentage(task, name);
  if (!read.ok) return [{ path, code: REASON_CODES[read.problem] }];
  if (compare(read.value, decimal(method.highestEntry)) <= 0) return [];
  return [{ path, code: 'loonwaarde.factorOutOfRange', params: { factor: name, entered: formatDecimal(read.value), maximum: method.highestEntry } }];
};

/** Only when every share can be read: a sum over half a form would only repeat what is already said. */
const checkShareSum = (tasks: readonly object[]): readonly Violation[] => {
  const shares: Rational[] = [];
  for (const task of tasks) {
    const read = readPercentage(task, 'aandeel');
    if (!read.ok) return [];
    shares.push(read.value);
  }
  const sum = shares.reduce(add, ZERO);
  if (shares.length === 0 || compare(sum, HUNDRED) === 0) return [];
  return [{ path: ['hoofdtaken'], code: 'loonwaarde.sharesNotHundred', params: { sum: formatDecimal(sum), left: formatDecimal(subtract(HUNDRED, sum)) } }];
};
