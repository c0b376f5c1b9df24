import type { FastifyInstance } from 'fastify';
import { HttpProblem } from '../http/problem.ts';
import { provenDevice, type RouteContext } from './context.ts';

/** A stream that says when to pull (server-sent events, read over fetch: EventSource cannot prove a device). */
export function liveRoutes(app: FastifyInstance, context: RouteContext): void {
  app.get('/v1/live', async (request, reply) => {
    const { principal, deviceId } = await provenDevice(context, request, reply);
    const stream = await context.live.open(principal, async () => {
      const asker = await context.identity.askerOf(request, deviceId);
      return asker === null || asker.device === null || asker.device.isRevoked ? null : asker.principal;
    });
    if (stream === null) throw new HttpProblem('busy');
    return reply
      .type('text/event-stream')
      // Every proxy on the way passes each message on at once, and as it is.
      .headers({ 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' })
      .send(stream);
  });
  app.addHook('preClose', () => context.live.close());
}
