import { branches } from '../../domain/records/candidate-file.ts';
import type { FormDefinition } from '../form-definition.ts';
import { branchTextsV1 } from '../parts/branches.v1.ts';

/** What somebody wants themself. */
export const wishesFormV1: FormDefinition = {
  id: 'candidateWishes',
  version: 1,
  sections: [
    {
      id: 'wishes',
      fields: [
        { type: 'text', id: 'wishText', writesTo: ['wishes', 'wishes'], required: true, maximum: 2_000 },
        { type: 'multiple', id: 'branches', writesTo: ['wishes', 'branches'], choices: branches },
      ],
    },
  ],
  rules: [],
  texts: {
    nl: {
      ...branchTextsV1.nl,
      'wishes.title': 'Wat iemand wil',
      'wishText.label': 'Wat wil deze persoon?',
      'wishText.hint': 'In eigen woorden: welk werk, welke plek, wat liever niet.',
      'branches.label': 'In welke branches?',
      'branches.ict': 'ICT',
      'branches.anders': 'Anders',
    },
    en: {
      ...branchTextsV1.en,
      'wishes.title': 'What somebody wants',
      'wishText.label': 'What does this person want?',
      'wishText.hint': 'In their own words: which work, which place, what rather not.',
      'branches.label': 'In which branches?',
      'branches.ict': 'ICT',
      'branches.anders': 'Other',
    },
  },
};
