import { formatDay, type FormatLanguage } from '#renderer/components/format.ts';
import type { DossierView } from '#renderer/data/views.ts';
import { currentPlacement } from '#renderer/features/draft/current-placement.ts';
import { carriedGoals } from '#shared/domain/coaching/open-agreements.ts';
import { judgeRecord } from '#shared/domain/judge.ts';
import type { Groups } from '#shared/domain/kinds.ts';
import type { Principal } from '#shared/domain/roles.ts';
import type { Violation } from '#shared/domain/violation.ts';
import { coachingPlanFormV1 } from '#shared/forms/coaching-plan.v1.ts';
import type { FormValues } from '#shared/forms/form-definition.ts';
import { startValues, type FormReading } from '#shared/forms/read-form.ts';
import { formPathOf, groupsOfForm } from '#shared/forms/record-of-form.ts';
import type { Day } from '#shared/lib/calendar.ts';
import { currentCoaching, plansOf } from './coaching-of-file.ts';

/** A next plan begins with the one that holds; a first one with the goals of the visits so far. */
export function startOfPlan(dossier: DossierView, { displayName }: Principal, today: Day, language: FormatLanguage): FormValues {
  const last = plansOf(dossier)[0]?.groups.shared;
  const placement = currentPlacement(dossier, today)?.groups.facts;
  const lastNote = dossier.visits.find(({ groups }) => groups.note !== undefined && groups.note.contactPerson !== '')?.groups.note;
  const goals = last?.goals ?? carriedGoals(dossier.visits).map(({ goal }) => ({ goal, approach: '' }));
  return startValues(coachingPlanFormV1, {
    drawnUpOn: formatDay(today, language),
    employerName: placement?.employerName ?? last?.employerName ?? '',
    contactPerson: last?.contactPerson ?? lastNote?.contactPerson ?? '',
    coachName: displayName,
    coachPhone: last?.coachPhone ?? '',
    planGoals: (goals.length > 0 ? goals : [{ goal: '', approach: '' }]).map(({ goal, approach }) => ({ goal, goalApproach: approach })),
    approach: last?.approach ?? '',
    agreements: (last?.agreements ?? []).map(({ what, owner, dueOn }) => ({ what, owner, dueOn: dueOn === null ? '' : formatDay(dueOn, language) })),
  });
}

export function planOfForm(reading: FormReading, dossier: DossierView, { userId }: Principal, today: Day): { readonly groups: Required<Groups<'coachingPlan'>>; readonly violations: readonly Violation[] } {
  const { shared, internal } = groupsOfForm(coachingPlanFormV1, reading);
  const placement = currentPlacement(dossier, today)?.groups.facts;
  const groups = {
    shared: {
      ...shared,
      form: { id: coachingPlanFormV1.id, version: coachingPlanFormV1.version },
      coachingId: currentCoaching(dossier)?.recordId ?? null,
      employerId: placement?.employerId ?? null,
      coachId: userId,
      replaces: plansOf(dossier)[0]?.recordId ?? null,
    },
    internal: { ...internal },
  };
  const violations = judgeRecord('coachingPlan', groups).map((violation) => ({ ...violation, path: formPathOf(coachingPlanFormV1, reading, violation.path) ?? [] }));
  // The judge looks at every field: what it lets through is a plan.
  return { groups: groups as unknown as Required<Groups<'coachingPlan'>>, violations };
}
