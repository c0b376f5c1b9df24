import type { WorkPlaceFacts } from '../domain/records/employer.ts';
import type { Counted } from './week-dossiers.ts';
import { workPlaceFigureIds } from './week-figures.ts';
import type { WorkPlaceFigureId, WorkPlaceFigures } from './week-figures.ts';
import { isInWeek, runsAtEnd } from './week-period.ts';
import type { WeekPeriod } from './week-period.ts';
import type { CountedRows } from './week-rows.ts';

/** Work places acquired in the week, and those that are open at the end of it. */
export function countWorkPlaces(workPlaces: readonly Counted<WorkPlaceFacts>[], period: WeekPeriod, rows: CountedRows): WorkPlaceFigures {
  const figures = Object.fromEntries(workPlaceFigureIds.map((id) => [id, 0])) as Record<WorkPlaceFigureId, number>;
  const count = (family: 'workPlacesAcquired' | 'workPlacesOpen', workPlace: Counted<WorkPlaceFacts>): void => {
    rows.add('workPlace', workPlace);
    figures[`${family}.total`] += 1;
    figures[`${family}.${workPlace.facts.type}`] += 1;
  };
  for (const workPlace of workPlaces) {
    if (isInWeek(workPlace.facts.acquiredOn, period)) count('workPlacesAcquired', workPlace);
    if (runsAtEnd(workPlace.facts.acquiredOn, workPlace.facts.filledOn, period)) count('workPlacesOpen', workPlace);
  }
  return figures;
}
