import { expect } from '@playwright/test';
import { newLaptop } from '../support/e2e/browser.ts';
import { amsterdamToday, plusDays, typed } from '../support/e2e/days.ts';
import { testsOfOneRegion } from '../support/e2e/laptop-test.ts';
import { header, ineke, mehmet, sanne, setUpDevice, words } from '../support/e2e/person.ts';
import { lookAt } from '../support/e2e/screen.ts';

/* The day of somebody who works on location: what is planned, whether tomorrow is on this laptop, and what must be done. */

const today = amsterdamToday();

const test = testsOfOneRegion();

test.describe('the day', () => {
  test('an agenda that works offline: an appointment by keyboard, moved, called off and taken back; tomorrow is on this laptop', async ({ region, laptop }) => {
    test.setTimeout(180_000);
    const page = await laptop.open();
    await setUpDevice(page, sanne);
    await expect(page.getByRole('heading', { level: 1, name: 'Kandidaten' })).toBeVisible();
    await region.stop();

    await page.getByRole('link', { name: 'Agenda', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Agenda' })).toBeVisible();
    await expect(page.getByText(/^Alles voor .* staat op deze laptop$/)).toBeVisible();
    await lookAt(page, 'day-01-agenda');

    const plan = page.getByRole('link', { name: /^Afspraak maken met/ }).first();
    const name = ((await plan.getAttribute('aria-label')) ?? '').replace('Afspraak maken met ', '');
    await plan.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Afspraak maken' })).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: /nog niet$/ })).toBeVisible();
    await lookAt(page, 'day-02-appointment-errors');
    await page.getByLabel('Datum').focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type(typed(plusDays(today, 2)));
    await page.keyboard.press('Tab');
    await page.keyboard.type('9:30');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.getByRole('radio', { name: 'Bezoek' }).focus();
    await page.keyboard.press('Space');
    await page.getByLabel('Waar?').focus();
    await page.keyboard.type('Hal 3, melden bij de balie');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Afspraak vastgelegd' })).toBeVisible();
    await expect(page.locator('main').getByText(words.kept)).toBeVisible();
    await lookAt(page, 'day-03-appointment-kept');
    await page.getByRole('link', { name: 'Naar de agenda' }).click();
    const line = page.getByRole('listitem').filter({ hasText: 'Hal 3, melden bij de balie' });
    await expect(line).toContainText('09:30');

    await line.getByRole('link', { name: /verzetten$/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Afspraak verzetten' })).toBeVisible();
    await page.getByLabel('Begin').fill('13:15');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Afspraak vastgelegd' })).toBeVisible();
    await page.getByRole('link', { name: 'Naar de agenda' }).click();
    await expect(line).toContainText('13:15');

    await line.getByRole('button', { name: /afzeggen$/ }).click();
    await expect(page.getByText(`De afspraak met ${name} is afgezegd.`).first()).toBeVisible();
    await expect(line).toHaveCount(0);
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    await expect(line).toContainText('13:15');

    await region.start();
    await expect(header(page)).toContainText('Alles verstuurd', { timeout: 60_000 });
    const [kept] = await region.query<{ n: string }>(`select count(*) as n from record where kind = 'appointment' and groups->'facts'->'data'->>'location' = 'Hal 3, melden bij de balie' and groups->'facts'->'data'->>'beginsAt' = '13:15' and groups->'facts'->'data'->>'state' = 'gepland'`, []);
    expect(Number(kept?.n)).toBe(1);

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Maak agendabestand' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe(`agenda-${today}.ics`);
    const [surname = ''] = name.split(',');
    const text = await (await file.createReadStream()).toArray().then((parts) => Buffer.concat(parts as Buffer[]).toString());
    expect(text).toContain('BEGIN:VEVENT');
    expect(text).not.toContain(surname);
    expect(text).not.toContain('Hal 3');
  });

  test('searching, help and the privacy blind, offline and by keyboard', async ({ region, laptop }) => {
    test.setTimeout(180_000);
    const page = await laptop.open();
    await setUpDevice(page, sanne);
    await region.stop();
    await page.getByRole('link', { name: 'Agenda', exact: true }).click();
    await page.keyboard.press('F1');
    await expect(page.getByRole('dialog', { name: 'De agenda' })).toBeVisible();
    await lookAt(page, 'day-07-help');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);

    // Typed on at once: not a letter is lost on the way.
    await page.keyboard.press('Control+K');
    await page.keyboard.type('uitleg');
    await expect(page.getByRole('heading', { level: 1, name: 'Zoeken' })).toBeVisible();
    await expect(page.getByRole('searchbox')).toBeFocused();
    await expect(page.getByRole('searchbox')).toHaveValue('uitleg');
    await expect(page.getByText(/^Gevonden in \d+ dossiers?$/)).toBeVisible();
    await lookAt(page, 'day-08-search');
    await page.getByRole('searchbox').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.locator('main h1')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name: 'Zoeken' })).toHaveCount(0);

    await page.keyboard.press('Control+K');
    await page.getByRole('searchbox').fill('bestaatnergens');
    await expect(page.getByRole('heading', { name: 'Niets gevonden' })).toBeVisible();
    await lookAt(page, 'day-09-search-nothing');

    await page.getByRole('link', { name: 'Kandidaten', exact: true }).click();
    await page.getByRole('searchbox').press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Bezoek vastleggen' }).click();
    await expect(page.getByRole('heading', { level: 2, name: 'Vorige keer' })).toBeVisible();
    await page.getByRole('button', { name: 'Alleen dit formulier tonen' }).click();
    await expect(page.getByRole('button', { name: 'Toon alles weer' })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Hoofdmenu' })).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 2, name: 'Vorige keer' })).toHaveCount(0);
    await lookAt(page, 'day-10-blind');
    await page.getByRole('button', { name: 'Toon alles weer' }).click();
    await expect(page.getByRole('navigation', { name: 'Hoofdmenu' })).toBeVisible();
  });

  test('what is to be done, with its reason, for each role', async ({ region }) => {
    test.setTimeout(180_000);
    for (const [person, shot] of [[sanne, 'day-04-due-jobcoach'], [mehmet, 'day-05-due-consultant'], [ineke, 'day-06-due-expert']] as const) {
      const own = await newLaptop(region.url);
      const page = await own.open();
      await setUpDevice(page, person);
      await page.getByRole('link', { name: 'Te doen', exact: true }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Te doen' })).toBeVisible();
      await lookAt(page, shot);
      await own.remove();
    }
  });
});
