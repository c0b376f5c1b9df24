import type { z } from 'zod';
import { checkForm } from '../forms/check-form.ts';
import { regionForms } from '../forms/form-places.ts';
import { bundledCoachingParameters, coachingParametersSchema } from './coaching/coaching-parameters.ts';
import { guardWordsId, guardWordsSchema } from './guard/guard-words.ts';
import type { Groups } from './kinds.ts';
import { lksParametersId, lksParametersSchema } from './loonkostensubsidie/lks-parameters.ts';
import type { Violation } from './violation.ts';

/** Documents that are calculated or looked up with, by their names: one that does not fit would be passed over by every device in silence. */
const tables: Readonly<Record<string, z.ZodType<{ readonly version: number }>>> = {
  [lksParametersId]: lksParametersSchema,
  [bundledCoachingParameters.id]: coachingParametersSchema,
  [guardWordsId]: guardWordsSchema,
};

/** What a document of the region must be to do what its name says. A document of another name is not known here, and kept as it is. */
export function judgeRegionDocument({ document }: Groups<'regionDocument'>): readonly Violation[] {
  if (document === undefined) return [];
  if (regionForms.includes(document.id)) return judgeForm(document);
  const table = Object.hasOwn(tables, document.id) ? tables[document.id] : undefined;
  if (table === undefined) return [];
  const parsed = table.safeParse(document.content);
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => ({
      path: ['document', 'content', ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))],
      code: /^parameters\.[a-zA-Z]+$/.test(issue.message) ? issue.message : 'parameters.invalid',
    }));
  }
  return parsed.data.version === document.version ? [] : [{ path: ['document', 'version'], code: 'parameters.otherVersion' }];
}

/** A form that cannot be asked must reach nobody; a device checks again, for what another release of the server let through. */
function judgeForm({ id, version, content }: NonNullable<Groups<'regionDocument'>['document']>): readonly Violation[] {
  const checked = checkForm(content);
  if (!checked.ok) return [{ path: ['document', 'content'], code: 'record.formBroken' }];
  return checked.value.id === id && checked.value.version === version ? [] : [{ path: ['document', 'version'], code: 'record.otherVersion' }];
}
