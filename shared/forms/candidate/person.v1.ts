import type { FormDefinition, FormField } from '../form-definition.ts';

/** Names are no medical text, whatever they sound like. */
export const personFields: readonly FormField[] = [
  { type: 'line', id: 'givenName', writesTo: ['identity', 'givenName'], required: true, maximum: 80, purpose: 'name' },
  { type: 'line', id: 'namePrefix', writesTo: ['identity', 'namePrefix'], maximum: 20, purpose: 'name' },
  { type: 'line', id: 'familyName', writesTo: ['identity', 'familyName'], required: true, maximum: 80, purpose: 'name' },
  { type: 'day', id: 'birthDate', writesTo: ['identity', 'birthDate'], required: true, leaning: 'past' },
];

export const personTexts = {
  nl: {
    'person.title': 'Wie is het',
    'givenName.label': 'Voornaam',
    'namePrefix.label': 'Tussenvoegsel',
    'familyName.label': 'Achternaam',
    'birthDate.label': 'Geboortedatum',
    'birthDate.hint': 'Bijvoorbeeld 3-4-1998',
  },
  en: {
    'person.title': 'Who is it',
    'givenName.label': 'Given name',
    'namePrefix.label': 'Name prefix',
    'familyName.label': 'Family name',
    'birthDate.label': 'Birth date',
    'birthDate.hint': 'For example 3-4-1998',
  },
} as const;

/** The name and the birth date: by these two a person is found, so they are asked before all else. */
export const personFormV1: FormDefinition = {
  id: 'candidatePerson',
  version: 1,
  sections: [{ id: 'person', fields: personFields }],
  rules: [{ rule: 'notAfterToday', field: 'birthDate', code: 'candidate.bornInFuture' }],
  texts: personTexts,
};
