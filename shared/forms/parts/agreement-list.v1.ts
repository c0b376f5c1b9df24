import { agreementOwners } from '../../domain/records/visit.ts';
import type { FormTexts, ListField } from '../form-definition.ts';

/** The agreements between candidate, employer and coach. Part of published versions: never changes. @param group where the record keeps them */
export const agreementListV1 = (group: string): ListField => ({
  type: 'list',
  id: 'agreements',
  writesTo: [group, 'agreements'],
  maximum: 20,
  fields: [
    { type: 'line', id: 'what', writesTo: ['what'], required: true, maximum: 300 },
    { type: 'choice', id: 'owner', writesTo: ['owner'], required: true, choices: agreementOwners },
    { type: 'day', id: 'dueOn', writesTo: ['dueOn'], leaning: 'future' },
  ],
});

/** The words of one agreement, whoever it is with. */
export const agreementLineTextsV1 = {
  nl: {
    'agreements.item': 'Afspraak {{number}}',
    'agreements.add': 'Afspraak toevoegen',
    'agreements.remove': 'Afspraak {{number}} weghalen',
    'what.label': 'Afspraak',
    'dueOn.label': 'Klaar op',
  },
  en: {
    'agreements.item': 'Agreement {{number}}',
    'agreements.add': 'Add an agreement',
    'agreements.remove': 'Remove agreement {{number}}',
    'what.label': 'Agreement',
    'dueOn.label': 'Done by',
  },
} satisfies FormTexts;

/** Who can do what was agreed. */
export const agreementOwnerTextsV1 = {
  nl: {
    'owner.label': 'Wie doet het?',
    'owner.kandidaat': 'Kandidaat',
    'owner.werkgever': 'Werkgever',
    'owner.jobcoach': 'Jobcoach',
    'owner.werkbedrijf': 'Werkbedrijf',
  },
  en: {
    'owner.label': 'Who will do it?',
    'owner.kandidaat': 'Candidate',
    'owner.werkgever': 'Employer',
    'owner.jobcoach': 'Job coach',
    'owner.werkbedrijf': 'Werkbedrijf',
  },
} satisfies FormTexts;
