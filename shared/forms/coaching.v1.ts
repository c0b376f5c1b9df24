import { coachingRegimes } from '../domain/records/coaching.ts';
import type { FormDefinition } from './form-definition.ts';

/** What was granted: the first time, or from a later half year on. @source DOMAIN "Placement, coaching, nazorg" */
export const coachingFormV1: FormDefinition = {
  id: 'coaching',
  version: 1,
  sections: [
    {
      id: 'grant',
      fields: [
        { type: 'day', id: 'from', required: true, leaning: 'past' },
        { type: 'choice', id: 'regime', required: true, choices: coachingRegimes },
        { type: 'hours', id: 'contractHours', required: true, step: 0.25, maximum: 1_560 },
        { type: 'day', id: 'grantedOn', required: true, leaning: 'past' },
        { type: 'day', id: 'endedOn', writesTo: ['facts', 'endedOn'], leaning: 'past' },
      ],
    },
  ],
  rules: [],
  texts: {
    nl: {
      'grant.title': 'Wat is toegekend',
      'from.label': 'Begint op',
      'regime.label': 'Hoeveel begeleiding?',
      'regime.licht': 'Licht',
      'regime.midden': 'Midden',
      'regime.intensief': 'Intensief',
      'contractHours.label': 'Contracturen in een half jaar',
      'contractHours.hint': '26 weken keer de uren per week. Bijvoorbeeld 26 × 28 = 728',
      'grantedOn.label': 'Datum van het besluit',
      'endedOn.label': 'Begeleiding gestopt op',
      'endedOn.hint': 'Leeg zolang de begeleiding loopt',
    },
    en: {
      'grant.title': 'What was granted',
      'from.label': 'Begins on',
      'regime.label': 'How much coaching?',
      'regime.licht': 'Light',
      'regime.midden': 'Medium',
      'regime.intensief': 'Intensive',
      'contractHours.label': 'Contract hours in half a year',
      'contractHours.hint': '26 weeks times the hours a week. For example 26 × 28 = 728',
      'grantedOn.label': 'Date of the decision',
      'endedOn.label': 'Coaching ended on',
      'endedOn.hint': 'Empty as long as it goes on',
    },
  },
};
