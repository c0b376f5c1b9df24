import { centsOf, toEuros } from '../../lib/money.ts';
import { success } from '../../lib/outcome.ts';
import type { Outcome } from '../../lib/outcome.ts';
import { asShare, decimal } from '../../lib/percentage.ts';
import { add, multiply } from '../../lib/rational.ts';
import type { Violation } from '../violation.ts';
import { checkLksInput } from './check-lks-input.ts';
import { forfaitaryEnd } from './deadlines.ts';
import type { LksInput } from './lks-input.ts';
import { inForceOn } from './lks-parameters.ts';
import type { LksParameters } from './lks-parameters.ts';
import type { LksNote, LksResult } from './lks-result.ts';
import { partTimeFactor } from './part-time-factor.ts';
import { subsidisedAmount } from './subsidised-amount.ts';

/**
 * Loonkostensubsidie of one month, with its working. An advice: the municipality decides.
 * @returns amounts half up in cents, made of unrounded values; or everything that makes it impossible
 * @throws never
 * @source Participatiewet artikel 10d; the table's rows name theirs
 */
export const computeLks = (input: LksInput, parameters: LksParameters): Outcome<LksResult, readonly Violation[]> => {
  const checked = checkLksInput(input, parameters);
  if (!checked.ok) return checked;
  const { referenceDay, rule } = checked.value;
  const { hours, loonwaarde, functieloon, wage } = checked.value;

  const holiday = inForceOn(parameters.holidayAllowance, referenceDay);
  const costs = inForceOn(parameters.employerCosts, referenceDay);
  const withHoliday = add(decimal(1), asShare(decimal(holiday.percentage)));
  const basis = multiply(wage.monthly, withHoliday);
  const amount = subsidisedAmount({ rule, wage: wage.monthly, withHoliday, forfaitary: input.forfaitary, loonwaarde, functieloon });
  const partTime = partTimeFactor(rule, hours.contract, hours.fullTime);
  const subsidy = multiply(amount.fullTime, partTime.factor);
  const employerCosts = multiply(subsidy, asShare(decimal(costs.percentage)));
  const total = add(subsidy, employerCosts);

  const shown = { subsidy: toEuros(subsidy), employerCosts: toEuros(employerCosts), total: toEuros(total) };
  const roundedOnTotal = centsOf(shown.subsidy) + centsOf(shown.employerCosts) !== centsOf(shown.total);
  return success({
    referenceDay,
    basisEuros: toEuros(basis),
    subsidyEuros: shown.subsidy,
    employerCostsEuros: shown.employerCosts,
    totalEuros: shown.total,
    capped: amount.capped,
    roundedOnTotal,
    parameters: { id: parameters.id, version: parameters.version },
    lines: [
      { code: referenceDay === input.contractStart ? 'lks.line.contractStart' : 'lks.line.firstOfYear', params: { day: referenceDay }, source: rule.source },
      ...wage.lines,
      { code: 'lks.line.basis', params: { wageEuros: toEuros(wage.monthly), percentage: holiday.percentage, basisEuros: toEuros(basis) }, source: holiday.source },
      ...amount.lines,
      partTime.line,
      { code: 'lks.line.subsidy', params: { subsidyEuros: shown.subsidy }, source: null },
      { code: 'lks.line.employerCosts', params: { percentage: costs.percentage, employerCostsEuros: shown.employerCosts }, source: costs.source },
      { code: 'lks.line.total', params: { totalEuros: shown.total }, source: null },
      ...(roundedOnTotal ? [{ code: 'lks.line.roundedOnTotal' as const, params: {}, source: null }] : []),
      { code: 'lks.line.advice', params: {}, source: null },
    ],
    notes: forfaitaryNotes(input, rule.forfaitaryMonths),
  });
};

/** Only said, not refused: the subsidy may have begun later than the contract, which this calculation does not know. */
const forfaitaryNotes = (input: LksInput, months: number): readonly LksNote[] => {
  if (!input.forfaitary) return [];
  const lastDay = forfaitaryEnd(input.contractStart, months);
  return [
    ...(input.calculatedFor > lastDay ? [{ code: 'lks.note.forfaitaryEnded' as const, params: { months, lastDay } }] : []),
    // Every file names a loonwaarde; silence would let someone believe that it counted.
    ...(input.loonwaarde === null ? [] : [{ code: 'lks.note.loonwaardeNotUsed' as const, params: { loonwaarde: input.loonwaarde } }]),
  ];
};

