import { statusTexts } from './candidate/status.v1.ts';
import type { FormDefinition } from './form-definition.ts';
import { intakeFormV1 } from './intake.v1.ts';

const ofTheFile = (key: string): boolean => /^(selfReliance|labourMarketRelation)\.(?!label$)/.test(key);
const axesIn = (texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(texts).filter(([key]) => ofTheFile(key)));

/**
 * The second version asks the two axes in the words of the file: what is decided here becomes the file's, and '4' must not
 * be one thing in the talk and another in the file. All else is as in the first, which never changes.
 * @source DOMAIN "Words": two axes
 */
export const intakeFormV2: FormDefinition = {
  ...intakeFormV1,
  version: 2,
  texts: {
    nl: { ...intakeFormV1.texts.nl, ...axesIn(statusTexts.nl) },
    en: { ...intakeFormV1.texts.en, ...axesIn(statusTexts.en) },
  },
};
