import type { FormFinding } from '#renderer/components/form/use-record-form.ts';
import { computeByMethod } from '#shared/domain/loonwaarde/compute-loonwaarde.ts';
import type { LoonwaardeMethod } from '#shared/domain/loonwaarde/methods.ts';
import type { FormDefinition } from '#shared/forms/form-definition.ts';
import type { FormReading, ItemAnswers } from '#shared/forms/read-form.ts';
import { formPathOf } from '#shared/forms/record-of-form.ts';
import { currentMethod, findingsOfForm, measurementOf, tasksOf, type MeasurementFrame } from './measurement-of-form.ts';

/** Everything the method and the record's rule have against the form as it stands, with its place on the form. */
export function judgeForm(definition: FormDefinition, reading: FormReading, frame: MeasurementFrame): readonly FormFinding[] {
  const found = findingsOfForm(reading, frame.method);
  const blocking = found.filter(({ severity }) => severity === 'blocks');
  const whole = reading.violations.length === 0 && blocking.length === 0 ? measurementOf(definition, reading, frame).violations : [];
  const onForm = [...blocking, ...whole].map(({ path, code, params = {} }) => ({ path: placeOf(definition, reading, path), code, params }));
  return [...onForm, ...notConfirmed(definition, reading, frame), ...openQuestions(definition, reading, frame.method)];
}

/** A short contact that finds another loonwaarde has confirmed nothing: then it was a measurement. */
function notConfirmed(definition: FormDefinition, reading: FormReading, { method, confirms }: MeasurementFrame): readonly FormFinding[] {
  if (reading.answers['occasion'] !== 'short-contact' || confirms === null) return [];
  const computed = computeByMethod(method, tasksOf(reading), reading.answers['regularPerformance'] === true);
  if (!computed.ok || computed.value.loonwaarde === confirms.loonwaarde) return [];
  return [{ path: formPathOf(definition, reading, ['facts', 'occasion']) ?? [], code: 'loonwaarde.shortContactDiffers', params: { earlier: confirms.loonwaarde, now: computed.value.loonwaarde } }];
}

/** A field that only the draft knows by its own name has its place all the same. */
function placeOf(definition: FormDefinition, reading: FormReading, path: readonly (string | number)[]): readonly (string | number)[] {
  const own = path.join('.') === 'facts.reportedLoonwaarde' ? 'reportedLoonwaarde' : path.join('.') === 'result.finalisedOn' ? 'finalisedOn' : null;
  const asked = own !== null && definition.sections.some(({ fields }) => fields.some(({ id }) => id === own));
  return asked ? [own] : (formPathOf(definition, reading, path) ?? []);
}

/**
 * "Is dezelfde beperking niet dubbel geteld?" stands open where two explanations are the same, until the person who was
 * there says that it was looked at. A file that is taken over was looked at by whoever made it.
 */
export function openQuestions(definition: FormDefinition, reading: FormReading, method: LoonwaardeMethod = currentMethod()): readonly FormFinding[] {
  if (method.name !== 'uniform-2021') return [];
  const items = (reading.answers['hoofdtaken'] ?? []) as readonly ItemAnswers[];
  return findingsOfForm(reading, method)
    .filter(({ code }) => code === 'loonwaarde.sameExplanationTwice')
    .flatMap(({ path, code }) => {
      const [, , index] = path;
      const answered = typeof index === 'number' && items[index]?.['countedOnce'] === true;
      const place = formPathOf(definition, reading, [...path, 'countedOnce']);
      return answered || place === null ? [] : [{ path: place, code }];
    });
}
