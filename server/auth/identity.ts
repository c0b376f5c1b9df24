import type { FastifyRequest } from 'fastify';
import type { DeviceId, UserId } from '#shared/domain/ids.ts';
import type { Principal } from '#shared/domain/roles.ts';

/** A device as the server knows it. */
export interface KnownDevice {
  readonly userId: UserId;
  /** Raw Ed25519. */
  readonly publicKey: Uint8Array;
  readonly isRevoked: boolean;
}

/** Who is signed in, and what is known of the device that they ask with. */
export interface Asker {
  readonly principal: Principal;
  /** What the challenges of this session are made with. */
  readonly challengeKey: Uint8Array;
  /** The one device of this session; null before its first use [PROOF4]. */
  readonly boundTo: DeviceId | null;
  /** The device that was asked about; null when it was never registered in this region. */
  readonly device: KnownDevice | null;
}

/** Who asks. Today a session of the demo's sign-in, later one that an identity provider vouched for; routes see no difference. */
export interface Identity {
  /** @returns null when nobody is signed in */
  principalOf(request: FastifyRequest): Promise<Principal | null>;
  /** @returns null when nobody is signed in */
  askerOf(request: FastifyRequest, deviceId: DeviceId): Promise<Asker | null>;
  /** From now on this session is this device's, and no other's. @returns false when it is another's already */
  bind(request: FastifyRequest, deviceId: DeviceId): Promise<boolean>;
}
