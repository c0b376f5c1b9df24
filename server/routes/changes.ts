import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { pullLanes } from '#shared/sync/protocol.ts';
import { createPullAhead } from '../sync/pull-ahead.ts';
import { createPullMemory } from '../sync/pull-memory.ts';
import { sendCompressed } from '../http/compress.ts';
import { parse } from '../http/parse.ts';
import { provenDevice, type RouteContext } from './context.ts';

const counter = z.string().regex(/^\d{1,15}$/, 'value.invalid').transform(Number);
const querySchema = z.strictObject({ epoch: counter.optional(), after: counter.default(0), lane: z.enum(pullLanes).default('all') });

/** The one door through which rows, outcomes and what to forget leave the server [PULL1]. */
export function changesRoutes(app: FastifyInstance, context: RouteContext): void {
  const memoryOf = createPullMemory();
  const ahead = createPullAhead();
  app.get('/v1/changes', async (request, reply) => {
    const { principal, deviceId } = await provenDevice(context, request, reply);
    const { epoch, after, lane } = parse(querySchema, request.query);
    const fromTheFuture = (position: Readonly<Record<string, number>>): void => context.log.error({ event: 'cursor-from-the-future', requestId: request.id, ...position });
    const page = await ahead.answer(context.store, principal, { epoch: epoch ?? null, after, deviceId, lane, fromTheFuture, below: memoryOf(principal) }, context.clock.nowMs());
    return sendCompressed(request, reply.type('application/x-ndjson'), page);
  });
}
