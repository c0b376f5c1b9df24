import type { LksResult } from '#shared/domain/loonkostensubsidie/lks-result.ts';
import type { LoonwaardeResult } from '#shared/domain/loonwaarde/compute-loonwaarde.ts';
import { lksOf } from '#shared/domain/measurement-result.ts';
import type { Violation } from '#shared/domain/violation.ts';
import type { FormReading } from '#shared/forms/read-form.ts';
import { isDay } from '#shared/lib/calendar.ts';
import type { Outcome } from '#shared/lib/outcome.ts';
import { functieloonOf, type MeasurementFrame } from './measurement-of-form.ts';

/** The subsidy as the form stands. @returns null while something that it needs is not known yet */
export function liveLks(reading: FormReading, result: LoonwaardeResult | null, { birthDate, parameters }: Pick<MeasurementFrame, 'birthDate' | 'parameters'>): Outcome<LksResult, readonly Violation[]> | null {
  const { visitedOn, contractBeganOn, contractHours, fullTimeHours } = reading.answers;
  if (result === null || birthDate === null) return null;
  if (typeof visitedOn !== 'string' || !isDay(visitedOn) || typeof contractBeganOn !== 'string' || !isDay(contractBeganOn)) return null;
  if (typeof contractHours !== 'number' || typeof fullTimeHours !== 'number') return null;
  return lksOf({ visitedOn, contractBeganOn, birthDate, contractHours, fullTimeHours, functieloon: functieloonOf(reading, parameters) }, result.loonwaarde, parameters);
}
