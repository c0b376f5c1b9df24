import type { FastifyInstance } from 'fastify';

type Entry = Readonly<Record<string, string | number>>;

/** Ids, counts and codes. What is not in an entry cannot leak: no bodies, no addresses with values in them. */
export interface Log {
  info(entry: Entry): void;
  error(entry: Entry): void;
}

/** One JSON object per line, ready for any collector. */
export function createLog(level: 'all' | 'errors' | 'none', write: (line: string) => void): Log {
  const line = (severity: string) => (entry: Entry): void => write(`${JSON.stringify({ at: new Date().toISOString(), severity, ...entry })}\n`);
  const silent = (): void => undefined;
  return { info: level === 'all' ? line('info') : silent, error: level === 'none' ? silent : line('error') };
}

export function logRequests(app: FastifyInstance, log: Log): void {
  app.addHook('onResponse', async (request, reply) => {
    // The route's pattern, never the address: an address can be made to hold anything.
    log.info({ event: 'request', requestId: request.id, method: request.method, route: request.routeOptions.url ?? '-', status: reply.statusCode, durationMs: Math.round(reply.elapsedTime) });
  });
}
