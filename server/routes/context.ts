import type { FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { deviceIdSchema, type DeviceId } from '#shared/domain/ids.ts';
import type { Principal } from '#shared/domain/roles.ts';
import type { Clock } from '#shared/lib/clock.ts';
import { challengeHeader, proofHeader, proofText } from '#shared/sync/device-proof.ts';
import { deviceHeader, userHeader } from '#shared/sync/session-protocol.ts';
import { isLivingChallenge, makeChallenge } from '../auth/challenge.ts';
import type { Identity } from '../auth/identity.ts';
import type { Sessions } from '../auth/sessions.ts';
import type { Log } from '../http/log.ts';
import type { LiveHub } from '../live/live-hub.ts';
import { HttpProblem } from '../http/problem.ts';
import type { ServerStore } from '../sync/server-store.ts';
import { verifyText } from '../sync/verify-signature.ts';

/** What every route is given. */
export interface RouteContext {
  readonly pool: pg.Pool;
  readonly store: ServerStore;
  readonly clock: Clock;
  readonly identity: Identity;
  readonly sessions: Sessions;
  readonly log: Log;
  readonly live: LiveHub;
}

/** @throws HttpProblem `signed-out` */
export async function signedIn(context: RouteContext, request: FastifyRequest): Promise<Principal> {
  const principal = await context.identity.principalOf(request);
  if (principal === null) throw new HttpProblem('signed-out');
  return principal;
}

/** [PUSH6] The device says whose work it sends or fetches; it must be the session's. @throws HttpProblem `other-user` */
export function sameUser(request: FastifyRequest, principal: Principal): void {
  if (request.headers[userHeader] !== principal.userId) throw new HttpProblem('other-user');
}

/** A person who is signed in, on a device of theirs that is unlocked. */
export interface Asking {
  readonly principal: Principal;
  readonly deviceId: DeviceId;
}

/**
 * Whatever hands out data, or takes work, asks this first: the session alone is not enough, for a locked laptop has one
 * too. The device is registered, this person's, not withdrawn, and its key signed this very request [PROOF1].
 * @throws HttpProblem, with a new challenge where a proof is what is missing
 */
export async function provenDevice(context: RouteContext, request: FastifyRequest, reply: FastifyReply): Promise<Asking> {
  const known = proven.get(request);
  if (known !== undefined) return known;
  const deviceId = askingDevice(request);
  const asker = deviceId === null ? null : await context.identity.askerOf(request, deviceId);
  const principal = asker?.principal ?? (await signedIn(context, request));
  sameUser(request, principal);
  // One that names no device has none to prove.
  if (deviceId === null || asker === null) throw new HttpProblem('device-unknown');
  const { device, challengeKey, boundTo } = asker;
  const nowMs = context.clock.nowMs();
  reply.header(challengeHeader, makeChallenge(challengeKey, nowMs));
  // Another's device and one that does not exist give one answer.
  if (device === null || device.userId !== principal.userId) throw new HttpProblem('device-unknown');
  const [challenge = '', signature = ''] = String(request.headers[proofHeader] ?? '').split(' ');
  const text = proofText({ method: request.method, target: request.url, challenge, userId: principal.userId, deviceId });
  if (!isLivingChallenge(challengeKey, challenge, nowMs) || !(await verifyText(text, signature, device.publicKey))) throw new HttpProblem('proof-needed');
  if (device.isRevoked) throw new HttpProblem('device-revoked');
  if (boundTo !== deviceId && (boundTo !== null || !(await context.identity.bind(request, deviceId)))) throw new HttpProblem('other-device');
  const asking = { principal, deviceId };
  proven.set(request, asking);
  return asking;
}

/** What the hook before the body found out, for the route after it. */
const proven = new WeakMap<FastifyRequest, Asking>();


/** @returns the device that asks, or null when it does not say */
function askingDevice(request: FastifyRequest): DeviceId | null {
  const header = request.headers[deviceHeader];
  if (header === undefined) return null;
  const parsed = deviceIdSchema.safeParse(header);
  if (!parsed.success) throw new HttpProblem('invalid', [{ path: [deviceHeader], code: 'id.invalid' }]);
  return parsed.data;
}
