import { computeByMethod, previewLoonwaarde, type LoonwaardePreview, type LoonwaardeResult } from '#shared/domain/loonwaarde/compute-loonwaarde.ts';
import type { FactorName, LoonwaardeMethod } from '#shared/domain/loonwaarde/methods.ts';
import { itemsOf } from '#shared/forms/form-items.ts';
import type { FormReading } from '#shared/forms/read-form.ts';
import type { FormValues } from '#shared/forms/form-definition.ts';
import { decimal, parseDecimal } from '#shared/lib/percentage.ts';
import { compare } from '#shared/lib/rational.ts';
import { currentMethod, findingsOfForm, tasksOf } from './measurement-of-form.ts';

/** What is said live about one hoofdtaak, by its place on the screen. */
export interface TaskCheck {
  /** share × factors [% of the norm], or null while it cannot be computed */
  readonly contribution: string | null;
  /** The factors that are explained: those below 100, and those that have words already. */
  readonly explained: readonly FactorName[];
  /** More than one factor is low: one cause may have lowered both. */
  readonly severalLow: boolean;
  /** Two explanations are the same words: the question of double counting wants an answer. */
  readonly sameTwice: boolean;
}

export interface LiveLoonwaarde {
  readonly preview: LoonwaardePreview;
  /** Null while something stands in the way. */
  readonly result: LoonwaardeResult | null;
  readonly checks: readonly TaskCheck[];
}

export const noCheck: TaskCheck = { contribution: null, explained: [], severalLow: false, sameTwice: false };

/** Everything that can be said of the hoofdtaken as they stand. */
export function liveLoonwaarde(values: FormValues, reading: FormReading, method: LoonwaardeMethod = currentMethod()): LiveLoonwaarde {
  const tasks = tasksOf(reading);
  const preview = previewLoonwaarde(method, tasks);
  const computed = computeByMethod(method, tasks, reading.answers['regularPerformance'] === true);
  const same = new Set(findingsOfForm(reading, method).filter(({ code }) => code === 'loonwaarde.sameExplanationTwice').map(({ path }) => path[2]));
  const positions = reading.positions['hoofdtaken'] ?? [];
  const checks = itemsOf(values, 'hoofdtaken').map((_, position): TaskCheck => {
    const index = positions.indexOf(position);
    const task = tasks[index];
    if (task === undefined) return noCheck;
    const lowered = method.factors.filter((factor) => isBelowHundred(task[factor] ?? ''));
    return {
      contribution: preview.tasks[index]?.contributionShown ?? null,
      explained: method.factors.filter((factor) => lowered.includes(factor) || (task[`${factor}Explanation`] ?? '').trim() !== ''),
      severalLow: lowered.length > 1,
      sameTwice: same.has(index),
    };
  });
  return { preview, result: computed.ok ? computed.value : null, checks };
}

const hundred = decimal(100);

function isBelowHundred(percentage: string): boolean {
  const read = parseDecimal(percentage);
  return read.ok && compare(read.value, hundred) < 0;
}
