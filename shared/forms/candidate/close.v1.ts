import { closeReasons } from '../../domain/records/candidate.ts';
import type { FormDefinition } from '../form-definition.ts';

/** Closing a registration. The file stays; it can be opened again. */
export const closeFormV1: FormDefinition = {
  id: 'candidateClose',
  version: 1,
  sections: [
    {
      id: 'close',
      fields: [
        { type: 'day', id: 'closedOn', writesTo: ['registration', 'closedOn'], required: true, leaning: 'past' },
        { type: 'choice', id: 'closeReason', writesTo: ['registration', 'closeReason'], required: true, choices: closeReasons },
      ],
    },
  ],
  rules: [{ rule: 'notAfterToday', field: 'closedOn', code: 'candidate.closedInFuture' }],
  texts: {
    nl: {
      'close.title': 'Uitschrijven',
      'closedOn.label': 'Uitgeschreven op',
      'closedOn.hint': 'v is vandaag, g is gisteren',
      'closeReason.label': 'Waarom?',
      'closeReason.werk-zonder-ondersteuning': 'Werkt zonder ondersteuning',
      'closeReason.verhuisd': 'Verhuisd',
      'closeReason.eigen-verzoek': 'Op eigen verzoek',
      'closeReason.naar-zorg': 'Naar zorg',
      'closeReason.pensioen': 'Met pensioen',
      'closeReason.overleden': 'Overleden',
      'closeReason.geen-contact': 'Geen contact meer',
      'closeReason.dubbel': 'Dubbel ingeschreven',
      'closeReason.anders': 'Anders',
    },
    en: {
      'close.title': 'Close the registration',
      'closedOn.label': 'Closed on',
      'closedOn.hint': 'v is today, g is yesterday',
      'closeReason.label': 'Why?',
      'closeReason.werk-zonder-ondersteuning': 'Works without support',
      'closeReason.verhuisd': 'Moved away',
      'closeReason.eigen-verzoek': 'At their own request',
      'closeReason.naar-zorg': 'To care',
      'closeReason.pensioen': 'Retired',
      'closeReason.overleden': 'Died',
      'closeReason.geen-contact': 'No contact any more',
      'closeReason.dubbel': 'Registered twice',
      'closeReason.anders': 'Other',
    },
  },
};
