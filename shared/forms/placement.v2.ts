import { trialConditions, trialReasons } from '../domain/records/placement.ts';
import type { Condition, FormDefinition, FormField, FormSection } from './form-definition.ts';
import { placementFormV1 } from './placement.v1.ts';

const onTrial: Condition = { field: 'form', isOneOf: ['proefplaatsing'] };

/** What a proefplaatsing asks: until when, why longer than usual, and what must be so for it to be one. @source DOMAIN "Placement, coaching, nazorg" */
const trial: FormSection = {
  id: 'trial',
  shownWhen: onTrial,
  fields: [
    { type: 'day', id: 'trialThrough', writesTo: ['facts', 'trialThrough'], required: true, leaning: 'future' },
    // Whether it is needed follows from two days; `PlacementEditor` shows it then.
    { type: 'choice', id: 'trialReason', writesTo: ['facts', 'trialReason'], choices: [...trialReasons] },
    { type: 'multiple', id: 'trialConditions', writesTo: ['facts', 'trialConditions'], choices: [...trialConditions] },
  ],
};

/**
 * The second version knows how long a proefplaatsing may take, and that nobody is paid for one: it counts for no
 * banenafspraak. All else is as in the first, which never changes.
 */
export const placementFormV2: FormDefinition = {
  ...placementFormV1,
  version: 2,
  sections: placementFormV1.sections.flatMap((section): readonly FormSection[] => (section.id === 'work' ? [section, trial] : [{ ...section, fields: section.fields.map(unpaidOnTrial) }])),
  texts: {
    nl: {
      ...placementFormV1.texts.nl,
      'trial.title': 'Proefplaatsing',
      'trialThrough.label': 'Afgesproken tot en met',
      'trialReason.label': 'Waarom langer dan twee maanden?',
      'trialReason.meer-inwerktijd': 'Het werk vraagt meer inwerktijd',
      'trialReason.weinig-uren': 'Er zijn maar weinig uren per week',
      'trialReason.onderbroken': 'De proefplaatsing is onderbroken',
      'trialReason.andere-taken': 'Er worden ook andere taken geprobeerd',
      'trialReason.anders': 'Anders, zie het plan van aanpak',
      'trialConditions.label': 'Dit klopt',
      'trialConditions.contract-van-zes-maanden': 'De werkgever wil daarna een contract van minstens zes maanden geven',
      'trialConditions.zelfde-uren': 'Dat contract is voor ten minste hetzelfde aantal uren',
      'trialConditions.nieuw-in-deze-functie': 'Deze persoon werkte daar nog niet in deze functie',
      'trialConditions.verzekerd': 'De werkgever heeft een ongevallen- en aansprakelijkheidsverzekering',
      'endedOn.label': 'Laatste dag',
      'endedOn.hint': 'Leeg zolang het werk doorgaat. Een dag die nog komt mag ook.',
    },
    en: {
      ...placementFormV1.texts.en,
      'trial.title': 'Trial placement',
      'trialThrough.label': 'Agreed through',
      'trialReason.label': 'Why longer than two months?',
      'trialReason.meer-inwerktijd': 'The work takes longer to learn',
      'trialReason.weinig-uren': 'There are few hours a week',
      'trialReason.onderbroken': 'The trial was interrupted',
      'trialReason.andere-taken': 'Other tasks are tried out as well',
      'trialReason.anders': 'Other, see the plan van aanpak',
      'trialConditions.label': 'This is so',
      'trialConditions.contract-van-zes-maanden': 'The employer intends to give a contract of at least six months afterwards',
      'trialConditions.zelfde-uren': 'That contract is for at least as many hours',
      'trialConditions.nieuw-in-deze-functie': 'This person has not worked there in this function before',
      'trialConditions.verzekerd': 'The employer is insured against accidents and liability',
      'endedOn.label': 'Last day',
      'endedOn.hint': 'Empty as long as the work goes on. A day to come is fine too.',
    },
  },
};

function unpaidOnTrial(field: FormField): FormField {
  return field.id === 'banenafspraak' ? { ...field, shownWhen: { not: { field: 'form', isOneOf: ['beschut-werk', 'proefplaatsing'] } } } : field;
}
