import { expect, test } from '@playwright/test';
import type { ContractResult } from '../support/browser/device-store-page.ts';
import { servePages, type PageServer } from '../support/browser/serve-pages.ts';

/*
 * The suites that hold the memory behind the sync loop and the file of the second journal, over what a real Chromium has:
 * its IndexedDB, its cryptography, its private file system.
 */
let contracts: PageServer;
let address: string;
test.beforeAll(async () => {
  contracts = await servePages();
  ({ address } = contracts);
});
test.afterAll(() => contracts.close());

interface ContractsPage {
  readonly contracts: { runDeviceStoreContract(): Promise<readonly ContractResult[]>; runJournalContract(): Promise<readonly ContractResult[]>; runPrivateFileContract(): Promise<readonly ContractResult[]> };
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

test('the private file system of this browser keeps small files whole', async ({ page }) => {
  await page.goto(address);
  await page.waitForFunction(() => 'contracts' in globalThis);
  const results = await page.evaluate(() => (globalThis as unknown as ContractsPage).contracts.runPrivateFileContract());
  expect(results.filter((result) => result.error !== null)).toEqual([]);
  expect(results.length).toBeGreaterThan(3);
});
