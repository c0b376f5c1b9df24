import type { FastifyInstance } from 'fastify';
import { withTransaction } from '../db/transaction.ts';
import type { RouteContext } from './context.ts';

/** 200 as soon as this server is usable: it listens and its database answers. */
export function healthRoutes(app: FastifyInstance, context: RouteContext): void {
  app.get('/health', async () => {
    await withTransaction(context.pool, 'system', 'snapshot', (client) => client.query('select 1'));
    return { status: 'ok' };
  });
}
