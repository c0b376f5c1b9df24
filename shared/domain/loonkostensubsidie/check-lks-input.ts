import type { Day } from '../../lib/calendar.ts';
import { parseEuros, toEuros } from '../../lib/money.ts';
import { failure, success } from '../../lib/outcome.ts';
import type { Outcome } from '../../lib/outcome.ts';
import { parseDecimal } from '../../lib/percentage.ts';
import type { DecimalInput } from '../../lib/percentage.ts';
import { compare, isZero, rational } from '../../lib/rational.ts';
import type { Rational } from '../../lib/rational.ts';
import type { Violation } from '../violation.ts';
import type { LksInput } from './lks-input.ts';
import { inForceOn } from './lks-parameters.ts';
import type { LksParameters, LksRule } from './lks-parameters.ts';
import { minimumWageFor } from './minimum-wage.ts';
import type { MinimumWage } from './minimum-wage.ts';
import { referenceDayOf } from './reference-day.ts';

/** Arbeidstijdenwet: never more than 60 hours in a week. */
const MOST_HOURS = 60;
const OLDEST = 100;

export interface CheckedLksInput {
  readonly referenceDay: Day;
  readonly rule: LksRule;
  readonly wage: MinimumWage;
  readonly hours: { readonly contract: Rational; readonly fullTime: Rational };
  readonly loonwaarde: Rational | null;
  readonly functieloon: Rational | null;
}

/** Reads and judges the input; paths are the names of its fields. @throws never */
export const checkLksInput = (input: LksInput, parameters: LksParameters): Outcome<CheckedLksInput, readonly Violation[]> => {
  const violations: Violation[] = [];
  const refuse = (field: keyof LksInput, code: string, params: Record<string, string | number> = {}): null => {
    violations.push({ path: [field], code, params });
    return null;
  };

  const readHours = (field: 'contractHoursPerWeek' | 'fullTimeHoursPerWeek'): Rational | null => {
    const hours = parseDecimal(input[field]);
    return hours.ok && !isZero(hours.value) && compare(hours.value, rational(BigInt(MOST_HOURS))) <= 0
      ? hours.value
      : refuse(field, 'lks.hoursOutOfRange', { maximum: MOST_HOURS });
  };
  const contract = readHours('contractHoursPerWeek');
  const fullTime = readHours('fullTimeHoursPerWeek');
  const loonwaarde = readLoonwaarde(input, refuse);

  if (input.calculatedFor < input.contractStart) refuse('calculatedFor', 'lks.beforeContract', { contractStart: input.contractStart });
  const referenceDay = referenceDayOf(input.calculatedFor, input.contractStart);
  if (referenceDay < parameters.validFrom || referenceDay > parameters.validThrough) {
    refuse('calculatedFor', 'lks.noParameters', { day: referenceDay, from: parameters.validFrom, through: parameters.validThrough });
    return failure(violations);
  }

  const rule = inForceOn(parameters.rules, referenceDay);
  const wage = Number.isSafeInteger(input.ageYears) && input.ageYears <= OLDEST ? minimumWageFor(parameters, referenceDay, input.ageYears) : undefined;
  if (wage === undefined) refuse('ageYears', 'lks.ageOutOfRange', { minimum: youngest(parameters, referenceDay), maximum: OLDEST });
  const functieloon = wage === undefined ? null : readFunctieloon(input.functieloon, input.forfaitary, rule, wage.monthly, refuse);

  if (violations.length > 0 || wage === undefined || contract === null || fullTime === null) return failure(violations);
  return success({ referenceDay, rule, wage, hours: { contract, fullTime }, loonwaarde, functieloon });
};

type Refuse = (field: keyof LksInput, code: string, params?: Record<string, string | number>) => null;

const readLoonwaarde = (input: LksInput, refuse: Refuse): Rational | null => {
  if (input.loonwaarde === null) return input.forfaitary ? null : refuse('loonwaarde', 'lks.loonwaardeRequired');
  const whole = Number.isSafeInteger(input.loonwaarde) && input.loonwaarde >= 0 && input.loonwaarde <= 100;
  return whole ? rational(BigInt(input.loonwaarde)) : refuse('loonwaarde', 'lks.loonwaardeOutOfRange');
};

const readFunctieloon = (entered: DecimalInput | undefined, forfaitary: boolean, rule: LksRule, minimumWage: Rational, refuse: Refuse): Rational | null => {
  const asked = rule.loonwaardeIsShareOf === 'wage-of-function';
  if (entered === undefined) return asked && !forfaitary ? refuse('functieloon', 'lks.functieloonRequired') : null;
  // Silence would let someone believe that it counted.
  if (!asked) return refuse('functieloon', 'lks.functieloonNotUsed');
  const functieloon = parseEuros(entered);
  if (!functieloon.ok) return refuse('functieloon', 'lks.functieloonInvalid');
  return compare(functieloon.value, minimumWage) < 0
    ? refuse('functieloon', 'lks.functieloonBelowMinimum', { minimumEuros: toEuros(minimumWage) })
    : functieloon.value;
};

const youngest = (parameters: LksParameters, on: Day): number =>
  Math.min(...inForceOn(parameters.youthWage, on).percentages.map(({ age }) => age));
