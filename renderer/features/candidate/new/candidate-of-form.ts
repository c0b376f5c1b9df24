import type { FormFinding } from '#renderer/components/form/use-record-form.ts';
import { judgeRecord } from '#shared/domain/judge.ts';
import type { Groups } from '#shared/domain/kinds.ts';
import type { Principal } from '#shared/domain/roles.ts';
import { newCandidateFormV1 } from '#shared/forms/candidate/new-candidate.v1.ts';
import { withServedMunicipalities } from '#shared/forms/candidate/served-municipalities.ts';
import { numbersOfStatus } from '#shared/forms/candidate/status.v1.ts';
import type { FormDefinition } from '#shared/forms/form-definition.ts';
import type { FormReading } from '#shared/forms/read-form.ts';
import { formPathOf, groupsOfForm } from '#shared/forms/record-of-form.ts';

/** Only a municipality that this person serves: elsewhere the server would refuse it. */
export function newCandidateFormOf({ municipalities }: Principal): FormDefinition {
  return withServedMunicipalities(newCandidateFormV1, municipalities);
}

/** The file of a new person as the form says it. Whoever makes it is the consultant in the team until somebody else is. */
export function candidateOf(definition: FormDefinition, reading: FormReading, { userId, role }: Principal): Groups<'candidate'> {
  const { identity, bsn, registration, status = {}, contact } = groupsOfForm(definition, reading);
  return {
    identity,
    // Not asked for where it is not needed: an empty group would be a wrong BSN.
    ...(bsn?.['bsn'] === '' || bsn === undefined ? {} : { bsn }),
    registration: { ...registration, closedOn: null },
    status: numbersOfStatus(status),
    ...(Object.values(contact ?? {}).every((answer) => answer === '') ? {} : { contact }),
    team: { jobcoach: null, consultant: role === 'consultant' ? userId : null, expert: null },
  } as unknown as Groups<'candidate'>;
}

export function judgeCandidateForm(definition: FormDefinition, reading: FormReading, principal: Principal): readonly FormFinding[] {
  if (reading.violations.length > 0) return [];
  return judgeRecord('candidate', candidateOf(definition, reading, principal)).map((violation) => ({ ...violation, path: formPathOf(definition, reading, violation.path) ?? [] }));
}
