import { checkForm, type FormFault } from './check-form.ts';
import { coachingFormV1 } from './coaching.v1.ts';
import { coachingEndFormV1 } from './coaching-end.v1.ts';
import { coachingPlanFormV1 } from './coaching-plan.v1.ts';
import { coachingReportFormV1 } from './coaching-report.v1.ts';
import { coachingReportFormV2 } from './coaching-report.v2.ts';
import type { FormDefinition } from './form-definition.ts';
import { intakeFormV1 } from './intake.v1.ts';
import { intakeFormV2 } from './intake.v2.ts';
import { measurementFormV1 } from './measurement.v1.ts';
import { measurementFormV2 } from './measurement.v2.ts';
import { olderMeasurementFormV1 } from './older-measurement.v1.ts';
import { planFormV1 } from './plan.v1.ts';
import { planFormV2 } from './plan.v2.ts';
import { visitFormV1 } from './visit.v1.ts';
import { visitFormV2 } from './visit.v2.ts';
import { visitFormV3 } from './visit.v3.ts';

/** Every version that a release brings along; one that was ever asked is never removed. */
const bundled: readonly FormDefinition[] = [intakeFormV1, intakeFormV2, measurementFormV1, measurementFormV2, olderMeasurementFormV1, planFormV1, planFormV2, visitFormV1, visitFormV2, visitFormV3, coachingFormV1, coachingEndFormV1, coachingPlanFormV1, coachingReportFormV1, coachingReportFormV2];

/** A form that arrived and cannot be asked: told, and passed over. */
export interface UnusableForm {
  readonly version: number;
  readonly faults: readonly FormFault[];
}

export interface DeliveredForms {
  /** The valid version with the highest number: what new answers are given to. */
  readonly current: FormDefinition;
  /** Every version that can be read, by its number. */
  readonly versions: ReadonlyMap<number, FormDefinition>;
  readonly unusable: readonly UnusableForm[];
}

/** Versions up to here are the releases'; a region numbers its own from here on, so that the two never mean the same number. */
const lastReleaseVersion = 1_000;

/** The number of the version that a region publishes next. */
export function nextRegionVersion(documents: readonly { readonly id: string; readonly version: number }[], formId: string): number {
  return Math.max(lastReleaseVersion, ...documents.filter(({ id }) => id === formId).map(({ version }) => version)) + 1;
}

/**
 * The versions of one form, given what the server delivered. A definition that does not pass the check is left out and
 * told; a version that a release brought along is the release's: no document can put other questions in its place.
 * @param documents the region's documents, of whatever name, as they came @throws RangeError when no release ever had this form
 */
export function deliveredForms(formId: string, documents: readonly { readonly id: string; readonly version: number; readonly content: unknown }[]): DeliveredForms {
  const versions = new Map(bundled.filter(({ id }) => id === formId).map((definition) => [definition.version, definition]));
  const own = new Set(versions.keys());
  const unusable: UnusableForm[] = [];
  for (const { id, version, content } of documents) {
    if (id !== formId || own.has(version)) continue;
    const checked = checkForm(content);
    if (!checked.ok) unusable.push({ version, faults: checked.problem });
    else if (checked.value.id !== formId || checked.value.version !== version) unusable.push({ version, faults: [{ where: 'version', code: 'otherVersion', detail: `${checked.value.id} ${checked.value.version}` }] });
    else if (!versions.has(version)) versions.set(version, checked.value);
  }
  const current = versions.get(Math.max(...versions.keys()));
  if (current === undefined) throw new RangeError(`deliveredForms: ${formId}`);
  return { current, versions, unusable };
}
