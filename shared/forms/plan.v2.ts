import { instrumentKinds, planInstruments } from '../domain/records/plan.ts';
import type { FormDefinition, FormSection } from './form-definition.ts';
import { planFormV1 } from './plan.v1.ts';
import { planTextsV2 } from './plan.v2.texts.ts';

/** One list for each thing that an instrument is for: fourteen in one are not read. */
const instruments: FormSection = {
  id: 'instruments',
  fields: instrumentKinds.map((id) => ({ type: 'multiple', id, writesTo: ['content', id], choices: [...planInstruments[id]] })),
};

/**
 * The second version asks which instruments the plan puts to use, after the road and before what somebody can do. All else is
 * as in the first, which never changes.
 * @source DOMAIN "Words": instrument
 */
export const planFormV2: FormDefinition = {
  ...planFormV1,
  version: 2,
  sections: planFormV1.sections.flatMap((section): readonly FormSection[] => (section.id === 'road' ? [section, instruments] : [section])),
  texts: planTextsV2,
};
