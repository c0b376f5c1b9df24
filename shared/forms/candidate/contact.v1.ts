import type { FormDefinition, FormField } from '../form-definition.ts';

export const contactFields: readonly FormField[] = [
  { type: 'line', id: 'phone', writesTo: ['contact', 'phone'], maximum: 30, purpose: 'tel' },
  { type: 'line', id: 'email', writesTo: ['contact', 'email'], maximum: 120, purpose: 'email' },
  { type: 'line', id: 'street', writesTo: ['contact', 'street'], maximum: 120, purpose: 'name' },
  { type: 'line', id: 'postcode', writesTo: ['contact', 'postcode'], maximum: 10, purpose: 'name' },
  { type: 'line', id: 'place', writesTo: ['contact', 'place'], maximum: 80, purpose: 'name' },
];

export const contactTexts = {
  nl: {
    'contact.title': 'Contact',
    'phone.label': 'Telefoon',
    'email.label': 'E-mail',
    'street.label': 'Straat en huisnummer',
    'postcode.label': 'Postcode',
    'place.label': 'Plaats',
  },
  en: {
    'contact.title': 'Contact',
    'phone.label': 'Telephone',
    'email.label': 'E-mail',
    'street.label': 'Street and number',
    'postcode.label': 'Postal code',
    'place.label': 'Town',
  },
} as const;

export const contactFormV1: FormDefinition = { id: 'candidateContact', version: 1, sections: [{ id: 'contact', fields: contactFields }], rules: [], texts: contactTexts };
