import type { FastifyInstance } from 'fastify';

/** Nothing comes from elsewhere, nothing runs but our own files, and text never becomes script. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const always = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'geolocation=(), microphone=(), payment=(), usb=(), serial=(), bluetooth=()',
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
