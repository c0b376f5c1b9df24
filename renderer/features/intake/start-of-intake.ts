import { formatDay, type FormatLanguage } from '#renderer/components/format.ts';
import type { DossierView } from '#renderer/data/views.ts';
import { formVersionKey } from '#renderer/features/draft/use-region-form.ts';
import { fieldsOf, type FormDefinition, type FormValues } from '#shared/forms/form-definition.ts';
import type { FormMoment } from '#shared/forms/read-field.ts';
import { startValues } from '#shared/forms/read-form.ts';
import { ageOn, isDay } from '#shared/lib/calendar.ts';

/** What the file says already need not be asked again; what is decided is never filled in beforehand. */
export function startOfIntake(definition: FormDefinition, dossier: DossierView, { today }: FormMoment, language: FormatLanguage): FormValues {
  const { identity, registration, wishes, experience } = dossier.candidate?.groups ?? {};
  const birthDate = identity?.birthDate;
  const known: FormValues = {
    heldOn: formatDay(today, language),
    entrance: registration?.entrance ?? '',
    under27: birthDate !== undefined && isDay(birthDate) && ageOn(birthDate, today) < 27,
    wish: wishes?.wishes ?? '',
    branches: wishes?.branches ?? [],
    experience: (experience?.jobs ?? []).map(({ jobTitle, employer, beganIn, endedIn }) => ({ job: jobTitle, where: employer, howLong: [beganIn, endedIn].filter((year) => year !== '').join(' - ') })),
  };
  return { ...startValues(definition, asFarAsAsked(definition, known)), [formVersionKey]: definition.version };
}

/** A version of the region may have other questions under these names, with other choices. */
function asFarAsAsked(definition: FormDefinition, known: FormValues): FormValues {
  const kept = fieldsOf(definition).flatMap((field): readonly (readonly [string, unknown])[] => {
    const value = known[field.id];
    switch (field.type) {
      case 'choice':
        return typeof value === 'string' && field.choices.includes(value) ? [[field.id, value]] : [];
      case 'multiple':
        return Array.isArray(value) ? [[field.id, value.filter((each) => field.choices.includes(String(each)))]] : [];
      case 'list':
        return Array.isArray(value) ? [[field.id, value]] : [];
      case 'switch':
        return typeof value === 'boolean' ? [[field.id, value]] : [];
      default:
        return typeof value === 'string' ? [[field.id, value]] : [];
    }
  });
  return Object.fromEntries(kept);
}
