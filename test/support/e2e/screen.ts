import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expectScreenOf } from './looks.ts';

const folder = fileURLToPath(new URL('../../../test-results/screens', import.meta.url));

export const wide = { width: 1280, height: 800 };
/** What a window of 1280 shows at 400 % zoom. */
const zoomed = { width: 320, height: 640 };
export const wcag22aa: readonly string[] = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Shows the page in both sizes, one after the other, drawn; ends in the wide one. @param suffix for the name of a picture */
export async function inBothSizes(page: Page, look: (suffix: '' | '-320', width: number) => Promise<void>): Promise<void> {
  for (const [size, suffix] of [[wide, ''], [zoomed, '-320']] as const) {
    await page.setViewportSize(size);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await look(suffix, size.width);
  }
  await page.setViewportSize(wide);
}

/**
 * What axe-core finds wrong, a line for each rule. It looks in the page itself, which has no frames: for frames it opens a second
 * page for each look, and takes twice as long to find the same.
 */
export async function violationsOf(page: Page, tags: readonly string[]): Promise<readonly string[]> {
  expect(page.frames(), 'frames of the page').toHaveLength(1);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ runOnly: { type: 'tag', values: [...tags] }, resultTypes: ['violations'] }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`);
}

/** How far the page can be scrolled sideways [px]. */
export function sidewaysPx(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Looks at a screen in both sizes: a picture in test-results/screens, no violation of WCAG 2.2 AA, nothing to scroll sideways. */
export async function lookAt(page: Page, name: string): Promise<void> {
  expectScreenOf(page, name);
  await inBothSizes(page, async (suffix, width) => {
    // A picture of the whole page is taken from its top: what waits above the window would stand in the middle of it.
    const scrolledTo = await page.evaluate(() => window.scrollY);
    if (suffix !== '') await page.evaluate(() => window.scrollTo(0, 0));
    await page.screenshot({ path: path.join(folder, `${name}${suffix}.png`), fullPage: suffix !== '', animations: 'disabled' });
    await page.evaluate((top) => window.scrollTo(0, top), scrolledTo);
    // What a sticky bar happens to cover is a matter of how far somebody scrolled, not of how large a target is: axe takes a
    // half-covered radio button for a small one. So it looks at the page with its bars where they stand at the end of it.
    const bars = await page.evaluateHandle(() => [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => getComputedStyle(element).position === 'sticky'));
    await bars.evaluate((stuck) => { for (const { style } of stuck) style.position = 'static'; });
    const violations = await violationsOf(page, wcag22aa);
    await bars.evaluate((stuck) => { for (const { style } of stuck) style.position = ''; });
    await page.evaluate((top) => window.scrollTo(0, top), scrolledTo);
    expect.soft(violations, `${name} at ${width}`).toEqual([]);
    expect.soft(await sidewaysPx(page), `${name} at ${width}: nothing to scroll sideways [px]`).toBeLessThanOrEqual(0);
  });
}
