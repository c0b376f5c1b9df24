import { decimal, formatDecimalHalfUp } from '../lib/percentage.ts';
import { divide, rational } from '../lib/rational.ts';
import { figureIds } from './week-figures.ts';
import type { FigureId, Figures } from './week-figures.ts';

/** What the law and the agreements may change. */
export interface WeekParameters {
  /** Paid hours a week that make one job of the banenafspraak, as decimal text. */
  readonly hoursPerJob: string;
}

/** Whole numbers only, added up before anything is divided: hours in quarters, an average as its sum. */
export type Tally = Record<FigureId | 'quarterHours' | 'loonwaardeSum', number>;

export type Count = (figure: keyof Tally, amount?: number) => void;

export function newTally(): Tally {
  return Object.fromEntries([...figureIds, 'quarterHours', 'loonwaardeSum'].map((id) => [id, 0])) as Tally;
}

/** Each municipality's jobs are rounded on their own and may differ a hundredth from the region's when added up. */
export function figuresOf({ quarterHours, loonwaardeSum, ...counts }: Tally, { hoursPerJob }: WeekParameters): Figures {
  const measured = counts['measurementsDone.total'];
  const hours = rational(BigInt(quarterHours), 4n);
  return {
    ...counts,
    'banenafspraakHours.total': quarterHours / 4,
    'banenafspraakJobs.total': Number(formatDecimalHalfUp(divide(hours, decimal(hoursPerJob)), 2)),
    'averageLoonwaarde.total': measured === 0 ? null : Number(formatDecimalHalfUp(rational(BigInt(loonwaardeSum), BigInt(measured)), 1)),
  };
}
