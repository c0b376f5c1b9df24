import type { DossierView, RecordView } from '#renderer/data/views.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { lastMeasurement } from '#shared/domain/last-measurement.ts';
import { replacedIn } from '#shared/domain/record-versions.ts';
import type { Day } from '#shared/lib/calendar.ts';

type Measurement = RecordView<'measurement'>;

/** Final measurements that were not corrected, newest first: what is true of this person now and what was before. */
export function standingMeasurements(dossier: Pick<DossierView, 'measurements'>): readonly Measurement[] {
  const corrected = new Set(dossier.measurements.flatMap(({ groups: { result } }) => (result === undefined ? [] : replacedIn(result))));
  return dossier.measurements.filter(({ recordId, groups }) => groups.result !== undefined && !corrected.has(recordId));
}

/**
 * What a short contact on this day can confirm: the measurement that held then, other than the one that is being corrected.
 * A later one confirms nothing: whoever corrects an old short contact looks at what stood before it.
 * @param replaced the measurements that are being corrected
 * @param visitedOn the day of the short contact, or null while it cannot be read
 */
export function confirmable(dossier: Pick<DossierView, 'measurements'>, replaced: readonly RecordId[], visitedOn: Day | null): Measurement | null {
  const earlier = standingMeasurements(dossier).filter(({ recordId, groups: { result } }) => !replaced.includes(recordId) && (visitedOn === null || (result?.visitedOn ?? '') <= visitedOn));
  return lastMeasurement(earlier);
}
