import { candidateGroups, entrances, labourMarketRelations } from '../domain/records/candidate.ts';
import { planAgreementOwners, workObligations } from '../domain/records/plan.ts';
import type { FormField } from './form-definition.ts';

export interface NeededPlace {
  /** Group and path, as in `writesTo`: "facts.heldOn". */
  readonly place: string;
  readonly type: FormField['type'];
  /** Of a choice: nothing but these words, which the record knows. */
  readonly choices?: readonly string[];
}

export interface FormPlaces {
  /** Every version must ask these, always: without them no record can be made. */
  readonly fields: readonly NeededPlace[];
  /** All else may only be written inside these groups. */
  readonly inside: readonly string[];
}

export const selfReliances = ['1', '2', '3', '4', '5'] as const;

const places: Readonly<Record<string, FormPlaces>> = {
  intake: {
    fields: [
      { place: 'facts.heldOn', type: 'day' },
      { place: 'facts.entrance', type: 'choice', choices: entrances },
      { place: 'decision.candidateGroup', type: 'choice', choices: candidateGroups.map(String) },
      { place: 'decision.labourMarketRelation', type: 'choice', choices: labourMarketRelations },
      { place: 'decision.selfReliance', type: 'choice', choices: selfReliances },
    ],
    inside: ['facts', 'given', 'decision'],
  },
  plan: {
    fields: [
      { place: 'facts.madeOn', type: 'day' },
      { place: 'facts.nextReviewOn', type: 'day' },
      { place: 'content.goal', type: 'line' },
      { place: 'content.ownPart', type: 'text' },
      { place: 'content.workObligation', type: 'choice', choices: workObligations },
      { place: 'agreements.items', type: 'list' },
    ],
    inside: ['facts', 'content', 'agreements'],
  },
};

/** What a form of this name must fill for its record to be made. @returns null for a form whose versions come with the app alone */
export function placesThatMustBeFilled(formId: string): FormPlaces | null {
  return Object.hasOwn(places, formId) ? (places[formId] ?? null) : null;
}

/** The owners of an agreement, for the list in the form of a plan. */
export const agreementOwnerChoices = planAgreementOwners;

/** The forms of which the region may publish versions of its own. */
export const regionForms: readonly string[] = Object.keys(places);
