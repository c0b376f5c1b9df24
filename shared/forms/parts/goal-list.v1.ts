import { goalProgresses } from '../../domain/records/visit.ts';
import type { ChoiceField, FormTexts, LineField } from '../form-definition.ts';

/** One goal of the coaching. Part of published versions, with all below: never changes. */
export const goalLineV1: LineField = { type: 'line', id: 'goal', writesTo: ['goal'], required: true, maximum: 200 };
export const goalProgressV1: ChoiceField = { type: 'choice', id: 'progress', writesTo: ['progress'], required: true, choices: goalProgresses };

/** The words of a list of goals. @param listId as the form calls it */
export const goalListTextsV1 = (listId: string): FormTexts => ({
  nl: {
    [`${listId}.item`]: 'Doel {{number}}',
    [`${listId}.add`]: 'Doel toevoegen',
    [`${listId}.remove`]: 'Doel {{number}} weghalen',
    'goal.label': 'Doel',
  },
  en: {
    [`${listId}.item`]: 'Goal {{number}}',
    [`${listId}.add`]: 'Add a goal',
    [`${listId}.remove`]: 'Remove goal {{number}}',
    'goal.label': 'Goal',
  },
});

export const goalProgressTextsV1 = {
  nl: {
    'progress.label': 'Voortgang',
    'progress.niet-begonnen': 'Niet begonnen',
    'progress.loopt': 'Loopt',
    'progress.bereikt': 'Bereikt',
    'progress.losgelaten': 'Losgelaten',
  },
  en: {
    'progress.label': 'Progress',
    'progress.niet-begonnen': 'Not started',
    'progress.loopt': 'In progress',
    'progress.bereikt': 'Reached',
    'progress.losgelaten': 'Dropped',
  },
} satisfies FormTexts;
