import { coachingReportFormV1 } from './coaching-report.v1.ts';
import type { FormDefinition } from './form-definition.ts';

/**
 * The second version can correct a report that is final: then it asks why. All else is as in the first, which never changes.
 * @source DOMAIN "Placement, coaching, nazorg"
 */
export const coachingReportFormV2: FormDefinition = {
  ...coachingReportFormV1,
  version: 2,
  sections: [
    {
      id: 'correction',
      fields: [
        { type: 'switch', id: 'isCorrection' },
        { type: 'text', id: 'correctionReason', writesTo: ['report', 'correctionReason'], required: true, maximum: 1_000, shownWhen: { field: 'isCorrection', isOneOf: [true] } },
      ],
    },
    ...coachingReportFormV1.sections,
  ],
  texts: {
    nl: {
      ...coachingReportFormV1.texts.nl,
      'correction.title': 'Verbetering',
      'isCorrection.label': 'Verbetert een eerder verslag',
      'correctionReason.label': 'Waarom verbeter je het verslag?',
      'correctionReason.hint': 'Dit staat ook in het nieuwe verslag. Schrijf op wat er niet klopte.',
    },
    en: {
      ...coachingReportFormV1.texts.en,
      'correction.title': 'Correction',
      'isCorrection.label': 'Corrects an earlier report',
      'correctionReason.label': 'Why do you correct the report?',
      'correctionReason.hint': 'The new report says this too. Write down what was not right.',
    },
  },
};
