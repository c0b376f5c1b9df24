import type { DossierView, RecordView } from '#renderer/data/views.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { lastMeasurement } from '#shared/domain/last-measurement.ts';
import type { Day } from '#shared/lib/calendar.ts';

type Measurement = RecordView<'measurement'>;

/** The measurement that corrects this one, or null. Of two corrections the one that was made last. */
export function correctionOf(dossier: Pick<DossierView, 'measurements'>, recordId: RecordId): Measurement | null {
  const corrections = dossier.measurements.filter(({ groups }) => groups.result?.corrects === recordId);
  return corrections.toSorted((a, b) => (a.groups.result?.finalisedOn ?? '').localeCompare(b.groups.result?.finalisedOn ?? '')).at(-1) ?? null;
}

/** Final measurements that were not corrected, newest first: what is true of this person now and what was before. */
export function standingMeasurements(dossier: Pick<DossierView, 'measurements'>): readonly Measurement[] {
  const corrected = new Set(dossier.measurements.map(({ groups }) => groups.result?.corrects ?? null));
  return dossier.measurements.filter(({ recordId, groups }) => groups.result !== undefined && !corrected.has(recordId));
}

/**
 * What a short contact on this day can confirm: the measurement that held then, other than the one that is being corrected.
 * A later one confirms nothing: whoever corrects an old short contact looks at what stood before it.
 * @param visitedOn the day of the short contact, or null while it cannot be read
 */
export function confirmable(dossier: Pick<DossierView, 'measurements'>, corrects: RecordId | null, visitedOn: Day | null): Measurement | null {
  const earlier = standingMeasurements(dossier).filter(({ recordId, groups: { result } }) => recordId !== corrects && (visitedOn === null || (result?.visitedOn ?? '') <= visitedOn));
  return lastMeasurement(earlier);
}
