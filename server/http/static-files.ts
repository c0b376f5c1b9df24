import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isServerPath } from './security-headers.ts';

/** Serves the built renderer. Every address of a screen is its one page; a file that is not there stays 404. */
export async function serveStaticFiles(app: FastifyInstance, staticDir: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: staticDir,
    dotfiles: 'ignore',
    // Compressed by the build, never here.
    preCompressed: true,
    cacheControl: false,
    setHeaders: (response, path) => {
      // A name with a hash in it never changes; a page and the service worker are asked for again each time.
      response.setHeader('cache-control', /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

export function isNavigation(request: FastifyRequest): boolean {
  const path = request.url.split('?', 1)[0] ?? '';
  return (request.method === 'GET' || request.method === 'HEAD') && !isServerPath(request.url)
    && (request.headers.accept ?? '').includes('text/html') && !(path.split('/').at(-1) ?? '').includes('.');
}

export function sendPage(reply: FastifyReply): FastifyReply {
  return reply.sendFile('index.html');
}
