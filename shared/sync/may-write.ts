import type { Kind } from '../domain/kinds.ts';
import type { Principal, Role } from '../domain/roles.ts';
import { allowedGroups, groupsOfRole, type DossierPlace } from '../domain/rights.ts';
import type { Violation } from '../domain/violation.ts';
import type { Operation } from './operation.ts';

/**
 * May this person write these groups in a dossier that lies there? Asked for the place before and after a change [APPLY6].
 * An operation that writes nothing is nobody's right: its answer would tell whether the record exists.
 */
export function mayWrite(principal: Principal, operation: Operation, place: DossierPlace): boolean {
  return mayWriteGroups(principal, operation.record.kind, Object.keys(operation.payload), place);
}

export function mayWriteGroups(principal: Principal, kind: Kind, written: readonly string[], place: DossierPlace): boolean {
  const allowed = allowedGroups('write', principal, kind, place);
  return written.length > 0 && written.every((group) => allowed.includes(group));
}

/** May somebody in this role write these groups of anybody at all? */
export function roleMayWrite(role: Role, { record, payload }: Operation): boolean {
  const [allowed, written] = [groupsOfRole('write', role, record.kind), Object.keys(payload)];
  return written.length > 0 && written.every((group) => allowed.includes(group));
}

/** The field in which a record names who did the work. It is evidence: nobody signs for another. */
const signedFor: Readonly<Partial<Record<Kind, readonly [group: string, field: string]>>> = {
  visit: ['facts', 'heldBy'],
  measurement: ['facts', 'expertId'],
  intake: ['facts', 'heldBy'],
  planOutcome: ['facts', 'notedBy'],
  coachingPlan: ['shared', 'coachId'],
  coachingReport: ['facts', 'coachId'],
  signature: ['signature', 'userId'],
  supportSignature: ['signature', 'userId'],
  certificate: ['certificate', 'holderId'],
};

/** @returns what names another person than the author as the one who did the work */
export function signsForAnother(operation: Operation): readonly Violation[] {
  const path = signedFor[operation.record.kind];
  if (path === undefined) return [];
  const [group, field] = path;
  const named = (operation.payload[group] as Readonly<Record<string, unknown>> | null | undefined)?.[field];
  // Null names nobody: an employer signs on a colleague's device.
  return named === undefined || named === null || named === operation.userId ? [] : [{ path, code: 'author.other' }];
}
