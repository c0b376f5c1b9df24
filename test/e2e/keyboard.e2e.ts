import { expect } from '@playwright/test';
import { Keys } from '../support/e2e/keys.ts';
import { testsOfOneRegion } from '../support/e2e/laptop-test.ts';
import { sanne, setUpDevice, words } from '../support/e2e/person.ts';

/*
 * A whole visit on the real thing without a mouse: from the locked screen to the words that promise it. What each form
 * costs by itself is counted in forms.e2e.ts.
 */

const test = testsOfOneRegion();

test.describe('without a mouse', () => {
  test('from the locked screen to a recorded visit', async ({ laptop, subject }) => {
    test.setTimeout(120_000);
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
    await keys.follow(/^Bezoek vastleggen/);
    await expect(page.getByRole('heading', { level: 1, name: 'Bezoek vastleggen' })).toBeFocused();

    await keys.tabTo(/^Begin/);
    await keys.type('930');
    await keys.press('Tab');
    await keys.type('45');
    await keys.tick(/^Op de werkplek/);
    await keys.press('Tab');
    await keys.press('Space');
    await keys.tabTo(/^Wat heb je gedaan\?/);
    await keys.type('Ev');
    await keys.tabTo(/^Wat zag en hoorde je\?/);
    await keys.type('Werkt rustig door, vraagt op tijd om hulp.');
    await keys.tick(/^Het gaat goed/);
    await keys.tabTo(/^Volgend contact/);
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
