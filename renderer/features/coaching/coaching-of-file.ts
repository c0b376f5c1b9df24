import { recordsOf, type DossierView, type RecordView } from '#renderer/data/views.ts';
import { seenIn } from '#renderer/features/draft/seen-in-draft.ts';
import { coachingHalfYear, halfYearOn, type CoachingHalfYear } from '#shared/domain/coaching/coaching-hours.ts';
import type { CoachingParameters } from '#shared/domain/coaching/coaching-parameters.ts';
import type { CoachingFacts } from '#shared/domain/records/coaching.ts';
import type { VisitFacts } from '#shared/domain/records/visit.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { FormValues } from '#shared/forms/form-definition.ts';
import { earliestDay, type Day } from '#shared/lib/calendar.ts';

/** The coaching of one file: the trajectory that runs, or the last one. */
export function currentCoaching(dossier: DossierView): RecordView<'coaching'> | null {
  const known = recordsOf(dossier, 'coaching').filter(({ groups }) => groups.facts !== undefined);
  return known.toSorted((a, b) => orderOf(b).localeCompare(orderOf(a)))[0] ?? null;
}

/** What a next decision is about. One that ended stays as it is; a decision after it begins another. */
export function runningCoaching(dossier: DossierView): RecordView<'coaching'> | null {
  const current = currentCoaching(dossier);
  return current?.groups.facts?.endedOn === null ? current : null;
}

/** One that still runs comes before one that ended; of several the one that began last. */
const orderOf = ({ groups: { facts } }: RecordView<'coaching'>) => `${facts?.endedOn ?? '9999'} ${facts?.beganOn ?? ''}`;

export function plansOf(dossier: DossierView): readonly RecordView<'coachingPlan'>[] {
  return recordsOf(dossier, 'coachingPlan').toSorted((a, b) => (b.groups.shared?.drawnUpOn ?? '').localeCompare(a.groups.shared?.drawnUpOn ?? ''));
}

export function reportsOf(dossier: DossierView): readonly RecordView<'coachingReport'>[] {
  return recordsOf(dossier, 'coachingReport').toSorted((a, b) => orderOfReport(b).localeCompare(orderOfReport(a)));
}

/** The newest half year first, and of one half year the newest version. */
const orderOfReport = ({ groups: { facts } }: RecordView<'coachingReport'>) => `${facts?.through ?? ''} ${String(facts?.version ?? 1).padStart(3, '0')}`;

export function visitFactsOf(dossier: DossierView): readonly VisitFacts[] {
  return dossier.visits.flatMap(({ groups }) => (groups.facts === undefined ? [] : [groups.facts]));
}

/** Every half year of coaching that has begun, newest first. @param today 'YYYY-MM-DD' */
export function halfYearsOf(parameters: CoachingParameters, facts: CoachingFacts, visits: readonly VisitFacts[], today: Day): readonly CoachingHalfYear[] {
  const last = halfYearOn(facts.beganOn, facts.endedOn === null ? today : earliestDay(facts.endedOn, today)) ?? 0;
  return Array.from({ length: last }, (_, index) => coachingHalfYear(parameters, facts, visits, index + 1)).filter((each) => each !== null).toReversed();
}

/** The half year to report on: the first without a report, whether or not it is over; null before the begin. */
export function halfYearToReport(dossier: DossierView, coaching: RecordView<'coaching'>, today: Day): number | null {
  const { facts } = coaching.groups;
  if (facts === undefined) return null;
  const reported = reportsOf(dossier).flatMap(({ groups }) => (groups.facts?.coachingId === coaching.recordId ? [groups.facts.halfYear] : []));
  const next = Math.max(0, ...reported) + 1;
  const running = halfYearOn(facts.beganOn, facts.endedOn === null ? today : earliestDay(facts.endedOn, today));
  return running === null || next > running ? null : next;
}

/** What a draft of a report is about, noted when it was begun. */
export interface ReportBegun {
  readonly coachingId: RecordId;
  /** From 1 [count]. */
  readonly halfYear: number;
  /** The version that it corrects, if any. */
  readonly corrects?: RecordId | null;
  /** Those that were made apart from it and that it replaces too. */
  readonly alsoReplaces?: readonly RecordId[];
}

/**
 * The half year that a draft was begun about, also when a colleague reported on it meanwhile: its words must not come to stand
 * under the next one. Without such a draft the half year to report on.
 */
export function halfYearOfReport(draft: FormValues | undefined, dossier: DossierView, coaching: RecordView<'coaching'>, today: Day): number | null {
  const { coachingId, halfYear } = seenIn<Partial<ReportBegun>>(draft, {});
  return coachingId === coaching.recordId && typeof halfYear === 'number' ? halfYear : halfYearToReport(dossier, coaching, today);
}
