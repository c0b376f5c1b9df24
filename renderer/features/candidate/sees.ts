import type { Kind } from '#shared/domain/kinds.ts';
import { readReach } from '#shared/domain/rights.ts';
import type { Role } from '#shared/domain/roles.ts';

/**
 * Whether this role ever gets records of a kind. Who does not must not read "nog geen bezoek": there may be many, they
 * are only not theirs to see.
 */
export function sees(role: Role, kind: Kind): boolean {
  return readReach(role, kind) !== null;
}
