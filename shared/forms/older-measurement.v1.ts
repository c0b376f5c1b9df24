import type { FormDefinition } from './form-definition.ts';
import { explanationV1, factorV1, functieloonTextsV1, functieloonV1, functionFieldsV1, measurementTextsV1, nextMeasurementOnV1, taskFieldsV1, visitedOnV1 } from './parts/measurement.v1.ts';

/**
 * A measurement of before July 2021, taken over from its own report: the method of the regions' papers, with inzetbaarheid
 * in the third place.
 * @source DOMAIN "Dariuz"
 */
export const olderMeasurementFormV1: FormDefinition = {
  id: 'older-measurement',
  version: 1,
  sections: [
    {
      id: 'report',
      fields: [
        visitedOnV1,
        { type: 'day', id: 'finalisedOn', required: true, leaning: 'past' },
        { type: 'line', id: 'expertName', writesTo: ['facts', 'expertName'], required: true, maximum: 120 },
        { type: 'line', id: 'employerName', writesTo: ['facts', 'employerName'], required: true, maximum: 120 },
        { type: 'line', id: 'contactPerson', writesTo: ['facts', 'contactPerson'], required: true, maximum: 120 },
      ],
    },
    { id: 'function', fields: [...functionFieldsV1, functieloonV1] },
    {
      id: 'tasks',
      fields: [
        {
          type: 'list',
          id: 'hoofdtaken',
          writesTo: ['tasks', 'hoofdtaken'],
          required: true,
          maximum: 20,
          fields: [
            ...taskFieldsV1,
            factorV1('tempo', false),
            factorV1('kwaliteit', false),
            factorV1('inzetbaarheid', false),
            explanationV1('tempo'),
            explanationV1('kwaliteit'),
            explanationV1('inzetbaarheid'),
          ],
        },
      ],
    },
    { id: 'outcome', fields: [{ type: 'percentage', id: 'reportedLoonwaarde', required: true, fromCounts: false }] },
    { id: 'next', fields: [nextMeasurementOnV1] },
  ],
  rules: [{ rule: 'notAfterToday', field: 'visitedOn', code: 'loonwaarde.visitedInFuture' }],
  texts: {
    nl: {
      ...measurementTextsV1.nl,
      ...functieloonTextsV1.nl,
      'report.title': 'Het oude rapport',
      'finalisedOn.label': 'Datum van het rapport',
      'expertName.label': 'Wie de meting deed',
      'hoofdtaken.hint': 'Neem de getallen over zoals ze in het rapport staan. De aandelen zijn samen 100 %.',
      'inzetbaarheid.label': 'Inzetbaarheid %',
      'inzetbaarheidExplanation.label': 'Toelichting bij inzetbaarheid',
      'outcome.title': 'Uitkomst in het oude rapport',
      'reportedLoonwaarde.label': 'Loonwaarde % in het oude rapport',
      'reportedLoonwaarde.hint': 'Veldwerk rekent de meting opnieuw uit. Dat moet hetzelfde zijn.',
    },
    en: {
      ...measurementTextsV1.en,
      ...functieloonTextsV1.en,
      'report.title': 'The old report',
      'finalisedOn.label': 'Date of the report',
      'expertName.label': 'Who did the measurement',
      'hoofdtaken.hint': 'Take over the numbers as they stand in the report. The shares add up to 100 %.',
      'inzetbaarheid.label': 'Inzetbaarheid %',
      'inzetbaarheidExplanation.label': 'Explanation of inzetbaarheid',
      'outcome.title': 'Outcome in the old report',
      'reportedLoonwaarde.label': 'Loonwaarde % in the old report',
      'reportedLoonwaarde.hint': 'Veldwerk computes the measurement anew. That must give the same.',
    },
  },
};
