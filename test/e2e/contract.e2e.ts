import { expect, test } from '@playwright/test';
import type { ContractResult } from '../support/browser/device-store-page.ts';
import { servePages, type PageServer } from '../support/browser/serve-pages.ts';

/*
 * The suites that hold the memory behind the sync loop, the contents beside it and the files of the second journal, over what a real Chromium has:
 * its IndexedDB, its cryptography, its private file system.
 */
let contracts: PageServer;
let address: string;
test.beforeAll(async () => {
  contracts = await servePages();
  ({ address } = contracts);
});
test.afterAll(() => contracts.close());

type Suite = 'runDeviceStoreContract' | 'runContentStoreContract' | 'runJournalContract' | 'runJournalFilesContract' | 'runPrivateFileContract';

for (const { title, suite, atLeast } of [
  { title: 'Dexie in this browser is the memory that the sync loop relies on', suite: 'runDeviceStoreContract', atLeast: 20 },
  { title: 'Dexie in this browser keeps contents of attachments until the server has them', suite: 'runContentStoreContract', atLeast: 9 },
  { title: 'the private file system of this browser keeps a journal', suite: 'runJournalContract', atLeast: 5 },
  { title: 'the private file system and the locks of this browser give every window a journal of its own', suite: 'runJournalFilesContract', atLeast: 6 },
  { title: 'the private file system of this browser keeps small files whole', suite: 'runPrivateFileContract', atLeast: 5 },
] as const satisfies readonly { readonly suite: Suite; readonly title: string; readonly atLeast: number }[]) {
  test(title, async ({ page }) => {
    await page.goto(address);
    await page.waitForFunction(() => 'contracts' in globalThis);
    const results = await page.evaluate((name) => (globalThis as unknown as { readonly contracts: Readonly<Record<Suite, () => Promise<readonly ContractResult[]>>> }).contracts[name](), suite);
    expect(results.filter((result) => result.error !== null)).toEqual([]);
    expect(results.length).toBeGreaterThanOrEqual(atLeast);
  });
}
