import { appointmentSubjects } from '../domain/records/appointment.ts';
import type { FormDefinition } from './form-definition.ts';

/** When and where somebody is met. @source UX "The day of a jobcoach" */
export const appointmentFormV1: FormDefinition = {
  id: 'appointment',
  version: 1,
  sections: [
    {
      id: 'when',
      fields: [
        { type: 'day', id: 'plannedOn', writesTo: ['facts', 'plannedOn'], required: true, leaning: 'future' },
        { type: 'time', id: 'beginsAt', writesTo: ['facts', 'beginsAt'] },
        { type: 'minutes', id: 'durationMinutes', writesTo: ['facts', 'durationMinutes'], required: true, maximum: 600 },
      ],
    },
    {
      id: 'what',
      fields: [
        { type: 'choice', id: 'about', writesTo: ['facts', 'about'], required: true, choices: appointmentSubjects },
        { type: 'line', id: 'location', writesTo: ['facts', 'location'], maximum: 160 },
        { type: 'text', id: 'remark', writesTo: ['note', 'remark'], maximum: 1_000 },
      ],
    },
  ],
  rules: [],
  texts: {
    nl: {
      'when.title': 'Wanneer',
      'plannedOn.label': 'Datum',
      'plannedOn.hint': 'm is morgen, +2w is over twee weken',
      'beginsAt.label': 'Begin',
      'beginsAt.hint': 'Bijvoorbeeld 9:30. Leeg: ergens die dag',
      'durationMinutes.label': 'Duur in minuten',
      'durationMinutes.hint': 'Of 1:30',
      'what.title': 'Wat en waar',
      'about.label': 'Waarvoor is de afspraak?',
      'about.bezoek': 'Bezoek',
      'about.meting': 'Loonwaardemeting',
      'about.intake': 'Intake',
      'about.plan': 'Plan van aanpak',
      'about.anders': 'Iets anders',
      'location.label': 'Waar?',
      'location.hint': 'Bijvoorbeeld: hal 3, melden bij de balie',
      'remark.label': 'Om aan te denken',
      'remark.hint': 'Wat neem je mee, wat wil je vragen? Geen ziekte, diagnose of medicijnen.',
    },
    en: {
      'when.title': 'When',
      'plannedOn.label': 'Date',
      'plannedOn.hint': 'm is tomorrow, +2w is in two weeks',
      'beginsAt.label': 'Start',
      'beginsAt.hint': 'For example 9:30. Empty: some time that day',
      'durationMinutes.label': 'Duration in minutes',
      'durationMinutes.hint': 'Or 1:30',
      'what.title': 'What and where',
      'about.label': 'What is the appointment for?',
      'about.bezoek': 'Visit',
      'about.meting': 'Loonwaarde measurement',
      'about.intake': 'Intake',
      'about.plan': 'Plan van aanpak',
      'about.anders': 'Something else',
      'location.label': 'Where?',
      'location.hint': 'For example: hall 3, report at reception',
      'remark.label': 'To remember',
      'remark.hint': 'What will you bring, what do you want to ask? No illness, diagnosis or medication.',
    },
  },
};
