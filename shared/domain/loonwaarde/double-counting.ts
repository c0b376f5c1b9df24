import { decimal } from '../../lib/percentage.ts';
import type { DecimalInput } from '../../lib/percentage.ts';
import { compare } from '../../lib/rational.ts';
import { readPercentage } from './check-tasks.ts';
import type { FactorName, LoonwaardeMethod } from './methods.ts';

/** A hoofdtaak as the form and the record hold it; fields of another method may be absent. */
export type ExplainedTask = { readonly aandeel: DecimalInput } & {
  readonly [Name in FactorName]?: DecimalInput | undefined;
} & { readonly [Name in `${FactorName}Explanation`]?: string | undefined };

export interface DoubleCountingSuspect {
  /** 0 for the first hoofdtaak. */
  readonly index: number;
  /** The lowered factors that may rest on one and the same limitation. */
  readonly factors: readonly FactorName[];
  /** 'missing': at least one of them is not explained; 'same': these have the same explanation. */
  readonly why: 'missing' | 'same';
}

const HUNDRED = decimal(100);

/**
 * "Is dezelfde beperking niet dubbel geteld?" One cause may lower only one factor of a hoofdtaak. A machine cannot know
 * the cause: it can only see that two factors are low and that the words beside them are the same, or are not there.
 */
export const doubleCountingSuspects = (method: LoonwaardeMethod, tasks: readonly ExplainedTask[]): readonly DoubleCountingSuspect[] =>
  tasks.flatMap((task, index): readonly DoubleCountingSuspect[] => {
    const lowered = method.factors.filter((name) => isLowered(task, name));
    if (lowered.length < 2) return [];
    if (lowered.some((name) => explanationOf(task, name) === '')) return [{ index, factors: lowered, why: 'missing' }];
    const byWords = new Map<string, FactorName[]>();
    for (const name of lowered) {
      const words = explanationOf(task, name);
      byWords.set(words, [...(byWords.get(words) ?? []), name]);
    }
    return [...byWords.values()].filter((names) => names.length > 1).map((factors) => ({ index, factors, why: 'same' }));
  });

/** @returns the words only: no case, accents, punctuation or extra spaces; '' when nothing was said */
export const explanationOf = (task: ExplainedTask, factor: FactorName): string =>
  (task[`${factor}Explanation`] ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const isLowered = (task: ExplainedTask, factor: FactorName): boolean => {
  const read = readPercentage(task, factor);
  return read.ok && compare(read.value, HUNDRED) < 0;
};
