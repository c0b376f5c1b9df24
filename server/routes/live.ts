import type { FastifyInstance } from 'fastify';
import { HttpProblem } from '../http/problem.ts';
import { signedIn, type RouteContext } from './context.ts';

/**
 * A stream that says when to pull (server-sent events). A browser's EventSource sends no headers of ours: whose stream
 * it is follows from the session, and `hello` says it, so that the device can tell.
 */
export function liveRoutes(app: FastifyInstance, context: RouteContext): void {
  app.get('/v1/live', async (request, reply) => {
    const principal = await signedIn(context, request);
    const stream = await context.live.open(principal, () => context.identity.principalOf(request));
    if (stream === null) throw new HttpProblem('busy');
    return reply
      .type('text/event-stream')
      // Every proxy on the way passes each message on at once, and as it is.
      .headers({ 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' })
      .send(stream);
  });
  app.addHook('preClose', () => context.live.close());
}
