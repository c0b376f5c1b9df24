import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { pushBatchSize, type PushResponse } from '#shared/sync/protocol.ts';
import { batchBodyBytes } from '../http/json-body.ts';
import { parse } from '../http/parse.ts';
import { receiveOperations } from '../sync/receive-operations.ts';
import { verifySignature } from '../sync/verify-signature.ts';
import { provenDevice, provenFirst, type RouteContext } from './context.ts';

/** The envelope alone: an operation that cannot be read must not block the others [PUSH4]. */
const envelopeSchema = z.strictObject({ operations: z.array(z.unknown()).min(1).max(pushBatchSize) });

export function operationRoutes(app: FastifyInstance, context: RouteContext): void {
  app.post('/v1/operations', { bodyLimit: batchBodyBytes, onRequest: provenFirst(context) }, async (request, reply): Promise<PushResponse> => {
    const { principal, deviceId } = await provenDevice(context, request, reply);
    const { operations } = parse(envelopeSchema, request.body);
    const answers = await receiveOperations(context.store, {
      principal,
      deviceId,
      nowMs: context.clock.nowMs(),
      requestId: request.id,
      verify: verifySignature,
      poison: (error) => context.log.error({ event: 'poison', requestId: request.id, error: error instanceof Error ? error.name : typeof error }),
    }, operations);
    return { answers: [...answers] };
  });
}
