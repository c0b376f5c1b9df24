import { recordsOf, type DossierView, type RecordView } from '#renderer/data/views.ts';
import type { RecordId } from '#shared/domain/ids.ts';

type Report = RecordView<'coachingReport'>;

/** Which version of the report this is, from 1 [count]. */
export function versionOfReport({ groups: { facts } }: Pick<Report, 'groups'>): number {
  return facts?.version ?? 1;
}

/** The version that takes the place of this one, or null. Of two made apart the one that was made last, the same on every device. */
export function correctionOfReport(dossier: DossierView, recordId: RecordId): Report | null {
  const corrections = recordsOf(dossier, 'coachingReport').filter(({ groups }) => groups.facts?.corrects === recordId);
  const key = ({ groups: { facts }, recordId: id }: Report) => `${facts?.finalisedOn ?? ''} ${id}`;
  return corrections.toSorted((a, b) => key(a).localeCompare(key(b))).at(-1) ?? null;
}

/** A report that can be read whole: without its text there is nothing to correct. */
export function reportToCorrect(dossier: DossierView, recordId: string | null): Report | null {
  return recordsOf(dossier, 'coachingReport').find((each) => each.recordId === recordId && each.groups.facts !== undefined && each.groups.report !== undefined) ?? null;
}
