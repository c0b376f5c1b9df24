import type { FastifyInstance } from 'fastify';
import { demoSessionRequestSchema } from '#shared/sync/session-protocol.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { principalOfRow, type UserRow } from '../auth/sessions.ts';
import { withTransaction } from '../db/transaction.ts';
import { parse } from '../http/parse.ts';
import { HttpProblem } from '../http/problem.ts';
import { createRateLimit } from '../http/rate-limit.ts';
import type { RouteContext } from './context.ts';
import { describeSession } from './session.ts';

const demoUsers = 'select region, user_id, display_name, role, municipalities from app_user where demo';

/** The demo's sign-in: choose who you are. These routes do not exist in a server that is no demo. */
export function demoRoutes(app: FastifyInstance, context: RouteContext, signInsPerMinute: number): void {
  const limit = createRateLimit(context.clock, signInsPerMinute);
  app.get('/v1/demo/users', async () => {
    const rows = await withTransaction(context.pool, 'system', 'snapshot', async (client) => (await client.query<UserRow>(`${demoUsers} order by region, user_id`)).rows);
    return { users: rows.map(principalOfRow) };
  });

  app.post('/v1/demo/session', async (request, reply) => {
    const waitSeconds = limit.take(request.ip, 1);
    if (waitSeconds > 0) throw new HttpProblem('too-many', [], waitSeconds);
    const { userId } = parse(demoSessionRequestSchema, request.body);
    const principal = await withTransaction(context.pool, 'system', 'write', async (client) => {
      const { rows: [row] } = await client.query<UserRow>(`${demoUsers} and user_id = $1`, [userId]);
      if (row === undefined) throw new HttpProblem('not-found');
      const found = principalOfRow(row);
      await writeAudit(client, { principal: found, action: 'sign-in', result: 'demo', atMs: context.clock.nowMs(), requestId: request.id });
      return found;
    });
    await context.sessions.begin(request, reply, principal);
    return describeSession(context.pool, principal);
  });
}
