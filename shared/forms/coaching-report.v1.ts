import { coachingResults, satisfactions } from '../domain/records/coaching.ts';
import type { FormDefinition } from './form-definition.ts';
import { goalLineV1, goalListTextsV1, goalProgressTextsV1, goalProgressV1 } from './parts/goal-list.v1.ts';

const goalTexts = goalListTextsV1('reportGoals');

/** The half-yearly report of coaching. Hours and visits are counted, not asked. @source DOMAIN "Placement, coaching, nazorg" */
export const coachingReportFormV1: FormDefinition = {
  id: 'coachingReport',
  version: 1,
  sections: [
    {
      id: 'achieved',
      fields: [
        {
          type: 'list',
          id: 'reportGoals',
          writesTo: ['report', 'goals'],
          maximum: 3,
          fields: [
            goalLineV1,
            goalProgressV1,
            { type: 'line', id: 'goalExplanation', writesTo: ['explanation'], maximum: 300 },
          ],
        },
        { type: 'text', id: 'results', writesTo: ['report', 'results'], required: true, maximum: 6_000 },
      ],
    },
    {
      id: 'employer',
      fields: [
        { type: 'line', id: 'employerName', writesTo: ['report', 'employerName'], required: true, maximum: 120 },
        { type: 'line', id: 'contactPerson', writesTo: ['report', 'contactPerson'], maximum: 120 },
        { type: 'text', id: 'employerEvaluation', writesTo: ['report', 'employerEvaluation'], required: true, maximum: 4_000 },
      ],
    },
    {
      id: 'candidate',
      fields: [
        { type: 'choice', id: 'candidateSatisfaction', writesTo: ['report', 'candidateSatisfaction'], required: true, choices: satisfactions },
        { type: 'text', id: 'candidateView', writesTo: ['report', 'candidateView'], required: true, maximum: 4_000 },
      ],
    },
    {
      id: 'next',
      fields: [
        { type: 'choice', id: 'result', writesTo: ['facts', 'result'], required: true, choices: coachingResults },
        { type: 'text', id: 'advice', writesTo: ['report', 'advice'], maximum: 4_000 },
        { type: 'line', id: 'coachName', writesTo: ['report', 'coachName'], required: true, maximum: 120 },
      ],
    },
  ],
  rules: [],
  texts: {
    nl: {
      ...goalTexts.nl,
      ...goalProgressTextsV1.nl,
      'achieved.title': 'Wat is er bereikt',
      'reportGoals.label': 'Doelen',
      'reportGoals.hint': 'Hoogstens drie. Ze komen uit het laatste bezoek.',
      'goalExplanation.label': 'Toelichting',
      'results.label': 'Resultaten van dit half jaar',
      'results.hint': 'Schrijf over het werk: wat lukt nu, wat nog niet. Geen ziekte, diagnose of medicijnen.',
      'employer.title': 'Wat de werkgever ervan vindt',
      'employerName.label': 'Werkgever',
      'contactPerson.label': 'Gesproken met',
      'employerEvaluation.label': 'Evaluatie door de werkgever',
      'candidate.title': 'Wat de kandidaat ervan vindt',
      'candidateSatisfaction.label': 'Hoe tevreden is de kandidaat met de begeleiding?',
      'candidateSatisfaction.tevreden': 'Tevreden',
      'candidateSatisfaction.redelijk': 'Redelijk tevreden',
      'candidateSatisfaction.niet-tevreden': 'Niet tevreden',
      'candidateView.label': 'In eigen woorden',
      'next.title': 'Hoe verder',
      'result.label': 'Wat is de uitkomst?',
      'result.zonder-coaching': 'Werkt zonder coaching',
      'result.lichter': 'Verder met lichtere coaching',
      'result.zelfde': 'Verder met dezelfde coaching',
      'result.zwaarder': 'Verder met zwaardere coaching',
      'result.werkgever-neemt-over': 'De werkgever neemt het over',
      'result.niet-meer-aan-het-werk': 'Niet meer aan het werk',
      'advice.label': 'Advies',
      'advice.hint': 'Waarom deze uitkomst, en wat er nu gebeurt',
      'coachName.label': 'Jobcoach',
    },
    en: {
      ...goalTexts.en,
      ...goalProgressTextsV1.en,
      'achieved.title': 'What was achieved',
      'reportGoals.label': 'Goals',
      'reportGoals.hint': 'At most three. They come from the last visit.',
      'goalExplanation.label': 'Explanation',
      'results.label': 'Results of this half year',
      'results.hint': 'Write about the work: what goes well now, what does not yet. No illness, diagnosis or medication.',
      'employer.title': 'What the employer thinks of it',
      'employerName.label': 'Employer',
      'contactPerson.label': 'Spoken to',
      'employerEvaluation.label': 'Evaluation by the employer',
      'candidate.title': 'What the candidate thinks of it',
      'candidateSatisfaction.label': 'How satisfied is the candidate with the coaching?',
      'candidateSatisfaction.tevreden': 'Satisfied',
      'candidateSatisfaction.redelijk': 'Fairly satisfied',
      'candidateSatisfaction.niet-tevreden': 'Not satisfied',
      'candidateView.label': 'In their own words',
      'next.title': 'What next',
      'result.label': 'What is the outcome?',
      'result.zonder-coaching': 'Works without coaching',
      'result.lichter': 'Goes on with lighter coaching',
      'result.zelfde': 'Goes on with the same coaching',
      'result.zwaarder': 'Goes on with heavier coaching',
      'result.werkgever-neemt-over': 'The employer takes over',
      'result.niet-meer-aan-het-werk': 'No longer at work',
      'advice.label': 'Advice',
      'advice.hint': 'Why this outcome, and what happens now',
      'coachName.label': 'Job coach',
    },
  },
};
