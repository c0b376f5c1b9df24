import { failure, success } from '../../lib/outcome.ts';
import type { Outcome } from '../../lib/outcome.ts';
import { asShare, decimal, formatDecimal, formatDecimalCut } from '../../lib/percentage.ts';
import type { DecimalInput } from '../../lib/percentage.ts';
import { add, compare, maximum, minimum, multiply, roundHalfUp, subtract, ZERO } from '../../lib/rational.ts';
import type { Rational } from '../../lib/rational.ts';
import type { Violation } from '../violation.ts';
import { checkTasks, readPercentage } from './check-tasks.ts';
import { findMethod } from './methods.ts';
import type { FactorName, LoonwaardeMethod, LoonwaardeMethodName } from './methods.ts';

/** All in per cent, as exact decimals of at most four places. Other fields of a stored task are left alone. */
export interface UniformTask {
  readonly aandeel: DecimalInput;
  readonly tempo: DecimalInput;
  readonly kwaliteit: DecimalInput;
  readonly nettoWerktijd: DecimalInput;
}
export interface DariuzTask {
  readonly aandeel: DecimalInput;
  readonly tempo: DecimalInput;
  readonly kwaliteit: DecimalInput;
  readonly inzetbaarheid: DecimalInput;
}
export type TaskInput = UniformTask | DariuzTask;

export type LoonwaardeInput =
  | { readonly method: 'uniform-2021'; readonly version: number; readonly hoofdtaken: readonly UniformTask[]; readonly regularPerformance?: boolean | undefined }
  | { readonly method: 'dariuz'; readonly version: number; readonly hoofdtaken: readonly DariuzTask[]; readonly regularPerformance?: false | undefined };

export interface FactorResult {
  readonly name: FactorName;
  readonly entered: string;
  /** What was multiplied: the cap when more was entered. */
  readonly counted: string;
  readonly capped: boolean;
}
export interface TaskResult {
  /** 1 for the first hoofdtaak. */
  readonly position: number;
  readonly aandeel: string;
  readonly factors: readonly FactorResult[];
  /** share × factors [% of the norm], exact. */
  readonly contribution: string;
  /** The same cut to two decimals. */
  readonly contributionShown: string;
}

/** One step of the working; `code` names the sentence in the catalogue. */
export interface LoonwaardeLine {
  readonly code: 'loonwaarde.line.regularPerformance' | 'loonwaarde.line.capped' | 'loonwaarde.line.task' | 'loonwaarde.line.sum' | 'loonwaarde.line.rounded';
  readonly params: Readonly<Record<string, string | number>>;
}

export interface LoonwaardeResult {
  readonly method: LoonwaardeMethodName;
  readonly version: number;
  /** Exact, at least two decimals: "61.74". May be long (up to 22 decimals) when the input is. */
  readonly sum: string;
  /** The sum cut, not rounded, to two decimals, so that it never seems to contradict the loonwaarde beside it. */
  readonly sumShown: string;
  /** Whole per cent, 0..100; rounded half up, once. */
  readonly loonwaarde: number;
  readonly regularPerformance: boolean;
  readonly tasks: readonly TaskResult[];
  readonly lines: readonly LoonwaardeLine[];
}

const HUNDRED = decimal(100);

/**
 * The loonwaarde of a measurement, with its working.
 * @returns the result, or everything that makes it impossible; paths begin at the input ('hoofdtaken', 1, 'tempo')
 * @throws never
 */
export const computeLoonwaarde = (input: LoonwaardeInput): Outcome<LoonwaardeResult, readonly Violation[]> => {
  const method = findMethod(input.method, input.version);
  if (method === undefined) {
    return failure([{ path: ['method'], code: 'loonwaarde.unknownMethod', params: { method: input.method, version: input.version } }]);
  }
  return computeByMethod(method, input.hoofdtaken, input.regularPerformance === true);
};

