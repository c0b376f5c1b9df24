import type { FormDefinition } from '#shared/forms/form-definition.ts';
import { formForSeveral, personField, type PersonOnForm } from '#shared/forms/several-people.ts';
import { visitFormV3 } from '#shared/forms/visit.v3.ts';
import { perPerson } from './group-visit-of-form.ts';

/** The form of a visit, asked about these people. */
export function groupVisitForm(people: readonly PersonOnForm[]): FormDefinition {
  const form = formForSeveral(visitFormV3, perPerson, people);
  // Left empty the time is divided here, and the screen says how; the hint of one person's form says something else.
  const untrue = new Set(people.map(({ key }) => `${personField(key, 'candidateMinutes')}.hint`));
  const without = (texts: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(texts).filter(([word]) => !untrue.has(word)));
  return { ...form, texts: { nl: without(form.texts.nl), en: without(form.texts.en) } };
}
