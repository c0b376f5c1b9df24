import { expect, test, type Page } from '@playwright/test';
import { newLaptop, type Laptop } from '../support/e2e/browser.ts';
import { amsterdamToday } from '../support/e2e/days.ts';
import { findSubject } from '../support/e2e/figures.ts';
import { ineke, sanne, setUpDevice, words } from '../support/e2e/person.ts';
import { startRegion, type Region } from '../support/e2e/region.ts';

/*
 * A whole visit on the real thing without a mouse: from the locked screen to the words that promise it. What each form
 * costs by itself is counted in forms.e2e.ts.
 */
class Keys {
  count = 0;
  private readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    this.count += 1;
  }
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.count += text.length;
  }
  /** Tab until the field or button with this name has the focus. */
  async tabTo(name: string | RegExp): Promise<void> {
    for (let tabs = 0; tabs < 60; tabs += 1) {
      const focused = await this.page.evaluate(() => {
        const element = document.activeElement as HTMLInputElement | null;
        return element?.labels?.[0]?.textContent ?? element?.getAttribute('aria-label') ?? element?.textContent ?? '';
      });
      if (typeof name === 'string' ? focused.startsWith(name) : name.test(focused)) return;
      await this.press('Tab');
    }
    throw new Error(`Tab never reached ${String(name)}`);
  }
}

test.describe('without a mouse', () => {
  let region: Region;
  let laptop: Laptop;
  test.beforeAll(async () => {
    region = await startRegion();
    laptop = await newLaptop(region.url);
  });
  test.afterAll(async () => {
    await laptop.remove();
    await region.end();
  });

  test('from the locked screen to a recorded visit', async () => {
    test.setTimeout(120_000);
    const subject = await findSubject(region, sanne.userId, ineke.userId, amsterdamToday());
    const page = await laptop.open();
    await setUpDevice(page, sanne);
    await page.getByRole('button', { name: 'Vergrendelen' }).click();
    await expect(page.getByLabel('Wachtzin', { exact: true })).toBeFocused();

    const keys = new Keys(page);
    await keys.type(sanne.passphrase);
    await keys.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Kandidaten' })).toBeVisible();
    await expect(page.locator('tbody a').first()).toBeVisible();
    await keys.press('/');
    const search = page.getByRole('searchbox');
    await expect(search).toBeFocused();
    const [familyName = ''] = subject.listName.split(',');
    await keys.type(familyName);
    await expect(page.locator('tbody a').first()).toHaveText(new RegExp(`^${familyName}`));
    await keys.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    const opened = keys.count;
    await keys.tabTo('Bezoek vastleggen');
    await keys.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Bezoek vastleggen' })).toBeFocused();

    await keys.tabTo('Begin');
    await keys.type('930');
    await keys.press('Tab');
    await keys.type('45');
    await keys.tabTo('Op de werkplek');
    await keys.press('Space');
    await keys.press('Tab');
    await keys.press('Space');
    await keys.tabTo('Wat heb je gedaan?');
    await keys.type('Ev');
    await keys.tabTo('Wat zag en hoorde je?');
    await keys.type('Werkt rustig door, vraagt op tijd om hulp.');
    await keys.tabTo('Het gaat goed');
    await keys.press('Space');
    await keys.tabTo('Volgend contact');
    await keys.type('+2w');
    await keys.press('Control+s');
    // Also for who cannot see it.
    await expect(page.getByRole('status')).toHaveText(words.draftSaved);
    await keys.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Bezoek vastgelegd' })).toBeFocused();
    await expect(page.locator('main').getByText(words.kept).or(page.locator('main').getByText(words.sent))).toBeVisible();
    console.log(`from the locked screen to a recorded visit: ${keys.count} keystrokes, ${opened - sanne.passphrase.length - 1} of them to open the file`);
    expect(keys.count).toBeLessThan(200);
  });
});
