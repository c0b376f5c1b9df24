import { agreementOutcomes } from '../domain/records/visit.ts';
import type { FormDefinition, FormField, FormSection } from './form-definition.ts';
import { visitFormV1 } from './visit.v1.ts';

/** A journey is asked where somebody went, and after what matters more about where and with whom. */
const travelled = { field: 'place', isOneOf: ['werkplek', 'thuis', 'kantoor', 'elders'] } as const;
const journey: readonly FormField[] = [
  { type: 'minutes', id: 'travelMinutes', writesTo: ['facts', 'travelMinutes'], maximum: 600, shownWhen: travelled },
  { type: 'kilometres', id: 'travelKilometres', writesTo: ['facts', 'travelMetres'], maximum: 1_000, shownWhen: travelled },
];

/**
 * The second version asks for the journey and for what became of each agreement. All else is as in the first, which
 * never changes.
 * @source DOMAIN "Placement, coaching, nazorg"
 */
export const visitFormV2: FormDefinition = {
  ...visitFormV1,
  version: 2,
  sections: visitFormV1.sections.map(
    (section): FormSection => ({ ...section, fields: section.fields.flatMap((field) => (field.id === 'activity' ? [field, ...journey] : [field.id === 'agreements' ? withOutcome(field) : field])) }),
  ),
  texts: {
    nl: {
      ...visitFormV1.texts.nl,
      'travelMinutes.label': 'Reistijd in minuten',
      'travelKilometres.label': 'Kilometers',
      'travelKilometres.hint': 'Heen en terug',
      'carried.label': 'Van een eerder bezoek',
      'outcome.label': 'Wat is ervan gekomen?',
      'outcome.open': 'Nog open',
      'outcome.nagekomen': 'Nagekomen',
      'outcome.deels': 'Voor een deel',
      'outcome.niet-nagekomen': 'Niet nagekomen',
      'outcome.vervallen': 'Vervallen',
    },
    en: {
      ...visitFormV1.texts.en,
      'travelMinutes.label': 'Travel time in minutes',
      'travelKilometres.label': 'Kilometres',
      'travelKilometres.hint': 'There and back',
      'carried.label': 'From an earlier visit',
      'outcome.label': 'What became of it?',
      'outcome.open': 'Still open',
      'outcome.nagekomen': 'Kept',
      'outcome.deels': 'Partly',
      'outcome.niet-nagekomen': 'Not kept',
      'outcome.vervallen': 'No longer needed',
    },
  },
};

/** `carried`: it was made at an earlier visit; only then there is something to say about its outcome. Stays in the draft. */
function withOutcome(field: FormField): FormField {
  if (field.type !== 'list') return field;
  return {
    ...field,
    fields: [
      ...field.fields,
      { type: 'switch', id: 'carried' },
      { type: 'choice', id: 'outcome', writesTo: ['outcome'], choices: agreementOutcomes, shownWhen: { field: 'carried', isOneOf: [true] } },
    ],
  };
}
