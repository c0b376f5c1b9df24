import type { FormDefinition } from '../form-definition.ts';
import { bsnField, bsnTexts } from './bsn.v1.ts';
import { contactFields, contactTexts } from './contact.v1.ts';
import { personFields, personTexts } from './person.v1.ts';
import { registrationFields, registrationTexts } from './registration.v1.ts';
import { statusFields, statusTexts } from './status.v1.ts';

/** What must be known of a new person, and nothing more: all else is asked when it is needed. */
export const newCandidateFormV1: FormDefinition = {
  id: 'candidateNew',
  version: 1,
  sections: [
    { id: 'person', fields: [...personFields, bsnField] },
    { id: 'registration', fields: registrationFields },
    { id: 'status', fields: statusFields },
    { id: 'contact', fields: contactFields },
  ],
  rules: [
    { rule: 'notAfterToday', field: 'birthDate', code: 'candidate.bornInFuture' },
    { rule: 'notAfterToday', field: 'registeredOn', code: 'candidate.registeredInFuture' },
  ],
  texts: {
    nl: { ...personTexts.nl, ...bsnTexts.nl, ...registrationTexts.nl, ...statusTexts.nl, ...contactTexts.nl },
    en: { ...personTexts.en, ...bsnTexts.en, ...registrationTexts.en, ...statusTexts.en, ...contactTexts.en },
  },
};
