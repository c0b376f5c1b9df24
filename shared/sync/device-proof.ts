import type { DeviceId, UserId } from '../domain/ids.ts';

/** The server's challenge, renewed in every answer; a device signs the newest one that it heard. */
export const challengeHeader = 'veldwerk-challenge';
/** What the device signed: `<challenge> <Ed25519, base64>`. */
export const proofHeader = 'veldwerk-proof';
/** Where an answer names what is missing of the device: `Veldwerk error="<objection>"` (RFC 9110, 11.6.1). */
export const objectionHeader = 'www-authenticate';

/**
 * Why a request in a living session gets nothing. `proof-needed`: sign the challenge beside this, and ask again.
 * `device-unknown`: the server does not know the key (any more). `other-device`: this session belongs to another device.
 */
export const deviceObjections = ['proof-needed', 'device-unknown', 'other-device', 'device-revoked'] as const;
export type DeviceObjection = (typeof deviceObjections)[number];

export const objectionText = (objection: DeviceObjection): string => `Veldwerk error="${objection}"`;

/** @returns null when the answer names none: it is another kind of answer, or not our server's */
export function objectionIn(header: string | null): DeviceObjection | null {
  return deviceObjections.find((objection) => header === objectionText(objection)) ?? null;
}

export interface ProvenRequest {
  readonly method: string;
  /** Path and query as they are sent. */
  readonly target: string;
  readonly challenge: string;
  readonly userId: UserId;
  readonly deviceId: DeviceId;
}

/**
 * What a device signs to be answered: this request and no other, in this session, soon [PROOF2]. It begins like nothing
 * else that the key signs, so that no operation or line of the journal can be made of it.
 * @source RFC 9449 (DPoP), with a challenge of the server in the place of the device's clock
 */
export function proofText({ method, target, challenge, userId, deviceId }: ProvenRequest): string {
  return ['veldwerk/proof/v1', method, target, challenge, userId, deviceId].join('\n');
}
