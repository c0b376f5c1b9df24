import { formatDay, type FormatLanguage } from '#renderer/components/format.ts';
import type { DossierView } from '#renderer/data/views.ts';
import { currentPlacement } from '#renderer/features/draft/current-placement.ts';
import { halfYearOn, halfYearRange } from '#shared/domain/coaching/coaching-hours.ts';
import { judgeRecord } from '#shared/domain/judge.ts';
import type { CoachingFacts, CoachingPeriod } from '#shared/domain/records/coaching.ts';
import type { Violation } from '#shared/domain/violation.ts';
import type { FormValues } from '#shared/forms/form-definition.ts';
import type { FormReading } from '#shared/forms/read-form.ts';
import { coachingFormV1 } from '#shared/forms/coaching.v1.ts';
import { startValues } from '#shared/forms/read-form.ts';
import type { Day } from '#shared/lib/calendar.ts';

/** Weeks in half a year: what a grant counts in. */
const weeksInHalfYear = 26;

/** A grant begins with the placement, or with the next half year of coaching that runs. */
export function startOfGrant(dossier: DossierView, known: CoachingFacts | null, today: Day, language: FormatLanguage): FormValues {
  const placement = currentPlacement(dossier, today)?.groups.facts;
  const last = known?.periods.at(-1);
  const hours = last?.contractHoursPerHalfYear ?? (placement === undefined ? undefined : placement.hoursPerWeek * weeksInHalfYear);
  const next = known === null ? (placement?.beganOn ?? today) : halfYearRange(known.beganOn, (halfYearOn(known.beganOn, today) ?? 0) + 1).from;
  return startValues(coachingFormV1, {
    from: formatDay(next, language),
    regime: last?.regime ?? '',
    contractHours: hours === undefined ? '' : String(hours).replace('.', language === 'nl' ? ',' : '.'),
  });
}

/** The trajectory with this grant in it: a grant of the same day takes the place of the earlier one. */
export function coachingOfForm(reading: FormReading, known: CoachingFacts | null, dossier: DossierView, today: Day): { readonly facts: CoachingFacts; readonly violations: readonly Violation[] } {
  const { from, regime, contractHours, grantedOn } = reading.answers;
  const sameDay = known?.periods.find((each) => each.from === from);
  // What a newer app wrote into the grant that this one takes the place of stays [OP6].
  const period = { ...sameDay, from, regime, contractHoursPerHalfYear: contractHours, grantedOn } as unknown as CoachingPeriod;
  const placement = currentPlacement(dossier, today);
  const others = (known?.periods ?? []).filter((each) => each.from !== period.from);
  const periods = [...others, period].toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const facts = {
    placementId: placement?.recordId ?? null,
    employerId: placement?.groups.facts?.employerId ?? null,
    employerName: placement?.groups.facts?.employerName ?? '',
    // An earlier first grant means that the coaching began earlier.
    ...known,
    beganOn: periods[0]?.from,
    // Ending it is a decision of its own, and not taken here.
    endedOn: known?.endedOn ?? null,
    periods,
  } as CoachingFacts;
  const violations = judgeRecord('coaching', { facts }).map((violation) => ({ ...violation, path: placeOf(violation.path) }));
  return { facts, violations };
}

function placeOf(path: Violation['path']): Violation['path'] {
  const last = path.at(-1);
  if (path[1] !== 'periods') return [];
  return last === 'contractHoursPerHalfYear' ? ['contractHours'] : last === 'regime' || last === 'grantedOn' ? [last] : ['from'];
}
