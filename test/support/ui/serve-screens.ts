import { createReadStream, rmSync } from 'node:fs';
import { mkdtemp, stat, writeFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { rendererBundle } from '../../../build/bundle/renderer.mjs';
import { caseloadRowOf, demoDossiers } from './region-views.ts';
import { contentSecurityPolicy } from '#shared/ipc/content-security-policy.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2', '.woff': 'font/woff', '.svg': 'image/svg+xml', '.json': 'application/json',
};

/** More files than that are made: somebody in the region is in it twice. */
const manyRows = 15_000;

/** One build for all files of a run. */
let built: Promise<string> | undefined;

/** The screens on the stand-in device, built like the product and served under the product's own content security policy. */
export async function serveScreens(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const folder = await (built ??= buildScreens());
  const server = createServer((request, response) => void answer(folder, request.url ?? '/', response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

async function buildScreens(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'veldwerk-screens-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await build({ ...rendererBundle(folder), root: fileURLToPath(new URL('page', import.meta.url)) });
  const dossiers = demoDossiers(240);
  await writeFile(path.join(folder, 'region.json'), JSON.stringify({ dossiers, rows: dossiers.map(caseloadRowOf) }));
  await writeFile(path.join(folder, 'many-rows.json'), JSON.stringify(demoDossiers(manyRows).slice(0, manyRows).map(caseloadRowOf)));
  return folder;
}

async function answer(folder: string, url: string, response: ServerResponse): Promise<void> {
  const asked = path.join(folder, path.normalize(new URL(url, 'http://localhost').pathname));
  const isFile = asked.startsWith(folder) && (await stat(asked).then((found) => found.isFile(), () => false));
  const file = isFile ? asked : path.join(folder, 'index.html');
  response.writeHead(200, { 'content-type': contentTypes[path.extname(file)] ?? 'application/octet-stream', 'content-security-policy': contentSecurityPolicy() });
  createReadStream(file).pipe(response);
}
