import { transports } from '../../domain/records/candidate-file.ts';
import type { FormDefinition } from '../form-definition.ts';

/** When somebody can work, and how they get there. */
export const availabilityFormV1: FormDefinition = {
  id: 'candidateAvailability',
  version: 1,
  sections: [
    {
      id: 'availability',
      fields: [
        { type: 'day', id: 'availableFrom', writesTo: ['availability', 'availableFrom'], leaning: 'future' },
        { type: 'hours', id: 'hoursPerWeek', writesTo: ['availability', 'hoursPerWeek'], step: 0.25, maximum: 60 },
        { type: 'line', id: 'times', writesTo: ['availability', 'times'], maximum: 200 },
        { type: 'choice', id: 'transport', writesTo: ['availability', 'transport'], choices: transports },
        { type: 'minutes', id: 'travelMinutes', writesTo: ['availability', 'travelMinutes'], maximum: 240 },
        { type: 'switch', id: 'drivingLicence', writesTo: ['availability', 'drivingLicence'] },
      ],
    },
  ],
  rules: [],
  texts: {
    nl: {
      'availability.title': 'Beschikbaar',
      'availableFrom.label': 'Beschikbaar vanaf',
      'hoursPerWeek.label': 'Uren per week',
      'times.label': 'Dagen en tijden',
      'times.hint': 'Bijvoorbeeld ma t/m do, niet voor 9 uur',
      'transport.label': 'Hoe komt deze persoon op het werk?',
      'transport.lopend': 'Lopend',
      'transport.fiets': 'Fiets',
      'transport.openbaar-vervoer': 'Bus of trein',
      'transport.auto': 'Auto',
      'transport.wordt-gebracht': 'Wordt gebracht',
      'travelMinutes.label': 'Langste reis naar het werk, in minuten',
      'drivingLicence.label': 'Heeft een rijbewijs',
    },
    en: {
      'availability.title': 'Available',
      'availableFrom.label': 'Available from',
      'hoursPerWeek.label': 'Hours a week',
      'times.label': 'Days and times',
      'times.hint': 'For example Mon to Thu, not before 9',
      'transport.label': 'How does this person get to work?',
      'transport.lopend': 'On foot',
      'transport.fiets': 'Bicycle',
      'transport.openbaar-vervoer': 'Bus or train',
      'transport.auto': 'Car',
      'transport.wordt-gebracht': 'Is brought',
      'travelMinutes.label': 'Longest journey to work, in minutes',
      'drivingLicence.label': 'Has a driving licence',
    },
  },
};
