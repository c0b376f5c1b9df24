import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { StoreFailure } from '../sync/server-store.ts';
import { isPassing } from '../storage/postgres-errors.ts';
import type { Log } from './log.ts';
import { deviceObjections, objectionHeader, objectionText } from '#shared/sync/device-proof.ts';
import { HttpProblem, problemOf, type ProblemType } from './problem.ts';
import { isNavigation, sendPage } from './static-files.ts';
import type { Violation } from '#shared/domain/violation.ts';

/** The server's one place that catches. */
export function answerErrors(app: FastifyInstance, { log, hasPages }: { readonly log: Log; readonly hasPages: boolean }): void {
  app.setErrorHandler((error: unknown, request, reply) => {
    const type = problemTypeOf(error);
    if (type === 'fault' || type === 'busy') log.error({ event: 'fault', requestId: request.id, route: request.routeOptions.url ?? '-', ...withoutWords(error) });
    return sendProblem(reply, type, error instanceof HttpProblem ? error.violations : [], error instanceof HttpProblem ? error.retryAfterSeconds : null);
  });
  app.setNotFoundHandler((request, reply) => (hasPages && isNavigation(request) ? sendPage(reply) : sendProblem(reply, 'not-found')));
}

function sendProblem(reply: FastifyReply, type: ProblemType, violations: readonly Violation[] = [], retryAfterSeconds: number | null = null): FastifyReply {
  const problem = problemOf(type, violations);
  if (problem.status === 503) reply.header('retry-after', String(retryAfterSeconds ?? 5));
  if (problem.status === 429) reply.header('retry-after', String(retryAfterSeconds ?? 60));
  const objection = deviceObjections.find((each) => each === type);
  if (objection !== undefined) reply.header(objectionHeader, objectionText(objection));
  return reply.code(problem.status).header('cache-control', 'no-store').type('application/problem+json').send(JSON.stringify(problem));
}

function problemTypeOf(error: unknown): ProblemType {
  if (error instanceof HttpProblem) return error.type;
  if (error instanceof StoreFailure) return error.cause === undefined || isPassing(error.cause) ? 'busy' : 'fault';
  if (isPassing(error)) return 'busy';
  const { statusCode } = error as Partial<FastifyError>;
  if (statusCode === 413) return 'too-large';
  if (statusCode === 415) return 'wrong-type';
  // Fastify's own, and what leads out of the folder of pages.
  if (statusCode === 403 || statusCode === 404) return 'not-found';
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return 'unreadable';
  return 'fault';
}

/** What happened and where, without the message: PostgreSQL's say the values that did not fit. */
function withoutWords(error: unknown): Readonly<Record<string, string>> {
  const cause = error instanceof StoreFailure && error.cause !== undefined ? error.cause : error;
  if (!(cause instanceof Error)) return { error: typeof cause };
  const stack = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 8).map((line) => line.trim()).join(' | ');
  const { code } = cause as { readonly code?: unknown };
  return { error: cause.name, code: typeof code === 'string' ? code : '', stack };
}
