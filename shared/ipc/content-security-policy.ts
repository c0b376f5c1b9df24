/**
 * What the page may load and call, the same in the shell (`app://`) and in a plain browser window served by the regional
 * server: nothing but its own origin. Scripts that write HTML need a Trusted Types policy, and only one name exists; it
 * is there for starting workers.
 */
export const trustedTypesPolicyName = 'veldwerk';

const directives: readonly string[] = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  `trusted-types ${trustedTypesPolicyName}`,
];

/** @returns value of the `Content-Security-Policy` header */
export const contentSecurityPolicy = (): string => directives.join('; ');
