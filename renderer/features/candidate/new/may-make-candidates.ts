import { definitionOf } from '#shared/domain/kinds.ts';
import { groupsOfRole } from '#shared/domain/rights.ts';
import type { Role } from '#shared/domain/roles.ts';

/** Whether this role may make a file at all: it must be able to write all that a file must have. */
export function mayMakeCandidates(role: Role): boolean {
  const writes = groupsOfRole('write', role, 'candidate');
  return definitionOf('candidate').required.every((group) => writes.includes(group));
}
