import type { FormDefinition } from '../form-definition.ts';

/** What somebody can do comes first; what the work must take account of last. */
export const abilitiesFormV1: FormDefinition = {
  id: 'candidateAbilities',
  version: 1,
  sections: [
    {
      id: 'abilities',
      fields: [
        { type: 'text', id: 'can', writesTo: ['abilities', 'can'], required: true, maximum: 4_000 },
        { type: 'text', id: 'helps', writesTo: ['abilities', 'helps'], maximum: 2_000 },
        { type: 'text', id: 'limits', writesTo: ['abilities', 'limits'], maximum: 2_000 },
      ],
    },
  ],
  rules: [],
  texts: {
    nl: {
      'abilities.title': 'Wat iemand kan',
      'can.label': 'Wat kan deze persoon goed?',
      'can.hint': 'Taken, gereedschap, talen, omgaan met mensen.',
      'helps.label': 'Wat helpt op het werk?',
      'helps.hint': 'Bijvoorbeeld rust, vaste taken, iemand in de buurt.',
      'limits.label': 'Waar moet het werk rekening mee houden?',
      'limits.hint': 'In termen van werk: tillen, lang staan, druk. Geen ziekte of diagnose.',
    },
    en: {
      'abilities.title': 'What somebody can do',
      'can.label': 'What is this person good at?',
      'can.hint': 'Tasks, tools, languages, dealing with people.',
      'helps.label': 'What helps at work?',
      'helps.hint': 'For example quiet, fixed tasks, somebody near.',
      'limits.label': 'What must the work take account of?',
      'limits.hint': 'In terms of work: lifting, standing long, pressure. No illness or diagnosis.',
    },
  },
};
