import { expect, test } from '@playwright/test';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ContractResult } from '../support/browser/device-store-page.ts';
import { runNodeScript } from '../support/run-node-script.ts';

/*
 * The suites that hold the memory behind the sync loop and the file of the second journal, over what a real Chromium has:
 * its IndexedDB, its cryptography, its private file system.
 */
let folder: string;
let close: () => Promise<void>;
let address: string;

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'veldwerk-contracts-'));
  await runNodeScript(fileURLToPath(new URL('../support/browser/build-page.mjs', import.meta.url)), [folder]);
  const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };
  const server = createServer((request, response) => {
    const name = path.basename(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = name === '' ? path.join(folder, 'index.html') : path.join(folder, 'assets', name);
    const stream = createReadStream(file);
    stream.once('error', () => response.writeHead(404).end());
    stream.once('open', () => {
      response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' });
      stream.pipe(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const listening = server.address();
  if (listening === null || typeof listening === 'string') throw new Error('no port');
  address = `http://127.0.0.1:${listening.port}/`;
  close = () => new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });
});

test.afterAll(async () => {
  await close();
  await rm(folder, { recursive: true, force: true });
});

interface ContractsPage {
  readonly contracts: { runDeviceStoreContract(): Promise<readonly ContractResult[]>; runJournalContract(): Promise<readonly ContractResult[]> };
}

test('Dexie in this browser is the memory that the sync loop relies on', async ({ page }) => {
  await page.goto(address);
  await page.waitForFunction(() => 'contracts' in globalThis);
  const results = await page.evaluate(() => (globalThis as unknown as ContractsPage).contracts.runDeviceStoreContract());
  expect(results.filter((result) => result.error !== null)).toEqual([]);
  expect(results.length).toBeGreaterThan(15);
});

test('the private file system of this browser keeps a journal', async ({ page }) => {
  await page.goto(address);
  await page.waitForFunction(() => 'contracts' in globalThis);
  const results = await page.evaluate(() => (globalThis as unknown as ContractsPage).contracts.runJournalContract());
  expect(results.filter((result) => result.error !== null)).toEqual([]);
  expect(results.length).toBeGreaterThan(3);
});
