import { formatDay, type FormatLanguage } from '#renderer/components/format.ts';
import { judgeRecord } from '#shared/domain/judge.ts';
import type { CoachingFacts } from '#shared/domain/records/coaching.ts';
import type { Violation } from '#shared/domain/violation.ts';
import { coachingEndFormV1 } from '#shared/forms/coaching-end.v1.ts';
import type { FormValues } from '#shared/forms/form-definition.ts';
import { startValues, type FormReading } from '#shared/forms/read-form.ts';
import { formPathOf, groupsOfForm } from '#shared/forms/record-of-form.ts';

/** An end that was recorded before is there to be changed; else nothing is chosen beforehand. */
export function startOfEnd({ endedOn, endReason }: Pick<CoachingFacts, 'endedOn' | 'endReason'>, language: FormatLanguage): FormValues {
  return startValues(coachingEndFormV1, { endedOn: endedOn === null ? '' : formatDay(endedOn, language), endReason: endReason ?? '' });
}

/** The trajectory with this end; all else about it stays. */
export function endOfForm(reading: FormReading, known: CoachingFacts): { readonly facts: CoachingFacts; readonly violations: readonly Violation[] } {
  const facts = { ...known, ...groupsOfForm(coachingEndFormV1, reading)['facts'] } as CoachingFacts;
  const violations = judgeRecord('coaching', { facts }).map((violation) => ({ ...violation, path: formPathOf(coachingEndFormV1, reading, violation.path) ?? [] }));
  return { facts, violations };
}
