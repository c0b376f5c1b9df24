import type { DossierView } from '#renderer/data/views.ts';
import { formatDay, type FormatLanguage } from '#renderer/components/format.ts';
import type { FormValues } from '#shared/forms/form-definition.ts';
import type { FormMoment } from '#shared/forms/read-field.ts';
import { startValues } from '#shared/forms/read-form.ts';
import { visitFormV1 } from '#shared/forms/visit.v1.ts';

const stillOpen = ['niet-begonnen', 'loopt'];

/** A visit is mostly of today, and its goals are mostly those of last time. */
export function startOfVisit(dossier: DossierView, { today }: FormMoment, language: FormatLanguage): FormValues {
  const goals = dossier.visits[0]?.groups.note?.goals ?? [];
  return startValues(visitFormV1, {
    heldOn: formatDay(today, language),
    goals: goals.filter(({ progress }) => stillOpen.includes(progress)).map(({ goal, progress }) => ({ goal, progress })),
  });
}
