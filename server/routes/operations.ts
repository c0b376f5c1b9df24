import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { pushBatchSize, type PushResponse } from '#shared/sync/protocol.ts';
import { batchBodyBytes } from '../http/json-body.ts';
import { parse } from '../http/parse.ts';
import { receiveOperations } from '../sync/receive-operations.ts';
import { verifySignature } from '../sync/verify-signature.ts';
import { askingDevice, sameUser, signedIn, speaksOurProtocol, type RouteContext } from './context.ts';
import { refuseRevoked } from './devices.ts';

/** The envelope alone: an operation that cannot be read must not block the others [PUSH4]. */
const envelopeSchema = z.strictObject({ operations: z.array(z.unknown()).min(1).max(pushBatchSize) });

export function operationRoutes(app: FastifyInstance, context: RouteContext): void {
  app.post('/v1/operations', { bodyLimit: batchBodyBytes }, async (request): Promise<PushResponse> => {
    speaksOurProtocol(request);
    const principal = await signedIn(context, request);
    sameUser(request, principal);
    const { operations } = parse(envelopeSchema, request.body);
    const deviceId = askingDevice(request);
    await refuseRevoked(context.pool, principal, deviceId);
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
