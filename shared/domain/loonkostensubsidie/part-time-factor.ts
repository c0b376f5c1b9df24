import { decimal, formatDecimal, formatDecimalHalfUp } from '../../lib/percentage.ts';
import { divide, minimum } from '../../lib/rational.ts';
import type { Rational } from '../../lib/rational.ts';
import type { LksRule } from './lks-parameters.ts';
import type { LksLine } from './lks-result.ts';

/**
 * Which part of the month is paid. Until 2023 a share of the employer's own full-time week, never above 1. Since 2024
 * the reference month stands for 36 hours, so a full-time week of 40 hours counts for 40/36.
 */
export const partTimeFactor = (rule: LksRule, contractHours: Rational, fullTimeHours: Rational): { readonly factor: Rational; readonly line: LksLine } => {
  const counted = minimum(contractHours, fullTimeHours);
  const against = rule.referenceHours === null ? fullTimeHours : decimal(rule.referenceHours);
  const factor = divide(counted, against);
  return {
    factor,
    line: {
      code: rule.partTimeAgainst === 'employer-week' ? 'lks.line.employerWeek' : 'lks.line.referenceWeek',
      params: {
        contractHours: formatDecimal(contractHours),
        fullTimeHours: formatDecimal(fullTimeHours),
        countedHours: formatDecimal(counted),
        againstHours: formatDecimal(against),
        factorShown: formatDecimalHalfUp(factor, 4),
      },
      source: rule.source,
    },
  };
};
