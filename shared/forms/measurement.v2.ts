import type { FormDefinition, FormSection } from './form-definition.ts';
import { measurementFormV1 } from './measurement.v1.ts';

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
      // An amount as it is typed; the record's own rule reads it. Only asked where the loonwaarde was a share of it.
      fields: [...section('function').fields, { type: 'line', id: 'functieloon', writesTo: ['facts', 'functieloon'], maximum: 14 }],
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
      'occasion.title': 'Nieuwe meting of kort contact',
      'occasion.label': 'Hoe kijk je deze keer?',
      'occasion.hint': 'Bij een kort contact vraag je of een eerdere meting nog klopt. Klopt die niet meer, meet dan opnieuw.',
      'occasion.new-measurement': 'Nieuwe meting',
      'occasion.short-contact': 'Kort contact',
      'occasionReason.label': 'Waarom zo?',
      'functieloon.label': 'Functieloon per maand',
      'functieloon.hint': 'Voltijd, zonder vakantiegeld, bijvoorbeeld 1800,00',
      'nextOccasion.label': 'Hoe kijk je de volgende keer?',
      'nextOccasion.new-measurement': 'Nieuwe meting',
      'nextOccasion.short-contact': 'Kort contact',
      'nextReason.label': 'Waarom dan en waarom zo?',
    },
    en: {
      ...measurementFormV1.texts.en,
      'occasion.title': 'New measurement or short contact',
      'occasion.label': 'How do you look this time?',
      'occasion.hint': 'In a short contact you ask whether an earlier measurement is still true. If it is not, measure anew.',
      'occasion.new-measurement': 'New measurement',
      'occasion.short-contact': 'Short contact',
      'occasionReason.label': 'Why this way?',
      'functieloon.label': 'Wage of the function a month',
      'functieloon.hint': 'Full time, without holiday allowance, for instance 1800.00',
      'nextOccasion.label': 'How do you look next time?',
      'nextOccasion.new-measurement': 'New measurement',
      'nextOccasion.short-contact': 'Short contact',
      'nextReason.label': 'Why then and why this way?',
    },
  },
};
