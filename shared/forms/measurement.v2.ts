import type { FormDefinition, FormSection } from './form-definition.ts';
import { measurementFormV1 } from './measurement.v1.ts';
import { functieloonTextsV1, functieloonV1 } from './parts/measurement.v1.ts';

/** The sections of the first version, which never change; what is asked more stands in between. */
function section(id: string): FormSection {
  const found = measurementFormV1.sections.find((each) => each.id === id);
  if (found === undefined) throw new RangeError(`measurementFormV2: no section ${id}`);
  return found;
}

const occasions = ['new-measurement', 'short-contact'] as const;

/**
 * A loonwaarde measurement by the uniform method of 2021, with what the second version asks more: whether it is a new
 * measurement or a short contact that confirms an earlier one, and how to look next time.
 * @source DOMAIN "Loonwaarde, uniform method"
 */
export const measurementFormV2: FormDefinition = {
  ...measurementFormV1,
  version: 2,
  sections: [
    {
      id: 'occasion',
      fields: [
        { type: 'choice', id: 'occasion', writesTo: ['facts', 'occasion'], required: true, choices: [...occasions] },
        { type: 'text', id: 'occasionReason', writesTo: ['facts', 'occasionReason'], maximum: 1_000 },
      ],
    },
    section('visit'),
    {
      ...section('function'),
      fields: [...section('function').fields, functieloonV1],
    },
    section('tasks'),
    section('views'),
    {
      id: 'next',
      fields: [
        ...section('next').fields,
        { type: 'choice', id: 'nextOccasion', writesTo: ['facts', 'nextOccasion'], choices: [...occasions] },
        { type: 'text', id: 'nextReason', writesTo: ['facts', 'nextReason'], maximum: 1_000 },
      ],
    },
    section('expert'),
  ],
  texts: {
    nl: {
      ...measurementFormV1.texts.nl,
      ...functieloonTextsV1.nl,
      'occasion.title': 'Nieuwe meting of kort contact',
      'occasion.label': 'Hoe kijk je deze keer?',
      'occasion.hint': 'Bij een kort contact vraag je of een eerdere meting nog klopt. Klopt die niet meer, meet dan opnieuw.',
      'occasion.new-measurement': 'Nieuwe meting',
      'occasion.short-contact': 'Kort contact',
      'occasionReason.label': 'Waarom zo?',
      'nextOccasion.label': 'Hoe kijk je de volgende keer?',
      'nextOccasion.new-measurement': 'Nieuwe meting',
      'nextOccasion.short-contact': 'Kort contact',
      'nextReason.label': 'Waarom dan en waarom zo?',
    },
    en: {
      ...measurementFormV1.texts.en,
      ...functieloonTextsV1.en,
      'occasion.title': 'New measurement or short contact',
      'occasion.label': 'How do you look this time?',
      'occasion.hint': 'In a short contact you ask whether an earlier measurement is still true. If it is not, measure anew.',
      'occasion.new-measurement': 'New measurement',
      'occasion.short-contact': 'Short contact',
      'occasionReason.label': 'Why this way?',
      'nextOccasion.label': 'How do you look next time?',
      'nextOccasion.new-measurement': 'New measurement',
      'nextOccasion.short-contact': 'Short contact',
      'nextReason.label': 'Why then and why this way?',
    },
  },
};
