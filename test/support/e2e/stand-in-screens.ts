import { expect, test, type Page } from '@playwright/test';
import type { ScenarioName } from '../ui/scenarios.ts';
import { serveScreens } from '../ui/serve-screens.ts';
import { expectScreenOf } from './looks.ts';
import { inBothSizes, sidewaysPx, violationsOf, wcag22aa, wide } from './screen.ts';

export interface StandInScreens {
  readonly url: () => string;
  /** What the browser complained of since the test began. */
  readonly complaints: string[];
  /** Locked, as a start is. */
  readonly open: (page: Page, scenario: ScenarioName, address?: string) => Promise<void>;
  readonly unlock: (page: Page) => Promise<void>;
  readonly openUnlocked: (page: Page, scenario: ScenarioName, address?: string) => Promise<void>;
  /** No violation, best practice included, nothing to scroll sideways, no complaint of the browser. */
  readonly check: (page: Page, name: string) => Promise<void>;
}

/**
 * The screens on the stand-in device for the tests of a file or of one of its parts, under the product's content security policy.
 * VELDWERK_SCREENSHOTS=<folder> keeps a picture of each state, to look at.
 * @param options fromTop false where what has the focus must stay where it was brought
 */
export function onStandInScreens({ fromTop }: { readonly fromTop: boolean }): StandInScreens {
  let served: Awaited<ReturnType<typeof serveScreens>>;
  const complaints: string[] = [];
  test.beforeAll(async () => void (served = await serveScreens()));
  test.afterAll(() => served.close());
  test.beforeEach(({ page }) => {
    complaints.length = 0;
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
  });

  const open = async (page: Page, scenario: ScenarioName, address = '/'): Promise<void> => {
    await page.addInitScript((name) => sessionStorage.setItem('scenario', name), scenario);
    await page.setViewportSize(wide);
    await page.goto(`${served.url}${address}`);
  };
  const unlock = async (page: Page): Promise<void> => {
    await page.getByLabel('Wachtzin', { exact: true }).fill('de blauwe fiets lust geen soep');
    await page.keyboard.press('Enter');
  };
  return {
    url: () => served.url,
    complaints,
    open,
    unlock,
    async openUnlocked(page, scenario, address) {
      await open(page, scenario, address);
      await unlock(page);
      await page.getByRole('banner').waitFor();
    },
    async check(page, name) {
      expectScreenOf(page, name);
      await inBothSizes(page, async (suffix, width) => {
        const folder = process.env['VELDWERK_SCREENSHOTS'];
        if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}${suffix}.png`, fullPage: fromTop && suffix !== '' });
        // A control that is half scrolled under the header is no small target.
        if (fromTop) await page.evaluate(() => window.scrollTo(0, 0));
        expect(await violationsOf(page, [...wcag22aa, 'best-practice']), `${name} at ${width}`).toEqual([]);
        expect(await sidewaysPx(page), `${name} at ${width}: nothing to scroll sideways [px]`).toBeLessThanOrEqual(0);
      });
      expect(complaints).toEqual([]);
    },
  };
}
