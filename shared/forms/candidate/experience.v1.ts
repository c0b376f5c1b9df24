import type { FormDefinition } from '../form-definition.ts';

export const experienceFormV1: FormDefinition = {
  id: 'candidateExperience',
  version: 1,
  sections: [
    {
      id: 'experience',
      fields: [
        {
          type: 'list',
          id: 'jobs',
          writesTo: ['experience', 'jobs'],
          maximum: 20,
          fields: [
            { type: 'line', id: 'jobTitle', writesTo: ['jobTitle'], required: true, maximum: 120, purpose: 'name' },
            { type: 'line', id: 'employer', writesTo: ['employer'], maximum: 120, purpose: 'name' },
            { type: 'line', id: 'jobBegan', writesTo: ['beganIn'], maximum: 4, purpose: 'name' },
            { type: 'line', id: 'jobEnded', writesTo: ['endedIn'], maximum: 4, purpose: 'name' },
            { type: 'line', id: 'tasks', writesTo: ['tasks'], maximum: 300 },
          ],
        },
      ],
    },
  ],
  rules: [],
  texts: {
    nl: {
      'experience.title': 'Werkervaring',
      'jobs.label': 'Waar heeft deze persoon gewerkt?',
      'jobs.item': 'Werk {{number}}',
      'jobs.add': 'Werk toevoegen',
      'jobs.remove': 'Werk {{number}} weghalen',
      'jobTitle.label': 'Functie',
      'employer.label': 'Bij wie',
      'jobBegan.label': 'Van (jaar)',
      'jobEnded.label': 'Tot (jaar)',
      'tasks.label': 'Taken',
    },
    en: {
      'experience.title': 'Work experience',
      'jobs.label': 'Where did this person work?',
      'jobs.item': 'Job {{number}}',
      'jobs.add': 'Add job',
      'jobs.remove': 'Remove job {{number}}',
      'jobTitle.label': 'Function',
      'employer.label': 'With whom',
      'jobBegan.label': 'From (year)',
      'jobEnded.label': 'Until (year)',
      'tasks.label': 'Tasks',
    },
  },
};
