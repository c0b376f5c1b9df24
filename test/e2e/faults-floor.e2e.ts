import { expect, type Page } from '@playwright/test';
import { testsOfOneRegion } from '../support/e2e/laptop-test.ts';
import { header, sanne, setUpDevice, unlock, words } from '../support/e2e/person.ts';
import { keepUnsent, outboxIds, unsentWords, visitsOnServer } from '../support/e2e/workday.ts';

/* An app, or a browser, that is older than what was on this laptop before. */

const test = testsOfOneRegion();

test.describe('a step back', () => {
  test('[F19] [VER10] is noticed before anything is opened: nothing is written, it says so in plain words, and going forward again brings everything', async ({ region, laptop, subject }) => {
    const page = await laptop.open();
    await setUpDevice(page, sanne);
    await region.stop();
    await keepUnsent(page, subject, ['Terugstap een', 'Terugstap twee']);
    const ids = await outboxIds(page, sanne.userId);
    const today = await readFloor(page);
    expect([today.schema > 0, today.chromium > 0]).toEqual([true, true]);

    for (const [floor, sentence] of [
      [{ ...today, schema: today.schema + 1 }, 'Op dit apparaat is al met een nieuwere versie van Veldwerk gewerkt.'],
      [{ ...today, chromium: today.chromium + 1 }, 'Op dit apparaat is al met een nieuwere versie van deze browser gewerkt.'],
    ] as const) {
      await writeFloor(page, floor);
      await page.reload();
      await expect(page.getByRole('heading', { level: 1, name: 'Deze versie is te oud voor dit apparaat' })).toBeVisible();
      await expect(page.getByText(sentence)).toBeVisible();
      await expect(page.getByText('Veldwerk heeft niets geopend en niets veranderd.')).toBeVisible();
      await expect(page.getByLabel('Wachtzin', { exact: true })).toHaveCount(0);
      await expect(page.getByText(words.allSent)).toHaveCount(0);
      expect(await readFloor(page)).toEqual(floor);
      expect(await outboxIds(page, sanne.userId)).toEqual(ids);
    }

    // The newer app, or the newer browser, comes back.
    await writeFloor(page, today);
    await page.reload();
    await unlock(page, sanne);
    await expect(header(page)).toContainText(unsentWords(2));
    await region.start();
    await expect(header(page)).toContainText(words.allSent, { timeout: 60_000 });
    const [one, two] = ids;
    expect(await visitsOnServer(region, 'Terugstap')).toEqual([
      { text: 'Terugstap een', author: sanne.userId, operations: [one] }, { text: 'Terugstap twee', author: sanne.userId, operations: [two] },
    ]);
  });
});

interface Floor {
  readonly schema: number;
  readonly chromium: number;
}

function readFloor(page: Page): Promise<Floor> {
  return page.evaluate(async () => JSON.parse(await (await (await (await navigator.storage.getDirectory()).getFileHandle('floor.json')).getFile()).text()) as Floor);
}

function writeFloor(page: Page, floor: Floor): Promise<void> {
  return page.evaluate(async (text) => {
    const stream = await (await (await navigator.storage.getDirectory()).getFileHandle('floor.json')).createWritable();
    await stream.write(text);
    await stream.close();
  }, JSON.stringify(floor));
}
