import type { Day } from '../../lib/calendar.ts';
import { toEuros } from '../../lib/money.ts';
import { asShare, decimal } from '../../lib/percentage.ts';
import { multiply, roundHalfUpTo } from '../../lib/rational.ts';
import type { Rational } from '../../lib/rational.ts';
import { inForceOn } from './lks-parameters.ts';
import type { LksParameters } from './lks-parameters.ts';
import type { LksLine } from './lks-result.ts';

export interface MinimumWage {
  /** Full-time month without holiday allowance [euro], already rounded as the law rounds youth wages. */
  readonly monthly: Rational;
  readonly lines: readonly LksLine[];
}

/**
 * The minimum wage of a month on a day at an age.
 * @returns undefined for an age without a minimum wage (below 15)
 * @throws RangeError for a day before the table begins
 */
export const minimumWageFor = (parameters: LksParameters, on: Day, ageYears: number): MinimumWage | undefined => {
  const adult = inForceOn(parameters.minimumWage, on);
  const youth = inForceOn(parameters.youthWage, on);
  const adultMonthly = decimal(adult.monthlyEuros);
  const adultLine: LksLine = {
    code: 'lks.line.minimumWage',
    params: { from: adult.from, adultAge: youth.adultAge, monthlyEuros: adult.monthlyEuros, ...(adult.hourlyEuros === null ? {} : { hourlyEuros: adult.hourlyEuros }) },
    source: adult.source,
  };
  if (ageYears >= youth.adultAge) return { monthly: adultMonthly, lines: [adultLine] };
  const row = youth.percentages.find(({ age }) => age === ageYears);
  if (row === undefined) return undefined;
  const monthly = roundHalfUpTo(multiply(adultMonthly, asShare(decimal(row.percentage))), decimal(youth.roundToEuros));
  return {
    monthly,
    lines: [
      adultLine,
      { code: 'lks.line.youthWage', params: { age: ageYears, percentage: row.percentage, monthlyEuros: toEuros(monthly), stepEuros: youth.roundToEuros }, source: youth.source },
    ],
  };
};
