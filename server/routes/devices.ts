import type { FastifyInstance } from 'fastify';
import { deviceRegistrationSchema, userHeader } from '#shared/sync/session-protocol.ts';
import { currentSealingKey } from '../auth/sealing-key.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { withTransaction } from '../db/transaction.ts';
import { parse } from '../http/parse.ts';
import { HttpProblem } from '../http/problem.ts';
import { sameUser, signedIn, type RouteContext } from './context.ts';

/** A device tells its public key once; what it signs is only believed afterwards [OP4]. */
export function deviceRoutes(app: FastifyInstance, context: RouteContext): void {
  app.post('/v1/devices', async (request, reply) => {
    const principal = await signedIn(context, request);
    if (request.headers[userHeader] !== undefined) sameUser(request, principal);
    const { deviceId, publicKey } = parse(deviceRegistrationSchema, request.body);
    const key = Buffer.from(publicKey, 'base64');
    // Before the session is bound for good: what this refuses must leave it to the device that it is of.
    const asker = await context.identity.askerOf(request, deviceId);
    if (asker === null) throw new HttpProblem('signed-out');
    if (asker.boundTo !== null && asker.boundTo !== deviceId) throw new HttpProblem('other-device');
    const { device } = asker;
    if (device !== null && (device.userId !== principal.userId || !key.equals(device.publicKey))) throw new HttpProblem('device-taken');
    if (device?.isRevoked === true) throw new HttpProblem('device-revoked');
    // [PROOF4] Whoever finds a session open must not be able to add a device of their own to it.
    if (!(await context.identity.bind(request, deviceId))) throw new HttpProblem('other-device');
    const nowMs = context.clock.nowMs();
    const { created, sealingKey } = await withTransaction(context.pool, principal, 'write', async (client) => {
      const sealingKey = await currentSealingKey(client, principal.region, nowMs);
      const { rowCount } = await client.query(
        `insert into device (region, device_id, user_id, public_key, registered_at_ms, last_contact_at_ms) values ($1, $2, $3, $4, $5, $5)
         on conflict (region, device_id) do nothing`,
        [principal.region, deviceId, principal.userId, key, nowMs],
      );
      if (rowCount === 1) {
        await writeAudit(client, { principal, action: 'device', result: 'registered', atMs: nowMs, requestId: request.id, deviceId });
        return { created: true, sealingKey };
      }
      const { rows: [row] } = await client.query<{ user_id: string; public_key: Buffer; revoked: boolean }>(
        'select user_id, public_key, revoked_at_ms is not null as revoked from device where region = $1 and device_id = $2', [principal.region, deviceId]);
      if (row === undefined || row.user_id !== principal.userId || !row.public_key.equals(key)) throw new HttpProblem('device-taken');
      if (row.revoked) throw new HttpProblem('device-revoked');
      return { created: false, sealingKey };
    });
    return reply.code(created ? 201 : 200).send({ deviceId, sealingKey });
  });
}
