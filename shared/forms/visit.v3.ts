import type { FormDefinition, FormField, FormSection } from './form-definition.ts';
import { visitFormV2 } from './visit.v2.ts';

/**
 * The third version knows which agreement of an earlier visit it goes on with, whatever becomes of its words. All else is
 * as in the second, which never changes.
 * @source DOMAIN "Placement, coaching, nazorg"
 */
export const visitFormV3: FormDefinition = {
  ...visitFormV2,
  version: 3,
  sections: visitFormV2.sections.map((section): FormSection => ({ ...section, fields: section.fields.map((field) => (field.id === 'agreements' ? withId(field) : field)) })),
  texts: {
    nl: { ...visitFormV2.texts.nl, 'agreementId.label': 'Kenmerk van de afspraak' },
    en: { ...visitFormV2.texts.en, 'agreementId.label': 'Reference of the agreement' },
  },
};

/** Never on the screen: it comes along with what is carried over, and a new agreement gets its own when it is kept. */
function withId(field: FormField): FormField {
  return field.type === 'list' ? { ...field, fields: [...field.fields, { type: 'line', id: 'agreementId', writesTo: ['id'], maximum: 64 }] } : field;
}
