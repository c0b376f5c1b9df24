import { municipalities } from '../../domain/municipalities.ts';
import { entrances } from '../../domain/records/candidate.ts';
import type { FormDefinition, FormField } from '../form-definition.ts';

export const registrationFields: readonly FormField[] = [
  { type: 'choice', id: 'municipality', writesTo: ['registration', 'municipality'], required: true, choices: municipalities.map(({ code }) => code) },
  { type: 'choice', id: 'entrance', writesTo: ['registration', 'entrance'], required: true, choices: entrances },
  { type: 'day', id: 'registeredOn', writesTo: ['registration', 'registeredOn'], required: true, leaning: 'past' },
];

const municipalityTexts = Object.fromEntries(municipalities.map(({ code, name }) => [`municipality.${code}`, name]));

export const registrationTexts = {
  nl: {
    'registration.title': 'Inschrijving',
    'municipality.label': 'Gemeente',
    'entrance.label': 'Aangemeld via',
    'entrance.bedrijfspoort': 'Bedrijfspoort',
    'entrance.lokale-toegangspoort': 'Lokale toegangspoort',
    'entrance.toekomstplein': 'Toekomstplein',
    'entrance.internet': 'Internet',
    'entrance.jongerenloket': 'Jongerenloket',
    'registeredOn.label': 'Ingeschreven op',
    'registeredOn.hint': 'v is vandaag, g is gisteren',
    ...municipalityTexts,
  },
  en: {
    'registration.title': 'Registration',
    'municipality.label': 'Municipality',
    'entrance.label': 'Came in through',
    'entrance.bedrijfspoort': 'Bedrijfspoort',
    'entrance.lokale-toegangspoort': 'Lokale toegangspoort',
    'entrance.toekomstplein': 'Toekomstplein',
    'entrance.internet': 'Internet',
    'entrance.jongerenloket': 'Jongerenloket',
    'registeredOn.label': 'Registered on',
    'registeredOn.hint': 'v is today, g is yesterday',
    ...municipalityTexts,
  },
};

export const registrationFormV1: FormDefinition = {
  id: 'candidateRegistration',
  version: 1,
  sections: [{ id: 'registration', fields: registrationFields }],
  rules: [{ rule: 'notAfterToday', field: 'registeredOn', code: 'candidate.registeredInFuture' }],
  texts: registrationTexts,
};
