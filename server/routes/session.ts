import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import type { Principal } from '#shared/domain/roles.ts';
import type { SessionResponse } from '#shared/sync/session-protocol.ts';
import { withTransaction } from '../db/transaction.ts';
import { signedIn, type RouteContext } from './context.ts';

export function sessionRoutes(app: FastifyInstance, context: RouteContext): void {
  app.get('/v1/session', async (request) => describeSession(context.pool, await signedIn(context, request)));

  app.delete('/v1/session', async (request, reply) => {
    const principal = await context.identity.principalOf(request);
    await context.sessions.end(request, reply);
    if (principal !== null) await context.live.recheck(principal.userId);
    return reply.code(204).send();
  });
}

export async function describeSession(pool: pg.Pool, principal: Principal): Promise<SessionResponse> {
  const name = await withTransaction(pool, principal, 'snapshot', async (client) => {
    const { rows: [row] } = await client.query<{ name: string }>('select name from region where id = $1', [principal.region]);
    return row?.name ?? principal.region;
  });
  return { principal: { ...principal, municipalities: [...principal.municipalities] }, region: { id: principal.region, name } };
}
