import { expect, test, type Page } from '@playwright/test';
import { servePages, type PageServer } from '../support/browser/serve-pages.ts';
import type { Opened } from '../support/browser/upgrade-page.ts';
import { newLaptop, type Laptop } from '../support/e2e/browser.ts';

/* An app that is newer than the database on the laptop, in a real Chromium with its own IndexedDB. */

interface UpgradePage {
  readonly upgrade: {
    lay(userId: string): Promise<void>;
    hold(userId: string): Promise<void>;
    holdDeaf(userId: string): Promise<void>;
    isHeld(): boolean;
    openNow(userId: string): Promise<Opened>;
    upgradeWithoutEnd(userId: string): Promise<void>;
  };
}

const person = 'jobcoach-oud';
const whole = [{ opId: 'operation-1', says: 'visit 1' }, { opId: 'operation-2', says: 'visit 2' }];

test.describe('an upgrade of the database on a laptop', () => {
  let pages: PageServer;
  let laptop: Laptop;
  test.beforeAll(async () => void (pages = await servePages()));
  test.afterAll(() => pages.close());
  test.beforeEach(async () => void (laptop = await newLaptop(pages.address)));
  test.afterEach(() => laptop.remove());

  const ready = async (page: Page): Promise<Page> => {
    await page.waitForFunction(() => 'upgrade' in globalThis);
    return page;
  };
  const openNow = (page: Page): Promise<Opened> => page.evaluate((user) => (globalThis as unknown as UpgradePage).upgrade.openNow(user), person);
  const say = (page: Page, what: 'lay' | 'hold' | 'holdDeaf' | 'upgradeWithoutEnd'): Promise<void> =>
    page.evaluate(([name, user]) => (globalThis as unknown as UpgradePage).upgrade[name](user), [what, person] as const);
  const anotherWindow = async (): Promise<Page> => {
    const page = await laptop.context().newPage();
    await page.goto(pages.address);
    return ready(page);
  };
  const expectWhole = (opened: Opened): void => {
    expect(opened).toMatchObject({ kind: 'opened', found: { unsent: whole, drafts: [{ says: 'half typed' }] } });
  };

  test('[F16] [VER9] a window of the old version makes way; one that stands still is not waited for, and nothing is lost', async () => {
    const first = await ready(await laptop.open());
    await say(first, 'lay');
    const second = await anotherWindow();
    await say(first, 'holdDeaf');
    expect(await openNow(second)).toEqual({ kind: 'refused', name: 'UpgradeBlocked' });
    // The person closes it, as they are told.
    await first.close();
    expectWhole(await openNow(second));
  });

  test('[F16] a living window of the old version makes way by itself', async () => {
    const first = await ready(await laptop.open());
    await say(first, 'lay');
    await say(first, 'hold');
    const second = await anotherWindow();
    expectWhole(await openNow(second));
    expect(await first.evaluate(() => (globalThis as unknown as UpgradePage).upgrade.isHeld())).toBe(false);
  });

  test('[F17] [VER6] the browser is killed in the middle of an upgrade, three times: the old database is whole, with its unsent work', async () => {
    await say(await ready(await laptop.open()), 'lay');
    for (const turn of [1, 2, 3]) {
      await say(await ready(laptop.page()), 'upgradeWithoutEnd');
      expect(await laptop.kill(), `processes that died in turn ${turn}`).toBeGreaterThan(3);
      await laptop.open();
    }
    expectWhole(await openNow(await ready(laptop.page())));
  });
});
