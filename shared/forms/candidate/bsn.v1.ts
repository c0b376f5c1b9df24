import type { FormDefinition, FormField } from '../form-definition.ts';

/** Nine digits and nothing else; its own group, because who may see a name may not always see a BSN. */
export const bsnField = { type: 'line', id: 'bsn', writesTo: ['bsn', 'bsn'], maximum: 9, purpose: 'name' } as const satisfies FormField;

export const bsnTexts = {
  nl: { 'bsn.title': 'BSN', 'bsn.label': 'Burgerservicenummer', 'bsn.hint': 'Negen cijfers. Alleen invullen als je het nodig hebt. Iedereen ziet daarna alleen de laatste drie.' },
  en: { 'bsn.title': 'BSN', 'bsn.label': 'Citizen service number', 'bsn.hint': 'Nine digits. Only fill it in when you need it. Everyone sees only the last three afterwards.' },
} as const;

export const bsnFormV1: FormDefinition = {
  id: 'candidateBsn',
  version: 1,
  sections: [{ id: 'bsn', fields: [{ ...bsnField, required: true }] }],
  rules: [],
  texts: bsnTexts,
};
