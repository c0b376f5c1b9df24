import { errorCode, type Log } from './log.ts';

/** Sends a request with the cookies of the shell's own session; throws when the server cannot be reached. */
export type ServerFetch = (url: string, init: RequestInit) => Promise<Response>;

/** Largest body passed on [bytes]. Attachments go in pieces; a batch of operations is far below this. */
const maxForwardedBytes = 32 * 1024 * 1024;

/** What the page may send along. Cookies, origin and referrer are the shell's business, not the page's. */
const requestHeaderNotPassed = /^(?:cookie|origin|referer|host|connection|content-length|transfer-encoding|upgrade|te|trailer|keep-alive|expect|forwarded|via|sec-.*|proxy-.*|x-forwarded-.*)$/;

/** Cookies stay in the shell; encodings and lengths describe a body that was already unpacked; policy is ours to set. */
const responseHeaderNotPassed = /^(?:set-cookie2?|content-encoding|content-length|transfer-encoding|connection|keep-alive|content-security-policy.*|strict-transport-security|clear-site-data|access-control-.*|link|refresh|service-worker-allowed|sourcemap|x-sourcemap)$/;

/**
 * The only kinds of answer the page gets to see as such. Anything else arrives as bytes: what comes from the server under
 * the page's own origin must never run as script, style or document.
 */
const passedContentType =
  /^(?:application\/(?:json|problem\+json|x-ndjson|ndjson|pdf|vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet)|text\/(?:plain|csv|event-stream)|image\/(?:png|jpeg|webp))\s*(?:;|$)/i;

const passOn = (headers: Headers, notPassed: RegExp): Headers => {
  const passed = new Headers();
  headers.forEach((value, name) => {
    if (!notPassed.test(name.toLowerCase())) passed.set(name, value);
  });
  return passed;
};

/** Whether an address of the page is a question to the regional server. */
export const isServerPath = (pathname: string): boolean => pathname.startsWith('/v1/') || pathname === '/health';

/**
 * Passes `app://veldwerk/v1/...` on to the configured server and nowhere else. A redirect is not followed: a captive portal
 * must look like "not reachable", never like an answer. Nothing is cached, because that cache would be plain text on disk.
 * @returns the server's answer, or `Response.error()` (the page's fetch rejects) when the server cannot be reached
 */
export const forwardToServer = async (request: Request, serverOrigin: string, fetchFromServer: ServerFetch, log: Log): Promise<Response> => {
  const { pathname, search } = new URL(request.url);
  const target = new URL(serverOrigin);
  target.pathname = pathname;
  target.search = search;
  const headers = passOn(request.headers, requestHeaderNotPassed);
  // For the server this is its own page: its check against cross-site requests sees its own origin.
  headers.set('origin', serverOrigin);
  const init: RequestInit = { method: request.method, headers, credentials: 'include', redirect: 'error', cache: 'no-store' };
  if (request.body !== null) {
    const body = await request.arrayBuffer();
    if (body.byteLength > maxForwardedBytes) return new Response(null, { status: 413 });
    init.body = body;
  }
  try {
    const answer = await fetchFromServer(target.href, init);
    if (answer.status >= 300 && answer.status < 400 && answer.status !== 304) return Response.error();
    const passed = passOn(answer.headers, responseHeaderNotPassed);
    if (!passedContentType.test(passed.get('content-type') ?? '')) passed.set('content-type', 'application/octet-stream');
    passed.set('x-content-type-options', 'nosniff');
    return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers: passed });
  } catch (error) {
    log('server-unreachable', { code: errorCode(error) });
    return Response.error();
  }
};
