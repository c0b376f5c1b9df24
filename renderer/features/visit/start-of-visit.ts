import { recordsOf, type DossierView } from '#renderer/data/views.ts';
import { currentPlacement } from '#renderer/features/draft/current-placement.ts';
import { formatDay, type FormatLanguage } from '#renderer/components/format.ts';
import { carriedGoals, openAgreements } from '#shared/domain/coaching/open-agreements.ts';
import type { FormValues } from '#shared/forms/form-definition.ts';
import type { FormMoment } from '#shared/forms/read-field.ts';
import { startValues } from '#shared/forms/read-form.ts';
import { visitFormV3 } from '#shared/forms/visit.v3.ts';

/** A visit is mostly of today, its goals are mostly those of last time, and what was promised is looked at again. */
export function startOfVisit(dossier: DossierView, { today }: FormMoment, language: FormatLanguage): FormValues {
  return startValues(visitFormV3, { heldOn: formatDay(today, language), contactPerson: knownContact(dossier, today), ...carriedOver(dossier, language) });
}

/** Whom one spoke to at the employer where this person works now: at the last visit, or else at the last measurement. */
function knownContact(dossier: DossierView, today: string): string {
  const placement = currentPlacement(dossier, today);
  if (placement === null) return '';
  const visited = dossier.visits.find(({ groups: { facts, note } }) => facts?.placementId === placement.recordId && (note?.contactPerson ?? '') !== '');
  const measured = dossier.measurements.find(({ groups: { facts } }) => facts !== undefined && facts.employerName === placement.groups.facts?.employerName);
  return visited?.groups.note?.contactPerson ?? measured?.groups.facts?.contactPerson ?? '';
}

/** What one person brings along from earlier visits, or from the coachingsplan where there was none yet. */
export function carriedOver(dossier: DossierView, language: FormatLanguage): Pick<FormValues, 'goals' | 'agreements'> {
  const { visits } = dossier;
  const goals = visits.length > 0 ? carriedGoals(visits) : planGoals(dossier);
  return {
    goals: goals.map(({ goal, progress }) => ({ goal, progress })),
    agreements: openAgreements(visits).map(({ id, what, owner, dueOn, outcome }) => ({
      what, owner, dueOn: dueOn === null ? '' : formatDay(dueOn, language), carried: true, outcome: outcome ?? 'open', agreementId: id,
    })),
  };
}

function planGoals(dossier: DossierView) {
  const plans = recordsOf(dossier, 'coachingPlan').map(({ groups }) => groups.shared).filter((plan) => plan !== undefined);
  const newest = plans.toSorted((a, b) => b.drawnUpOn.localeCompare(a.drawnUpOn))[0];
  return (newest?.goals ?? []).map(({ goal }) => ({ goal, progress: 'niet-begonnen' as const }));
}
