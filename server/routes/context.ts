import type { FastifyRequest } from 'fastify';
import type pg from 'pg';
import { deviceIdSchema, type DeviceId } from '#shared/domain/ids.ts';
import type { Principal } from '#shared/domain/roles.ts';
import type { Clock } from '#shared/lib/clock.ts';
import { oldestProtocol } from '#shared/sync/operation.ts';
import { deviceHeader, protocolHeader, userHeader } from '#shared/sync/session-protocol.ts';
import type { Identity } from '../auth/identity.ts';
import type { Sessions } from '../auth/sessions.ts';
import type { Log } from '../http/log.ts';
import type { LiveHub } from '../live/live-hub.ts';
import { HttpProblem } from '../http/problem.ts';
import type { ServerStore } from '../sync/server-store.ts';

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

/** [VER5] An app so old that it would misunderstand the answer gets none. @throws HttpProblem `too-old` */
export function speaksOurProtocol(request: FastifyRequest): void {
  const header = request.headers[protocolHeader];
  if (header === undefined) return;
  if (typeof header !== 'string' || !/^\d{1,6}$/.test(header)) throw new HttpProblem('invalid', [{ path: [protocolHeader], code: 'value.invalid' }]);
  if (Number(header) < oldestProtocol) throw new HttpProblem('too-old');
}

/** @returns the device that asks, or null when it does not say */
export function askingDevice(request: FastifyRequest): DeviceId | null {
  const header = request.headers[deviceHeader];
  if (header === undefined) return null;
  const parsed = deviceIdSchema.safeParse(header);
  if (!parsed.success) throw new HttpProblem('invalid', [{ path: [deviceHeader], code: 'id.invalid' }]);
  return parsed.data;
}
