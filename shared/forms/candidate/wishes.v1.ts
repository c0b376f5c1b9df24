import { branches } from '../../domain/records/candidate-file.ts';
import type { FormDefinition } from '../form-definition.ts';

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
      'wishes.title': 'Wat iemand wil',
      'wishText.label': 'Wat wil deze persoon?',
      'wishText.hint': 'In eigen woorden: welk werk, welke plek, wat liever niet.',
      'branches.label': 'In welke branches?',
      'branches.bouw': 'Bouw',
      'branches.detailhandel': 'Winkels',
      'branches.groen': 'Groen',
      'branches.horeca': 'Horeca',
      'branches.ict': 'ICT',
      'branches.industrie': 'Industrie',
      'branches.kantoor': 'Kantoor',
      'branches.logistiek': 'Logistiek',
      'branches.onderwijs': 'Onderwijs',
      'branches.overheid': 'Overheid',
      'branches.schoonmaak': 'Schoonmaak',
      'branches.techniek': 'Techniek',
      'branches.vervoer': 'Vervoer',
      'branches.zorg': 'Zorg',
      'branches.anders': 'Anders',
    },
    en: {
      'wishes.title': 'What somebody wants',
      'wishText.label': 'What does this person want?',
      'wishText.hint': 'In their own words: which work, which place, what rather not.',
      'branches.label': 'In which branches?',
      'branches.bouw': 'Building',
      'branches.detailhandel': 'Shops',
      'branches.groen': 'Green',
      'branches.horeca': 'Catering',
      'branches.ict': 'ICT',
      'branches.industrie': 'Industry',
      'branches.kantoor': 'Office',
      'branches.logistiek': 'Logistics',
      'branches.onderwijs': 'Education',
      'branches.overheid': 'Government',
      'branches.schoonmaak': 'Cleaning',
      'branches.techniek': 'Technology',
      'branches.vervoer': 'Transport',
      'branches.zorg': 'Care',
      'branches.anders': 'Other',
    },
  },
};
