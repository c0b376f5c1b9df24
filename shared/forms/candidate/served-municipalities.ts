import type { MunicipalityCode } from '../../domain/municipalities.ts';
import type { FormDefinition } from '../form-definition.ts';

const why = {
  nl: 'Je ziet de gemeenten waar je voor werkt. Verhuist iemand naar een andere? Vraag dan een collega die voor allebei werkt.',
  en: 'You see the municipalities that you work for. Does somebody move to another one? Then ask a colleague who works for both.',
};

/**
 * A form that asks for a municipality, asked by somebody: only those that they serve, because nobody makes or moves a file
 * outside their own reach [APPLY6], and why the others are not there.
 */
export function withServedMunicipalities(definition: FormDefinition, served: readonly MunicipalityCode[]): FormDefinition {
  let left = false;
  const sections = definition.sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) => {
      if (field.id !== 'municipality' || field.type !== 'choice') return field;
      const choices = field.choices.filter((code) => served.includes(code as MunicipalityCode));
      left = choices.length < field.choices.length;
      return { ...field, choices };
    }),
  }));
  const { nl, en } = definition.texts;
  return left ? { ...definition, sections, texts: { nl: { ...nl, 'municipality.hint': why.nl }, en: { ...en, 'municipality.hint': why.en } } } : definition;
}
