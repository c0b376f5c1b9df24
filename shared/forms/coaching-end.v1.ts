import { coachingEndReasons } from '../domain/records/coaching.ts';
import type { FormDefinition } from './form-definition.ts';

/** The end of coaching: on which day, and why. No text is asked: who counts ends reads no stories. @source DOMAIN "Placement, coaching, nazorg" */
export const coachingEndFormV1: FormDefinition = {
  id: 'coachingEnd',
  version: 1,
  sections: [
    {
      id: 'end',
      fields: [
        { type: 'day', id: 'endedOn', writesTo: ['facts', 'endedOn'], required: true, leaning: 'past' },
        { type: 'choice', id: 'endReason', writesTo: ['facts', 'endReason'], required: true, choices: coachingEndReasons },
      ],
    },
  ],
  rules: [{ rule: 'notAfterToday', field: 'endedOn', code: 'coaching.endedInFuture' }],
  texts: {
    nl: {
      'end.title': 'Het einde',
      'endedOn.label': 'Laatste dag van de begeleiding',
      'endedOn.hint': 'v is vandaag, g is gisteren',
      'endReason.label': 'Waarom stopt de begeleiding?',
      'endReason.zelfstandig-aan-het-werk': 'Werkt nu zonder begeleiding',
      'endReason.werkgever-neemt-over': 'De werkgever neemt het over',
      'endReason.einde-toekenning': 'De toekenning loopt af',
      'endReason.plaatsing-geeindigd': 'De plaatsing is geëindigd',
      'endReason.verzoek-kandidaat': 'Op verzoek van de kandidaat',
      'endReason.verzoek-werkgever': 'Op verzoek van de werkgever',
      'endReason.ander-aanbod': 'Gaat verder met andere hulp',
      'endReason.anders': 'Anders',
    },
    en: {
      'end.title': 'The end',
      'endedOn.label': 'Last day of the coaching',
      'endedOn.hint': 'v is today, g is yesterday',
      'endReason.label': 'Why does the coaching end?',
      'endReason.zelfstandig-aan-het-werk': 'Works without coaching now',
      'endReason.werkgever-neemt-over': 'The employer takes over',
      'endReason.einde-toekenning': 'The grant runs out',
      'endReason.plaatsing-geeindigd': 'The placement ended',
      'endReason.verzoek-kandidaat': 'At the request of the candidate',
      'endReason.verzoek-werkgever': 'At the request of the employer',
      'endReason.ander-aanbod': 'Goes on with other help',
      'endReason.anders': 'Other',
    },
  },
};
