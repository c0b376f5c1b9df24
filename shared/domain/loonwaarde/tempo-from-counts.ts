import { failure, success } from '../../lib/outcome.ts';
import type { Outcome } from '../../lib/outcome.ts';
import { formatDecimal, MAX_DECIMALS, parseDecimal } from '../../lib/percentage.ts';
import type { DecimalInput } from '../../lib/percentage.ts';
import { compare, divide, isZero, multiply, rational, roundHalfUpTo } from '../../lib/rational.ts';
import type { Rational } from '../../lib/rational.ts';

export interface CountedTempo {
  /** What goes into the field and the report [%], at most four decimals: "87.5". */
  readonly tempo: string;
  /** False when the quotient had no end and was written in four decimals. */
  readonly exact: boolean;
}
export type CountsProblem = 'made-invalid' | 'norm-invalid' | 'norm-zero' | 'duration-invalid';

const HUNDRED = rational(100n);
const MS_PER_HOUR = rational(3_600_000n);

/**
 * Pieces of the employee against pieces of the norm in the same time: 70 of 80 is 87.5 %.
 * The tempo so written is the measurement: a reader of the report recomputes from it.
 * @throws never
 */
export const tempoFromCounts = (made: DecimalInput, norm: DecimalInput): Outcome<CountedTempo, CountsProblem> => {
  const madeCount = parseDecimal(made);
  if (!madeCount.ok) return failure('made-invalid');
  const normCount = parseDecimal(norm);
  if (!normCount.ok) return failure('norm-invalid');
  if (isZero(normCount.value)) return failure('norm-zero');
  return success(written(divide(madeCount.value, normCount.value)));
};

/** Pieces counted while the timer ran, against a norm per hour. @param durationMs [ms], whole, above zero @throws never */
export const tempoFromTimedCount = (made: DecimalInput, durationMs: number, normPerHour: DecimalInput): Outcome<CountedTempo, CountsProblem> => {
  if (!Number.isSafeInteger(durationMs) || durationMs <= 0) return failure('duration-invalid');
  const madeCount = parseDecimal(made);
  if (!madeCount.ok) return failure('made-invalid');
  const norm = parseDecimal(normPerHour);
  if (!norm.ok) return failure('norm-invalid');
  if (isZero(norm.value)) return failure('norm-zero');
  const normInThatTime = divide(multiply(norm.value, rational(BigInt(durationMs))), MS_PER_HOUR);
  return success(written(divide(madeCount.value, normInThatTime)));
};

const written = (quotient: Rational): CountedTempo => {
  const percentage = multiply(quotient, HUNDRED);
  const rounded = roundHalfUpTo(percentage, rational(1n, 10n ** BigInt(MAX_DECIMALS)));
  return { tempo: formatDecimal(rounded), exact: compare(rounded, percentage) === 0 };
};
