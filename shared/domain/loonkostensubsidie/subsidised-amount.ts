import { toEuros } from '../../lib/money.ts';
import { asShare, decimal, formatDecimal } from '../../lib/percentage.ts';
import { compare, maximum, minimum, multiply, subtract, ZERO } from '../../lib/rational.ts';
import type { Rational } from '../../lib/rational.ts';
import type { LksRule } from './lks-parameters.ts';
import type { LksLine } from './lks-result.ts';

export interface SubsidisedAmountInput {
  readonly rule: LksRule;
  /** Minimum wage of a full-time month [euro]. */
  readonly wage: Rational;
  /** 1.08 while the holiday allowance is 8 %. */
  readonly withHoliday: Rational;
  readonly forfaitary: boolean;
  /** Null only when forfaitary. */
  readonly loonwaarde: Rational | null;
  /** Null when the rule does not ask for it. */
  readonly functieloon: Rational | null;
}

export interface SubsidisedAmount {
  /** For a full-time month with holiday allowance, unrounded [euro]. */
  readonly fullTime: Rational;
  readonly capped: boolean;
  readonly lines: readonly LksLine[];
}

/** What the subsidy makes up for in a full-time month. @throws RangeError when the input was not checked */
export const subsidisedAmount = (input: SubsidisedAmountInput): SubsidisedAmount => {
  if (input.forfaitary) return forfaitaryAmount(input);
  if (input.loonwaarde === null) throw new RangeError('subsidisedAmount: no loonwaarde');
  if (input.rule.loonwaardeIsShareOf === 'minimum-wage') return amountByMinimumWage(input, input.loonwaarde);
  if (input.functieloon === null) throw new RangeError('subsidisedAmount: no functieloon');
  return amountByFunctieloon(input, input.loonwaarde, input.functieloon);
};

const forfaitaryAmount = ({ rule, wage, withHoliday }: SubsidisedAmountInput): SubsidisedAmount => ({
  fullTime: multiply(multiply(wage, withHoliday), asShare(decimal(rule.forfaitaryPercentage))),
  capped: false,
  lines: [{ code: 'lks.line.percentageForfaitary', params: { percentage: rule.forfaitaryPercentage, months: rule.forfaitaryMonths }, source: rule.source }],
});

const amountByMinimumWage = ({ rule, wage, withHoliday }: SubsidisedAmountInput, loonwaarde: Rational): SubsidisedAmount => {
  const most = decimal(rule.maximumPercentage);
  const gap = subtract(decimal(100), loonwaarde);
  const percentage = minimum(gap, most);
  const capped = compare(gap, most) > 0;
  return {
    fullTime: multiply(multiply(wage, withHoliday), asShare(percentage)),
    capped,
    lines: [
      {
        code: capped ? 'lks.line.percentageCapped' : 'lks.line.percentage',
        params: { loonwaarde: formatDecimal(loonwaarde), gap: formatDecimal(gap), maximum: rule.maximumPercentage, percentage: formatDecimal(percentage) },
        source: rule.source,
      },
    ],
  };
};

/** 2015-2016: minimum wage less what the work is worth in the wage of the function; the maximum is of the minimum wage. */
const amountByFunctieloon = ({ rule, wage, withHoliday }: SubsidisedAmountInput, loonwaarde: Rational, functieloon: Rational): SubsidisedAmount => {
  const worth = multiply(functieloon, asShare(loonwaarde));
  const gap = maximum(subtract(wage, worth), ZERO);
  const most = multiply(wage, asShare(decimal(rule.maximumPercentage)));
  const difference = minimum(gap, most);
  const capped = compare(gap, most) > 0;
  return {
    fullTime: multiply(difference, withHoliday),
    capped,
    lines: [
      { code: 'lks.line.wageOfFunction', params: { functieloonEuros: toEuros(functieloon), loonwaarde: formatDecimal(loonwaarde), worthEuros: toEuros(worth) }, source: rule.source },
      {
        code: capped ? 'lks.line.differenceCapped' : 'lks.line.difference',
        params: { wageEuros: toEuros(wage), worthEuros: toEuros(worth), gapEuros: toEuros(gap), maximum: rule.maximumPercentage, differenceEuros: toEuros(difference) },
        source: rule.source,
      },
    ],
  };
};
