import { simulate } from './run.ts';
import { faultNames } from './world/faults.ts';

export interface SeedsReport {
  readonly runs: number;
  readonly operations: number;
  readonly counts: ReadonlyMap<string, number>;
  /** What to read, and how to see it again. */
  readonly broken: readonly string[];
}

/** Runs these seeds one after the other; the same in every place and year. */
export async function runSeeds(first: number, runs: number): Promise<SeedsReport> {
  const counts = new Map<string, number>();
  const broken: string[] = [];
  let operations = 0;
  for (let seed = first; seed < first + runs; seed += 1) {
    const result = await simulate(seed);
    operations += result.operations;
    for (const [what, times] of result.counts) counts.set(what, (counts.get(what) ?? 0) + times);
    if (result.breach !== null) broken.push(`${result.breach.invariant} with seed ${seed}: ${result.breach.what} (npm run sim -- --seed ${seed})`);
  }
  return { runs, operations, counts, broken };
}

/** Faults that never struck. */
export const quietFaults = ({ counts }: SeedsReport): readonly string[] => faultNames.filter((name) => (counts.get(name) ?? 0) === 0);

/** What people met and what became of it; a simulation in which these never come up proves nothing. */
export const mustHappen = [
  'outcome-applied', 'outcome-conflict', 'outcome-refused', 'outcome-handed-over', 'not-kept-storage', 'not-kept-invalid', 'offered-again',
  'journal-restored', 'offered-to-restored', 'leader-lost', 'server-dies-before-commit', 'server-dies-after-commit', 'poison',
  'request-lost', 'answer-lost', 'request-doubled', 'answer-truncated', 'answer-garbled', 'replayed-answer', 'portal-answer', 'answer-later',
  'restored-day', 'lost-reach', 'frozen-leader', 'problem-unreachable', 'problem-garbled', 'problem-busy', 'problem-signed-out', 'problem-other-user', 'problem-server-fault', 'start-refused',
] as const;
