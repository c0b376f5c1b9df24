import type { FastifyInstance } from 'fastify';
import { contentSecurityPolicy } from '#shared/ipc/content-security-policy.ts';

const always = {
  'content-security-policy': contentSecurityPolicy(),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'geolocation=(), microphone=(), payment=(), usb=(), serial=()',
} as const;

export function addSecurityHeaders(app: FastifyInstance, { secure }: { readonly secure: boolean }): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(always);
    if (secure) reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
    // Whatever concerns people is never kept by a browser, a proxy or a shell.
    if (isServerPath(request.url)) reply.header('cache-control', 'no-store');
  });
}

export function isServerPath(url: string): boolean {
  return url === '/health' || url === '/v1' || url.startsWith('/v1/') || url.startsWith('/v1?');
}
