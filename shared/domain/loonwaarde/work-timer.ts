/**
 * Times work on the floor. What is stored are moments, so that a closed laptop, a restart and a crash cost nothing: the
 * time that ran is computed from them. Two clocks are read: the wall's, which goes on while the device sleeps but can be
 * set, and a counter of this page, which nobody sets but which may stand still in sleep and is gone after a restart.
 */
export interface TimerMoment {
  /** [ms since 1970, UTC] by the device's clock */
  readonly atMs: number;
  /** [ms] by a counter that only goes forward, from any beginning */
  readonly ticksMs: number;
  /** Which counter that is: another one after a restart. */
  readonly session: string;
}

export interface TimerRun {
  readonly from: TimerMoment;
  /** What ran [ms]; null while it runs. */
  readonly ranMs: number | null;
}

export interface WorkTimer {
  readonly runs: readonly TimerRun[];
}

/** Why a person should look whether the time is right; null when nothing speaks against it. */
export type TimerDoubt = 'clock-set-back' | 'slept-or-clock-set' | 'very-long' | null;

export interface Elapsed {
  readonly elapsedMs: number;
  readonly running: boolean;
  readonly doubt: TimerDoubt;
}

export const noTimer: WorkTimer = { runs: [] };

/** Two clocks never agree to the millisecond. */
const toleranceMs = 5_000;
/** Nobody counts pieces longer than a working day [ms]. */
const longestRunMs = 12 * 3_600_000;

export function isRunning({ runs }: WorkTimer): boolean {
  return runs.at(-1)?.ranMs === null;
}

/** A timer that runs goes on running: a second touch starts nothing twice. */
export function startTimer(timer: WorkTimer, now: TimerMoment): WorkTimer {
  return isRunning(timer) ? timer : { runs: [...timer.runs, { from: now, ranMs: null }] };
}

export function stopTimer(timer: WorkTimer, now: TimerMoment): WorkTimer {
  const last = timer.runs.at(-1);
  if (last === undefined || last.ranMs !== null) return timer;
  return { runs: [...timer.runs.slice(0, -1), { ...last, ranMs: runOf(last.from, now).elapsedMs }] };
}

/** All runs together. A doubt is about the run that is going on; what was stopped has been seen by a person. */
export function elapsedOf({ runs }: WorkTimer, now: TimerMoment): Elapsed {
  const last = runs.at(-1);
  const before = runs.reduce((sum, { ranMs }) => sum + (ranMs ?? 0), 0);
  if (last === undefined || last.ranMs !== null) return { elapsedMs: before, running: false, doubt: null };
  const { elapsedMs, doubt } = runOf(last.from, now);
  return { elapsedMs: before + elapsedMs, running: true, doubt };
}

function runOf(from: TimerMoment, now: TimerMoment): { readonly elapsedMs: number; readonly doubt: TimerDoubt } {
  const wallMs = now.atMs - from.atMs;
  const ticksMs = now.session === from.session ? now.ticksMs - from.ticksMs : null;
  // The wall fell behind a counter that cannot lie in that direction: somebody set it back.
  if (ticksMs !== null && wallMs < ticksMs - toleranceMs) return { elapsedMs: ticksMs, doubt: 'clock-set-back' };
  if (wallMs < 0) return { elapsedMs: 0, doubt: 'clock-set-back' };
  if (wallMs > longestRunMs) return { elapsedMs: wallMs, doubt: 'very-long' };
  // Slept, and then the wall is right; or set forward, and then it is not. Only the person knows.
  if (ticksMs !== null && wallMs > ticksMs + toleranceMs) return { elapsedMs: wallMs, doubt: 'slept-or-clock-set' };
  return { elapsedMs: wallMs, doubt: null };
}

/** What a draft holds of it, whatever that is: another version of the app may have written it. @throws never */
export function readTimer(stored: unknown): WorkTimer {
  const runs = isRecord(stored) && Array.isArray(stored['runs']) ? (stored['runs'] as readonly unknown[]) : [];
  return { runs: runs.flatMap((run): readonly TimerRun[] => (isRun(run) ? [run] : [])) };
}

function isRun(value: unknown): value is TimerRun {
  if (!isRecord(value) || !isRecord(value['from'])) return false;
  const { from, ranMs } = value as { readonly from: Readonly<Record<string, unknown>>; readonly ranMs: unknown };
  return typeof from['atMs'] === 'number' && typeof from['ticksMs'] === 'number' && typeof from['session'] === 'string' && (ranMs === null || typeof ranMs === 'number');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
