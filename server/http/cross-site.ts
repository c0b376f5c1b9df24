import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpProblem } from './problem.ts';

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Another website must not be able to use a signed-in person's browser. The cookie is SameSite=Strict already; besides,
 * what changes something is JSON, or a piece of a file with the header of tus (no form can send either), and comes from
 * our own origin, as far as the browser says.
 */
export function refuseCrossSite(app: FastifyInstance, { origins }: { readonly origins: readonly string[] }): void {
  app.addHook('onRequest', async (request) => {
    if (!changing.has(request.method)) return;
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new HttpProblem('cross-site');
    const { origin } = request.headers;
    if (origin !== undefined && !origins.includes(origin) && !isOwnOrigin(origin, request)) throw new HttpProblem('cross-site');
    if (request.routeOptions.config.tus === true && request.headers['tus-resumable'] !== undefined) return;
    if (request.method !== 'DELETE' && !/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) throw new HttpProblem('wrong-type');
  });
}

function isOwnOrigin(origin: string, request: FastifyRequest): boolean {
  return URL.canParse(origin) && new URL(origin).host === request.headers.host;
}
