import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { judgeRecord } from '#shared/domain/judge.ts';
import { kindSchema } from '#shared/domain/kinds.ts';
import { parse } from '../http/parse.ts';
import { HttpProblem } from '../http/problem.ts';
import { signedIn, type RouteContext } from './context.ts';

const checkSchema = z.strictObject({ kind: kindSchema, groups: z.record(z.string().max(64), z.unknown()) });

/** Judges a record by the one rule and stores nothing: for imports and other systems that want to know before they send. */
export function checkRoutes(app: FastifyInstance, context: RouteContext): void {
  app.post('/v1/checks', async (request, reply) => {
    await signedIn(context, request);
    const { kind, groups } = parse(checkSchema, request.body);
    const violations = judgeRecord(kind, groups);
    if (violations.length > 0) throw new HttpProblem('invalid', violations.map((violation) => ({ ...violation, path: ['groups', ...violation.path] })));
    return reply.code(204).send();
  });
}
