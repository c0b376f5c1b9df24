import { inNotation } from '#renderer/components/form/normalise.ts';
import { formatDay, type FormatLanguage } from '#renderer/components/format.ts';
import type { DossierView } from '#renderer/data/views.ts';
import { trialEnd } from '#shared/domain/placement/trial-limits.ts';
import type { PlacementFacts } from '#shared/domain/records/placement.ts';
import type { FormValues } from '#shared/forms/form-definition.ts';
import { addDays, addMonths, type Day } from '#shared/lib/calendar.ts';
import type { EmployerChoice } from './placement-of-form.ts';

/** Long enough for a contract to follow a trial that ended, short enough for it to be the same work [months]. */
const monthsAfter = 2;

/**
 * The work that a new placement mostly goes on from: a proefplaatsing or leerwerkplek that runs, or that ended lately. Who is
 * paid somewhere begins elsewhere with a new employer, and so with nothing.
 */
export function placementBefore(dossier: DossierView, today: Day): PlacementFacts | null {
  const all = dossier.placements.flatMap(({ groups: { facts } }) => (facts === undefined || facts.beganOn > today ? [] : [facts]));
  const [last] = all.toSorted((a, b) => (a.beganOn < b.beganOn ? 1 : -1));
  if (last === undefined || (last.form !== 'proefplaatsing' && last.form !== 'leerwerkplek')) return null;
  return last.endedOn !== null && last.endedOn < addMonths(today, -monthsAfter) ? null : last;
}

/** What a new placement begins with: who goes first stands in the file, and the work before says where, what and how long. */
export function startAfter(dossier: DossierView, before: PlacementFacts | null, employers: readonly EmployerChoice[], language: FormatLanguage): FormValues {
  const prioritair = dossier.candidate?.groups.status?.prioritair ?? false;
  if (before === null || !employers.some(({ recordId }) => recordId === before.employerId)) return { prioritair };
  // A leerwerkplek has no day on which it ends of itself.
  const endsOn = before.form === 'proefplaatsing' ? trialEnd(before) : before.endedOn;
  return {
    prioritair,
    employerId: before.employerId,
    jobTitle: before.jobTitle,
    hoursPerWeek: inNotation({ type: 'hours', id: 'hoursPerWeek', step: 0.25, maximum: 60 }, before.hoursPerWeek, language),
    ...(endsOn === null ? {} : { beganOn: formatDay(addDays(endsOn, 1), language) }),
  };
}
