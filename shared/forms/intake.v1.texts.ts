import type { FormTexts } from './form-definition.ts';
import { intakeBackgroundTextsV1 } from './intake/background-texts.v1.ts';
import { intakeDecisionTextsV1 } from './intake/decision-texts.v1.ts';
import { intakeWorkTextsV1 } from './intake/work-texts.v1.ts';

/** The words of the first intake form, in both languages. */
export const intakeTextsV1: FormTexts = {
  nl: { ...intakeBackgroundTextsV1.nl, ...intakeWorkTextsV1.nl, ...intakeDecisionTextsV1.nl },
  en: { ...intakeBackgroundTextsV1.en, ...intakeWorkTextsV1.en, ...intakeDecisionTextsV1.en },
};
