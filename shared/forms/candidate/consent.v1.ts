import { consentForms, sharingParties } from '../../domain/records/candidate-file.ts';
import type { FormDefinition } from '../form-definition.ts';

/** With whom the person lets us share. */
export const consentFormV1: FormDefinition = {
  id: 'candidateConsent',
  version: 1,
  sections: [
    {
      id: 'consent',
      fields: [
        {
          type: 'list',
          id: 'sharing',
          writesTo: ['consent', 'sharing'],
          maximum: 20,
          fields: [
            { type: 'choice', id: 'party', writesTo: ['party'], required: true, choices: sharingParties },
            { type: 'choice', id: 'form', writesTo: ['form'], required: true, choices: consentForms },
            { type: 'day', id: 'givenOn', writesTo: ['givenOn'], required: true, leaning: 'past' },
            { type: 'day', id: 'withdrawnOn', writesTo: ['withdrawnOn'], leaning: 'past' },
          ],
        },
      ],
    },
  ],
  rules: [],
  texts: {
    nl: {
      'consent.title': 'Toestemming',
      'sharing.label': 'Met wie mogen we gegevens delen?',
      'sharing.hint': 'Trekt iemand de toestemming in? Vul dan de datum in. Haal de regel niet weg.',
      'sharing.item': 'Toestemming {{number}}',
      'sharing.add': 'Toestemming toevoegen',
      'sharing.remove': 'Toestemming {{number}} weghalen',
      'party.label': 'Met wie',
      'party.werkgevers': 'Werkgevers',
      'party.uwv': 'UWV',
      'party.gemeente': 'Gemeente',
      'party.school': 'School',
      'party.hulpverlening': 'Hulpverlening',
      'party.familie': 'Familie of bewindvoerder',
      'form.label': 'Hoe',
      'form.schriftelijk': 'Op papier',
      'form.mondeling': 'Mondeling',
      'givenOn.label': 'Gegeven op',
      'withdrawnOn.label': 'Ingetrokken op',
    },
    en: {
      'consent.title': 'Consent',
      'sharing.label': 'With whom may we share?',
      'sharing.hint': 'When somebody withdraws their consent, fill in the date. Do not remove the line.',
      'sharing.item': 'Consent {{number}}',
      'sharing.add': 'Add consent',
      'sharing.remove': 'Remove consent {{number}}',
      'party.label': 'With whom',
      'party.werkgevers': 'Employers',
      'party.uwv': 'UWV',
      'party.gemeente': 'Municipality',
      'party.school': 'School',
      'party.hulpverlening': 'Social services',
      'party.familie': 'Family or guardian',
      'form.label': 'How',
      'form.schriftelijk': 'On paper',
      'form.mondeling': 'Spoken',
      'givenOn.label': 'Given on',
      'withdrawnOn.label': 'Withdrawn on',
    },
  },
};
