import { registerGrounds, registerStandings } from '../../domain/records/candidate-file.ts';
import type { Condition, FormDefinition } from '../form-definition.ts';

const isIn: Condition = { field: 'standing', isOneOf: ['opgenomen'] };

/** The doelgroepregister. @source DOMAIN "Words", doelgroepregister */
export const registerFormV1: FormDefinition = {
  id: 'candidateRegister',
  version: 1,
  sections: [
    {
      id: 'register',
      fields: [
        { type: 'choice', id: 'standing', writesTo: ['register', 'standing'], required: true, choices: registerStandings },
        { type: 'choice', id: 'ground', writesTo: ['register', 'ground'], required: true, choices: registerGrounds, shownWhen: isIn },
        { type: 'day', id: 'beganOn', writesTo: ['register', 'beganOn'], required: true, leaning: 'past', shownWhen: isIn },
        { type: 'day', id: 'ceasedOn', writesTo: ['register', 'ceasedOn'], leaning: 'past', shownWhen: isIn },
      ],
    },
  ],
  rules: [],
  texts: {
    nl: {
      'register.title': 'Doelgroepregister',
      'standing.label': 'Staat deze persoon in het doelgroepregister?',
      'standing.niet': 'Nee',
      'standing.aangevraagd': 'Aangevraagd',
      'standing.opgenomen': 'Ja',
      'ground.label': 'Op welke grond?',
      'ground.participatiewet': 'Participatiewet, kan het minimumloon niet verdienen',
      'ground.praktijkroute': 'Praktijkroute, loonwaarde gemeten op de werkplek',
      'ground.pro-vso': 'Praktijkonderwijs of speciaal onderwijs',
      'ground.wajong': 'Wajong',
      'ground.wsw': 'Wsw-indicatie',
      'ground.wiw-id': 'WIW- of ID-baan',
      'ground.voorziening': 'Verdient het minimumloon alleen met een voorziening',
      'beganOn.label': 'Opgenomen sinds',
      'ceasedOn.label': 'Voorwaarden vervallen op',
      'ceasedOn.hint': 'De registratie loopt daarna door tot en met 31 december van het tweede jaar.',
    },
    en: {
      'register.title': 'Doelgroepregister',
      'standing.label': 'Is this person in the doelgroepregister?',
      'standing.niet': 'No',
      'standing.aangevraagd': 'Applied for',
      'standing.opgenomen': 'Yes',
      'ground.label': 'On which ground?',
      'ground.participatiewet': 'Participatiewet, cannot earn the minimum wage',
      'ground.praktijkroute': 'Praktijkroute, loonwaarde measured at work',
      'ground.pro-vso': 'Practical or special education',
      'ground.wajong': 'Wajong',
      'ground.wsw': 'Wsw indication',
      'ground.wiw-id': 'WIW or ID job',
      'ground.voorziening': 'Earns the minimum wage only with a provision',
      'beganOn.label': 'Entered on',
      'ceasedOn.label': 'Conditions ceased on',
      'ceasedOn.hint': 'The registration then goes on until 31 December of the second year.',
    },
  },
};