/** The same for a method that is given: what the registry's entries are made of. @throws never */
export const computeByMethod = (
  method: LoonwaardeMethod,
  tasks: readonly TaskInput[],
  regularPerformance: boolean,
): Outcome<LoonwaardeResult, readonly Violation[]> => {
  if (regularPerformance) return regular(method);
  const violations = checkTasks(method, tasks);
  if (violations.length > 0) return failure(violations);

  const worked = tasks.map((task, index) => work(method, task, index));
  const sum = worked.map(({ exact }) => exact).reduce(add, ZERO);
  const loonwaarde = Number(roundHalfUp(sum));
  const shown = { sum: formatDecimal(sum, 2), sumShown: formatDecimalCut(sum, 2), loonwaarde };
  return success({
    method: method.name,
    version: method.version,
    ...shown,
    regularPerformance: false,
    tasks: worked.map(({ result }) => result),
    lines: [
      ...worked.flatMap(({ result }) => linesOf(result)),
      { code: 'loonwaarde.line.sum', params: { sum: shown.sum, sumShown: shown.sumShown } },
      { code: 'loonwaarde.line.rounded', params: { sum: shown.sum, sumShown: shown.sumShown, loonwaarde } },
    ],
  });
};

const regular = (method: LoonwaardeMethod): Outcome<LoonwaardeResult, readonly Violation[]> =>
  method.knowsRegularPerformance
    ? success({
        method: method.name,
        version: method.version,
        sum: '100.00',
        sumShown: '100.00',
        loonwaarde: 100,
        regularPerformance: true,
        tasks: [],
        lines: [{ code: 'loonwaarde.line.regularPerformance', params: { loonwaarde: 100 } }],
      })
    : failure([{ path: ['regularPerformance'], code: 'loonwaarde.regularPerformanceUnknown', params: { method: method.name } }]);

const work = (method: LoonwaardeMethod, task: TaskInput, index: number): { readonly exact: Rational; readonly result: TaskResult } => {
  const share = requirePercentage(task, 'aandeel');
  const factors = method.factors.map((name, place) => {
    const entered = requirePercentage(task, name);
    const cap = method.caps[place] ?? null;
    return { name, entered, counted: cap === null ? entered : minimum(entered, decimal(cap)) };
  });
  const exact = factors.reduce((product, { counted }) => multiply(product, asShare(counted)), share);
  return {
    exact,
    result: {
      position: index + 1,
      aandeel: formatDecimal(share),
      factors: factors.map(({ name, entered, counted }) => ({
        name,
        entered: formatDecimal(entered),
        counted: formatDecimal(counted),
        capped: compare(entered, counted) !== 0,
      })),
      contribution: formatDecimal(exact, 2),
      contributionShown: formatDecimalCut(exact, 2),
    },
  };
};

const linesOf = (task: TaskResult): readonly LoonwaardeLine[] => [
  ...task.factors
    .filter(({ capped }) => capped)
    .map(({ name, entered, counted }): LoonwaardeLine => ({ code: 'loonwaarde.line.capped', params: { position: task.position, factor: name, entered, counted } })),
  {
    code: 'loonwaarde.line.task',
    params: {
      position: task.position,
      aandeel: task.aandeel,
      ...Object.fromEntries(task.factors.map(({ name, counted }) => [name, counted])),
      contribution: task.contribution,
      contributionShown: task.contributionShown,
    },
  },
];

const requirePercentage = (task: TaskInput, name: FactorName | 'aandeel'): Rational => {
  const read = readPercentage(task, name);
  if (!read.ok) throw new RangeError(`requirePercentage: ${name} was not checked`);
  return read.value;
};

export interface LoonwaardePreview {
  /** One per task, null while that task is not complete. */
  readonly tasks: readonly (TaskResult | null)[];
  /** Of the shares that can be read [%]. */
  readonly shareSum: string;
  /** What is still to be divided [%], negative when too much was. */
  readonly shareLeft: string;
  /** Of the complete tasks, cut to two decimals: what the screen shows while typing. */
  readonly sumShown: string;
}

/** For the screen while typing: whatever can be said of a form that is half filled in. @throws never */
export const previewLoonwaarde = (method: LoonwaardeMethod, tasks: readonly TaskInput[]): LoonwaardePreview => {
  const worked = tasks.map((task, index) =>
    [...method.factors, 'aandeel' as const].every((name) => readPercentage(task, name).ok) ? work(method, task, index) : null,
  );
  const shares = tasks.map((task) => readPercentage(task, 'aandeel')).map((read) => (read.ok ? read.value : ZERO));
  const shareSum = shares.reduce(add, ZERO);
  const sum = worked.reduce((total, each) => (each === null ? total : add(total, each.exact)), ZERO);
  return {
    tasks: worked.map((each) => each?.result ?? null),
    shareSum: formatDecimal(shareSum),
    shareLeft: formatDecimal(subtract(HUNDRED, shareSum)),
    sumShown: formatDecimalCut(maximum(sum, ZERO), 2),
  };
};
