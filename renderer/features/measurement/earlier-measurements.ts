import type { DossierView, RecordView } from '#renderer/data/views.ts';
import type { RecordId } from '#shared/domain/ids.ts';

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

/** What a short contact can confirm: the last standing measurement, other than the one that is being corrected. */
export function confirmable(dossier: Pick<DossierView, 'measurements'>, corrects: RecordId | null): Measurement | null {
  return standingMeasurements(dossier).find(({ recordId }) => recordId !== corrects) ?? null;
}
