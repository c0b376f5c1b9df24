import type { FastifyRequest } from 'fastify';
import type { Principal } from '#shared/domain/roles.ts';

/** Who asks. Today a session of the demo's sign-in, later one that an identity provider vouched for; routes see no difference. */
export interface Identity {
  /** @returns null when nobody is signed in */
  principalOf(request: FastifyRequest): Promise<Principal | null>;
}
