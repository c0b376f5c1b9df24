import type { DayField, FormTexts, HoursField, LineField, PercentageField, TextField } from '../form-definition.ts';

/** What every measurement asks, by whichever method. Part of published versions, with all below: never changes. */
export const visitedOnV1: DayField = { type: 'day', id: 'visitedOn', writesTo: ['facts', 'visitedOn'], required: true, leaning: 'past' };
export const nextMeasurementOnV1: DayField = { type: 'day', id: 'nextMeasurementOn', writesTo: ['result', 'nextMeasurementOn'], leaning: 'future' };

/** What is measured against, and the hours of the contract. */
export const functionFieldsV1: readonly (LineField | HoursField | DayField)[] = [
  { type: 'line', id: 'normFunction', writesTo: ['facts', 'normFunction'], required: true, maximum: 120 },
  { type: 'line', id: 'functionPerformed', writesTo: ['facts', 'functionPerformed'], required: true, maximum: 120 },
  { type: 'hours', id: 'contractHours', writesTo: ['facts', 'contractHours'], required: true, step: 0.25, maximum: 60 },
  { type: 'hours', id: 'fullTimeHours', writesTo: ['facts', 'fullTimeHours'], required: true, step: 0.25, maximum: 60 },
  { type: 'hours', id: 'workingDaysPerWeek', writesTo: ['facts', 'workingDaysPerWeek'], required: true, step: 0.5, maximum: 7 },
  { type: 'day', id: 'contractBeganOn', writesTo: ['facts', 'contractBeganOn'], required: true, leaning: 'past' },
];

/** An amount as it is typed; the record's own rule reads it. Only asked where the loonwaarde was a share of it. */
export const functieloonV1: LineField = { type: 'line', id: 'functieloon', writesTo: ['facts', 'functieloon'], maximum: 14 };

/** What a hoofdtaak is, and how much of the work. */
export const taskFieldsV1: readonly (LineField | PercentageField)[] = [
  { type: 'line', id: 'name', writesTo: ['name'], required: true, maximum: 120 },
  { type: 'percentage', id: 'aandeel', writesTo: ['aandeel'], required: true, fromCounts: false },
];
/** @param fromCounts whether '70/80' may be typed */
export const factorV1 = (id: string, fromCounts: boolean): PercentageField => ({ type: 'percentage', id, writesTo: [id], required: true, fromCounts });
export const explanationV1 = (id: string): TextField => ({ type: 'text', id: `${id}Explanation`, writesTo: [`${id}Explanation`], maximum: 2_000 });

export const measurementTextsV1 = {
  nl: {
    'visitedOn.label': 'Datum van het bedrijfsbezoek',
    'employerName.label': 'Werkgever',
    'contactPerson.label': 'Contactpersoon',
    'function.title': 'Functie en uren',
    'normFunction.label': 'Normfunctie',
    'functionPerformed.label': 'Functie van de werknemer',
    'contractHours.label': 'Contracturen per week',
    'fullTimeHours.label': 'Voltijd per week',
    'workingDaysPerWeek.label': 'Werkdagen per week',
    'contractBeganOn.label': 'Begin van het contract',
    'tasks.title': 'Hoofdtaken',
    'hoofdtaken.label': 'Hoofdtaken',
    'hoofdtaken.item': 'Hoofdtaak {{number}}',
    'hoofdtaken.add': 'Hoofdtaak toevoegen',
    'hoofdtaken.remove': 'Hoofdtaak {{number}} weghalen',
    'name.label': 'Taak',
    'aandeel.label': 'Aandeel %',
    'tempo.label': 'Tempo %',
    'kwaliteit.label': 'Kwaliteit %',
    'tempoExplanation.label': 'Toelichting bij tempo',
    'kwaliteitExplanation.label': 'Toelichting bij kwaliteit',
    'next.title': 'Volgende meting',
    'nextMeasurementOn.label': 'Datum van de volgende meting',
  },
  en: {
    'visitedOn.label': 'Date of the visit',
    'employerName.label': 'Employer',
    'contactPerson.label': 'Contact person',
    'function.title': 'Function and hours',
    'normFunction.label': 'Norm function',
    'functionPerformed.label': 'Function of the employee',
    'contractHours.label': 'Contract hours a week',
    'fullTimeHours.label': 'Full time a week',
    'workingDaysPerWeek.label': 'Working days a week',
    'contractBeganOn.label': 'Start of the contract',
    'tasks.title': 'Main tasks',
    'hoofdtaken.label': 'Main tasks',
    'hoofdtaken.item': 'Main task {{number}}',
    'hoofdtaken.add': 'Add a main task',
    'hoofdtaken.remove': 'Remove main task {{number}}',
    'name.label': 'Task',
    'aandeel.label': 'Share %',
    'tempo.label': 'Pace %',
    'kwaliteit.label': 'Quality %',
    'tempoExplanation.label': 'Explanation of pace',
    'kwaliteitExplanation.label': 'Explanation of quality',
    'next.title': 'Next measurement',
    'nextMeasurementOn.label': 'Date of the next measurement',
  },
} satisfies FormTexts;

export const functieloonTextsV1 = {
  nl: {
    'functieloon.label': 'Functieloon per maand',
    'functieloon.hint': 'Voltijd, zonder vakantiegeld, bijvoorbeeld 1800,00',
  },
  en: {
    'functieloon.label': 'Wage of the function a month',
    'functieloon.hint': 'Full time, without holiday allowance, for instance 1800.00',
  },
} satisfies FormTexts;
