import type { FormDefinition } from './form-definition.ts';
import { agreementLineTextsV1, agreementListV1, agreementOwnerTextsV1 } from './parts/agreement-list.v1.ts';
import { goalLineV1, goalListTextsV1 } from './parts/goal-list.v1.ts';

const goalTexts = goalListTextsV1('planGoals');

/** The coachingsplan: what the employer gets, and beside it what stays among colleagues. @source DOMAIN "Placement, coaching, nazorg" */
export const coachingPlanFormV1: FormDefinition = {
  id: 'coachingPlan',
  version: 1,
  sections: [
    {
      id: 'who',
      fields: [
        { type: 'day', id: 'drawnUpOn', writesTo: ['shared', 'drawnUpOn'], required: true, leaning: 'past' },
        { type: 'line', id: 'employerName', writesTo: ['shared', 'employerName'], required: true, maximum: 120 },
        { type: 'line', id: 'contactPerson', writesTo: ['shared', 'contactPerson'], maximum: 120 },
        { type: 'line', id: 'coachName', writesTo: ['shared', 'coachName'], required: true, maximum: 120 },
        { type: 'line', id: 'coachPhone', writesTo: ['shared', 'coachPhone'], maximum: 30, purpose: 'tel' },
      ],
    },
    {
      id: 'goals',
      fields: [
        {
          type: 'list',
          id: 'planGoals',
          writesTo: ['shared', 'goals'],
          required: true,
          maximum: 3,
          fields: [
            goalLineV1,
            { type: 'line', id: 'goalApproach', writesTo: ['approach'], maximum: 300 },
          ],
        },
        { type: 'text', id: 'approach', writesTo: ['shared', 'approach'], maximum: 4_000 },
      ],
    },
    {
      id: 'agreed',
      fields: [
        agreementListV1('shared'),
        { type: 'day', id: 'evaluateOn', writesTo: ['shared', 'evaluateOn'], leaning: 'future' },
      ],
    },
    { id: 'internal', fields: [{ type: 'text', id: 'internalNote', writesTo: ['internal', 'note'], maximum: 4_000 }] },
  ],
  rules: [{ rule: 'notAfterToday', field: 'drawnUpOn', code: 'coaching.planInFuture' }],
  texts: {
    nl: {
      ...goalTexts.nl,
      ...agreementLineTextsV1.nl,
      ...agreementOwnerTextsV1.nl,
      'who.title': 'Wie en wanneer',
      'drawnUpOn.label': 'Datum van het plan',
      'drawnUpOn.hint': 'v is vandaag, g is gisteren',
      'employerName.label': 'Werkgever',
      'contactPerson.label': 'Contactpersoon',
      'coachName.label': 'Jobcoach',
      'coachPhone.label': 'Telefoon van de jobcoach',
      'goals.title': 'Doelen en aanpak',
      'planGoals.label': 'Waar werken jullie aan?',
      'planGoals.hint': 'Hoogstens drie doelen, in gewone woorden.',
      'goalApproach.label': 'Hoe?',
      'approach.label': 'Aanpak',
      'approach.hint': 'Hoe vaak kom je langs? Wat doe jij, wat doet de werkgever? Geen ziekte, diagnose of medicijnen.',
      'agreed.title': 'Afspraken met de werkgever',
      'agreements.label': 'Wat spreken jullie af?',
      'evaluateOn.label': 'Evaluatie op',
      'evaluateOn.hint': 'Bijvoorbeeld +3m voor over drie maanden',
      'internal.title': 'Alleen voor collega’s',
      'internalNote.label': 'Dit krijgt de werkgever niet',
      'internalNote.hint': 'Het logboek blijft binnen het team van de kandidaat.',
    },
    en: {
      ...goalTexts.en,
      ...agreementLineTextsV1.en,
      ...agreementOwnerTextsV1.en,
      'who.title': 'Who and when',
      'drawnUpOn.label': 'Date of the plan',
      'drawnUpOn.hint': 'v is today, g is yesterday',
      'employerName.label': 'Employer',
      'contactPerson.label': 'Contact person',
      'coachName.label': 'Job coach',
      'coachPhone.label': 'Phone of the job coach',
      'goals.title': 'Goals and approach',
      'planGoals.label': 'What are you working on?',
      'planGoals.hint': 'At most three goals, in everyday words.',
      'goalApproach.label': 'How?',
      'approach.label': 'Approach',
      'approach.hint': 'How often do you visit? What do you do, what does the employer do? No illness, diagnosis or medication.',
      'agreed.title': 'Agreements with the employer',
      'agreements.label': 'What do you agree?',
      'evaluateOn.label': 'Evaluation on',
      'evaluateOn.hint': 'For example +3m for in three months',
      'internal.title': 'For colleagues only',
      'internalNote.label': 'The employer does not get this',
      'internalNote.hint': 'The logbook stays within the team of the candidate.',
    },
  },
};
