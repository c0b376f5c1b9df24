import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAppProtocolHandler } from '#electron/app-protocol.ts';
import { listPageFiles } from '#electron/page-files.ts';
import { keepLog } from './stand-in.ts';

const pageFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'veldwerk-page-'));
  mkdirSync(join(folder, 'page', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'outside');
  writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html><title>Veldwerk</title>');
  writeFileSync(join(folder, 'page', 'assets', 'main.js'), 'export {};');
  writeFileSync(join(folder, 'page', 'assets', 'main.js.map'), '{}');
  writeFileSync(join(folder, 'page', 'assets', '.env'), 'TOKEN=1');
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'page', 'assets', 'link.txt'));
  return join(folder, 'page');
};

const kept = keepLog();
const handlerFor = async (serverOrigin: string, fetchFromServer: typeof fetch = fetch) =>
  createAppProtocolHandler({ files: await listPageFiles(pageFolder()), serverOrigin, fetchFromServer, log: kept.log });

const asDocument = { headers: { accept: 'text/html,application/xhtml+xml' } };

describe('stand-in: the page at app://', () => {
  const neverReached = (): Promise<Response> => {
    throw new Error('the server must not be asked');
  };
  const get = async (url: string, init?: RequestInit): Promise<Response> =>
    (await handlerFor('https://regio.example', neverReached))(new Request(url, init));

  it('serves the page and its files with their type', async () => {
    const start = await get('app://veldwerk/');
    expect(start.status).toBe(200);
    expect(start.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await start.text()).toContain('<title>Veldwerk</title>');
    expect((await get('app://veldwerk/assets/main.js')).headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it.each([
    'app://veldwerk/../secret.txt',
    'app://veldwerk/../../../../etc/passwd',
    'app://veldwerk/%2e%2e/secret.txt',
    'app://veldwerk/..%2fsecret.txt',
    'app://veldwerk/..%2f..%2f..%2fetc%2fpasswd',
    'app://veldwerk/assets/..%5c..%5csecret.txt',
    String.raw`app://veldwerk/assets/..\..\secret.txt`,
    'app://veldwerk/%252e%252e/secret.txt',
    'app://veldwerk/assets/main.js%00.html',
    'app://veldwerk//etc/passwd',
    'app://veldwerk/file:///etc/passwd',
    'app://veldwerk/assets/link.txt',
    'app://veldwerk/assets/main.js.map',
    'app://veldwerk/assets/.env',
    'app://veldwerk/assets',
    'app://veldwerk/nowhere',
  ])('[T5] answers 404 to %s', async (url) => {
    expect((await get(url)).status).toBe(404);
  });

  it('[T5] answers 404 to the same tricks when a document is asked for, unless it is a plain route of the page', async () => {
    for (const path of ['..%2fsecret.txt', '%252e%252e/secret.txt', 'assets/..%5csecret.txt', 'a%00b', 'assets/link.txt']) {
      expect((await get(`app://veldwerk/${path}`, asDocument)).status, path).toBe(404);
    }
  });

  it('gives the page itself for a route of the page, but only as a document', async () => {
    const route = 'app://veldwerk/kandidaten/3f2a4c1e-0000-4000-8000-000000000001/bezoek/nieuw?concept=7';
    expect((await get(route, asDocument)).headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect((await get(route)).status).toBe(404);
  });

  it('answers only under its own name, and only reading', async () => {
    expect((await get('app://evil/index.html')).status).toBe(404);
    expect((await get('app://veldwerk:8080/index.html')).status).toBe(404);
    expect((await get('app://veldwerk/index.html', { method: 'POST', body: 'x' })).status).toBe(405);
    expect(await (await get('app://veldwerk/index.html', { method: 'HEAD' })).text()).toBe('');
  });

  it('[T1] sends a strict policy with Trusted Types with every file, also with a 404', async () => {
    for (const url of ['app://veldwerk/', 'app://veldwerk/assets/main.js', 'app://veldwerk/nowhere.js', 'app://evil/']) {
      const { headers } = await get(url);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy, url).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("connect-src 'self';");
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).toContain("object-src 'none'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
});

describe('stand-in: what the page asks the regional server', () => {
  let server: Server;
  let origin = '';
  const seen: { method: string; url: string; headers: IncomingHttpHeaders; body: string }[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (piece: Buffer) => (body += piece.toString()));
      request.on('end', () => {
        seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
        if (request.url === '/v1/portal') return response.writeHead(302, { location: 'http://127.0.0.1:1/portal' }).end();
        if (request.url === '/v1/script') return response.writeHead(200, { 'content-type': 'text/javascript' }).end('alert(1)');
        if (request.url === '/v1/page') return response.writeHead(200, { 'content-type': 'text/html' }).end('<script>1</script>');
        const headers = {
          'content-type': 'application/problem+json',
          'set-cookie': '__Host-session=secret',
          'content-security-policy': "script-src 'unsafe-inline'",
          'retry-after': '7',
        };
        return response.writeHead(409, headers).end('{"title":"conflict"}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => server.close());

  const ask = async (path: string, init?: RequestInit): Promise<Response> => (await handlerFor(origin))(new Request(`app://veldwerk${path}`, init));

  it('goes on with its method, path, query and body, and comes back with status and body', async () => {
    const answer = await ask('/v1/push?x=1', { method: 'POST', body: '{"a":1}', headers: { 'content-type': 'application/json' } });
    expect(seen.at(-1)).toMatchObject({ method: 'POST', url: '/v1/push?x=1', body: '{"a":1}' });
    expect(answer.status).toBe(409);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.headers.get('retry-after')).toBe('7');
    expect(await answer.json()).toEqual({ title: 'conflict' });
  });

  it('carries no cookie, referrer or origin of the page there, and no cookie or policy of the server back', async () => {
    const answer = await ask('/v1/pull', { headers: { cookie: 'a=b', 'x-forwarded-for': '1.2.3.4', authorization: 'Bearer t' } });
    const { headers } = seen.at(-1)!;
    expect(headers.cookie).toBeUndefined();
    expect(headers['x-forwarded-for']).toBeUndefined();
    expect(headers.authorization).toBe('Bearer t');
    expect(headers.origin).toBe(origin);
    expect(headers.referer).toBeUndefined();
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('content-security-policy')).toBeNull();
  });

  it.each(['/v1/script', '/v1/page'])('[T1] hands %s over as bytes: the server cannot put script or documents under our name', async (path) => {
    const answer = await ask(path);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('takes a redirect, as of a captive portal, for "not reachable"', async () => {
    expect((await ask('/v1/portal')).type).toBe('error');
  });

  it('says "not reachable" when nobody answers, and writes a code without the address', async () => {
    const handler = await handlerFor('http://127.0.0.1:1');
    expect((await handler(new Request('app://veldwerk/v1/pull'))).type).toBe('error');
    expect(kept.lines.at(-1)?.[0]).toBe('server-unreachable');
    expect(JSON.stringify(kept.lines.at(-1))).not.toContain('127.0.0.1');
  });

  it('never leaves the paths of the API', async () => {
    const before = seen.length;
    for (const path of ['/v1/../admin', '/v2/x', '/v1', '//other.example/v1/x', '/V1/x']) await ask(path);
    expect(seen.length).toBe(before);
  });

  it('asks with the session of the shell, follows nothing and keeps nothing in a cache on disk', async () => {
    const inits: RequestInit[] = [];
    const handler = await handlerFor('https://regio.example', (_url, init) => {
      inits.push(init ?? {});
      return Promise.resolve(new Response('{}', { headers: { 'content-type': 'application/json' } }));
    });
    await handler(new Request('app://veldwerk/v1/pull'));
    expect(inits[0]).toMatchObject({ credentials: 'include', redirect: 'error', cache: 'no-store' });
  });
});
