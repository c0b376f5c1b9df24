import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pageHeaders } from './page-headers.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** Address path -> file on disk, for every file that may be served. */
export type PageFiles = ReadonlyMap<string, string>;

/**
 * Lists the built page once. Paths are confined by construction: an address is looked up in this list and never turned
 * into a path, so there is nothing to climb out of. Links and unknown kinds of file are not listed.
 * @throws when the folder cannot be read: an app without its page cannot run
 */
export const listPageFiles = async (folder: string, prefix = ''): Promise<PageFiles> => {
  const found = new Map<string, string>();
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const address = `${prefix}/${entry.name}`;
    if (entry.isDirectory()) for (const [key, value] of await listPageFiles(path, address)) found.set(key, value);
    if (entry.isFile() && extname(entry.name) in contentTypes) found.set(address, path);
  }
  return found;
};

const notFound = (): Response => new Response('Not found', { status: 404, headers: pageHeaders('text/plain; charset=utf-8') });

/** A place inside the page, such as `/caseload/3f2a`: plain words between slashes, as the page's own routes are. */
const routePath = /^(?:\/[A-Za-z0-9_-]+)+\/?$/;

/**
 * Serves one file. A route of the page gets the page itself, but only when a document is asked for: a script or a fetch
 * that asks for something absent must get 404 and not HTML.
 */
export const servePageFile = async (files: PageFiles, request: Request): Promise<Response> => {
  const { pathname } = new URL(request.url);
  const wantsDocument = request.headers.get('accept')?.includes('text/html') === true;
  const isStart = pathname === '/' || pathname === '' || (wantsDocument && routePath.test(pathname));
  const file = files.get(isStart ? '/index.html' : pathname);
  if (file === undefined) return notFound();
  const headers = pageHeaders(contentTypes[extname(file)] ?? 'application/octet-stream');
  return new Response(request.method === 'HEAD' ? null : await readFile(file), { status: 200, headers });
};
