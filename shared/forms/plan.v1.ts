import { branches } from '../domain/records/candidate-file.ts';
import { workObligations } from '../domain/records/plan.ts';
import type { FormDefinition, FormField, TextField } from './form-definition.ts';
import { agreementOwnerChoices } from './form-places.ts';
import { planTextsV1 } from './plan.v1.texts.ts';

const prose = (id: string): TextField => ({ type: 'text', id, writesTo: ['content', id], maximum: 4_000 });
const promisingBranches: FormField = {
  type: 'multiple',
  id: 'promisingBranches',
  writesTo: ['content', 'promisingBranches'],
  choices: branches,
};

/** The plan van aanpak: what binds both sides comes first on the screen and on paper. @source DOMAIN "Words", plan van aanpak */
export const planFormV1: FormDefinition = {
  id: 'plan',
  version: 1,
  sections: [
    {
      id: 'plan',
      fields: [
        { type: 'day', id: 'madeOn', writesTo: ['facts', 'madeOn'], required: true, leaning: 'past' },
        { type: 'switch', id: 'isReview' },
        { type: 'day', id: 'reviewedOn', writesTo: ['facts', 'reviewedOn'], required: true, leaning: 'past', shownWhen: { field: 'isReview', isOneOf: [true] } },
        { ...prose('lookingBack'), shownWhen: { field: 'isReview', isOneOf: [true] } },
        { type: 'line', id: 'goal', writesTo: ['content', 'goal'], required: true, maximum: 300 },
      ],
    },
    {
      id: 'road',
      fields: [
        { ...prose('ownPart'), required: true },
        {
          type: 'list',
          id: 'steps',
          writesTo: ['content', 'steps'],
          maximum: 20,
          fields: [{ type: 'line', id: 'step', writesTo: ['step'], required: true, maximum: 300 }],
        },
        promisingBranches,
        prose('extraSupport'),
      ],
    },
    { id: 'abilities', fields: [prose('possibilities'), prose('limits'), prose('learningPotential')] },
    {
      id: 'agreements',
      fields: [
        {
          type: 'list',
          id: 'agreements',
          writesTo: ['agreements', 'items'],
          required: true,
          maximum: 30,
          fields: [
            { type: 'line', id: 'what', writesTo: ['what'], required: true, maximum: 300 },
            { type: 'choice', id: 'owner', writesTo: ['owner'], required: true, choices: agreementOwnerChoices },
            { type: 'day', id: 'dueOn', writesTo: ['dueOn'], required: true, leaning: 'future' },
          ],
        },
      ],
    },
    {
      id: 'obligations',
      fields: [
        { type: 'choice', id: 'workObligation', writesTo: ['content', 'workObligation'], required: true, choices: workObligations },
        { type: 'day', id: 'exemptUntil', writesTo: ['content', 'exemptUntil'], required: true, leaning: 'future', shownWhen: { field: 'workObligation', isOneOf: ['gedeeltelijk', 'tijdelijk-ontheven'] } },
        prose('consequences'),
        { type: 'day', id: 'nextReviewOn', writesTo: ['facts', 'nextReviewOn'], required: true, leaning: 'future' },
      ],
    },
  ],
  rules: [{ rule: 'notAfterToday', field: 'reviewedOn', code: 'plan.reviewedInFuture' }],
  texts: planTextsV1,
};
