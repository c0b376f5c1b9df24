import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { pushBatchSize, type PushResponse } from '#shared/sync/protocol.ts';
import { batchBodyBytes } from '../http/json-body.ts';
import { parse } from '../http/parse.ts';
import { HttpProblem } from '../http/problem.ts';
import { createRateLimit } from '../http/rate-limit.ts';
import { epochHeader } from '#shared/sync/session-protocol.ts';
import { receiveOperations } from '../sync/receive-operations.ts';
import { verifySignature } from '../sync/verify-signature.ts';
import { pushLog } from './push-log.ts';
import { provenDevice, type RouteContext } from './context.ts';

/** The envelope alone: an operation that cannot be read must not block the others [PUSH4]. */
const envelopeSchema = z.strictObject({ operations: z.array(z.unknown()).min(1).max(pushBatchSize) });

/** @param pushesPerMinute batches of one person; a whole week offline is done in some ten */
export function operationRoutes(app: FastifyInstance, context: RouteContext, pushesPerMinute: number): void {
  const limit = createRateLimit(context.clock, pushesPerMinute);
  /** Before the body is read [PUSH8]. */
  const notTooMany = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { region, userId } = (await provenDevice(context, request, reply)).principal;
    const waitSeconds = limit.take(`${region} ${userId}`, 1);
    if (waitSeconds > 0) throw new HttpProblem('too-many', [], waitSeconds);
  };

  app.post('/v1/operations', { bodyLimit: batchBodyBytes, onRequest: notTooMany }, async (request, reply): Promise<PushResponse> => {
    const { principal, deviceId } = await provenDevice(context, request, reply);
    const { operations } = parse(envelopeSchema, request.body);
    const answers = await receiveOperations(context.store, {
      principal,
      deviceId,
      knownEpoch: epochIn(request),
      nowMs: context.clock.nowMs(),
      requestId: request.id,
      verify: verifySignature,
      ...pushLog(context.log, request.id),
    }, operations);
    return { answers: [...answers] };
  });
}

/** What is no number was not said by an app of ours, and changes nothing. */
function epochIn(request: FastifyRequest): number | null {
  const said = String(request.headers[epochHeader] ?? '');
  return /^[0-9]{1,9}$/.test(said) ? Number(said) : null;
}
