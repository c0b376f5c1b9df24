import { expect, type Page } from '@playwright/test';
import { newLaptop } from '../support/e2e/browser.ts';
import { eightySixPerCent, measureByKeyboard } from '../support/e2e/by-keyboard/measurement.ts';
import { chooseToDeclare, declareByKeyboard } from '../support/e2e/by-keyboard/sign.ts';
import { amsterdamToday } from '../support/e2e/days.ts';
import type { Subject } from '../support/e2e/figures.ts';
import { Keys } from '../support/e2e/keys.ts';
import { testsOfOneRegion } from '../support/e2e/laptop-test.ts';
import { header, ineke, lotte, setUpDevice, unlock, words } from '../support/e2e/person.ts';
import { lookAt } from '../support/e2e/screen.ts';

/*
 * On the work floor, without network and without a mouse: a measurement of four hoofdtaken, what employee and employer
 * think of it, three signatures, and the proof that the report is what they signed.
 */

const today = amsterdamToday();

const test = testsOfOneRegion();

test.describe('a measurement that is signed', () => {
  test.beforeEach(async ({ laptop }) => setUpDevice(await laptop.open(), ineke));

  test('is made, signed by three and checked offline by keyboard alone, and sent when the network is back', async ({ region, laptop, subject }) => {
    test.setTimeout(300_000);
    const page = laptop.page();
    await region.stop();
    await laptop.context().setOffline(true);
    const keys = new Keys(page);

    // The certificate once, in the settings.
    await keys.tabTo('Instellingen');
    await keys.press('Enter');
    await keys.fill('Nummer van je certificaat', 'LW-2024-0117');
    await keys.fill('Geldig tot en met', '31-12-2027');
    await keys.tabTo('Certificaat vastleggen');
    await keys.press('Enter');
    await expect(page.locator('section').filter({ hasText: 'Nummer van je certificaat' }).getByText(words.kept)).toBeVisible();
    await lookAt(page, 'measurement-01-certificate');

    await openByKeyboard(keys, page, subject);
    keys.count = 0;
    const beganAtMs = Date.now();
    await measureByKeyboard(keys, eightySixPerCent(today));
    await expect(page.getByRole('region', { name: 'Loonwaarde', exact: true })).toContainText('Eén keer afgerond: 86 %');
    await expect(page.getByText('Certificaat LW-2024-0117, geldig tot en met 31 december 2027.')).toBeVisible();
    const formKeys = keys.count;
    // What is half scrolled under the header is no small target.
    await page.evaluate(() => window.scrollTo(0, 0));
    await lookAt(page, 'measurement-02-filled');
    await keys.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Meting vastgelegd' })).toBeFocused();
    await expect(page.locator('main').getByText(words.kept)).toBeVisible();
    await lookAt(page, 'measurement-03-kept');

    // Three people, one after the other.
    keys.count = 0;
    await keys.follow('Nu ondertekenen');
    await expect(page.getByRole('heading', { level: 1, name: 'Ondertekenen' })).toBeFocused();
    await lookAt(page, 'measurement-04-sign');
    await chooseToDeclare(keys);
    await keys.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'Er klopt 1 ding nog niet' })).toBeVisible();
    await lookAt(page, 'measurement-05-sign-incomplete');
    await declareByKeyboard(keys, ['werknemer', 'werkgever'], ineke, 'deskundige', async () => {
      // Two guests had the laptop: nothing of the expert's is shown before the expert has it back, and no way to it is.
      await expect(page.getByLabel('Naam van de deskundige')).toHaveCount(0);
      await expect(page.getByRole('link', { name: 'Terug naar het rapport' })).toHaveCount(0);
      await keys.press('Control+k');
      await expect(page.getByRole('heading', { level: 1, name: 'Geef de laptop terug aan Ineke Willems' })).toBeVisible();
      await lookAt(page, 'measurement-05-hand-back');
    });
    await lookAt(page, 'measurement-06-signed');
    await keys.tabTo('Naar het rapport');
    await keys.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Loonwaardemeting' })).toBeFocused();
    const signKeys = keys.count;

    // The report says it itself, and again when it is asked.
    await expect(page.getByText('Herberekend met de uniforme methode, versie 1: gelijk, 86 %.')).toBeVisible();
    await expect(page.getByText('Dit rapport is ongewijzigd').first()).toBeVisible();
    await expect(page.getByText('LW-2024-0117, geldig tot en met 31-12-2027')).toBeVisible();
    await keys.tabTo('Hoe is dat nagegaan?');
    await keys.press('Enter');
    await keys.tabTo('Reken nu opnieuw na');
    await keys.press('Enter');
    await expect(page.getByRole('status').getByText('Dit rapport is ongewijzigd')).toBeAttached();
    await lookAt(page, 'measurement-07-report');
    console.log(`a measurement of four hoofdtaken: ${formKeys} keystrokes for the form, ${signKeys} for three signatures; ${Math.round((Date.now() - beganAtMs) / 1000)} s with every look at the screen`);
    // At two keys a second that is less than two and a half minutes; more than two thirds of it is text.
    expect(formKeys).toBeLessThan(280);

    // After a restart it still says so, and nothing was sent meanwhile.
    const reportUrl = page.url();
    await laptop.close();
    const again = await laptop.open({ offline: true, url: reportUrl });
    await unlock(again, ineke);
    await again.getByRole('link', { name: 'Kandidaten', exact: true }).click();
    await openSubject(again, subject);
    await expect(again.getByText('Getekend', { exact: true })).toBeVisible();
    await lookAt(again, 'measurement-08-file');
    await region.start();
    await laptop.context().setOffline(false);
    await expect(header(again)).toContainText(words.allSent, { timeout: 70_000 });
    const [stored] = await region.query<{ readonly n: string }>(`select count(*) as n from record where kind = 'signature' and dossier_id = $1`, [subject.dossierId]);
    expect(stored?.n).toBe('3');
  });

  test('is drawn with a pointer, refused by one with a reason, and belongs to the version under which it stands', async ({ laptop, subject }) => {
    test.setTimeout(240_000);
    const page = laptop.page();
    await openSubject(page, subject);
    // The measurement of the test before has come from the server, with its signatures.
    await page.getByRole('link', { name: 'Loonwaarde gemeten: 86 %' }).click();
    await expect(page.getByText('Dit rapport is ongewijzigd').first()).toBeVisible();
    await page.getByRole('link', { name: 'Verbeter deze meting' }).click();
    await expect(page.getByText(/^Je verbetert de meting van/)).toBeVisible();
    await lookAt(page, 'measurement-09-correction');
    await page.getByRole('group', { name: 'Hoofdtaak 2', exact: true }).getByLabel('Kwaliteit %').fill('95');
    await page.getByRole('button', { name: 'Meting definitief vastleggen' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Meting vastgelegd' })).toBeVisible();
    await page.getByRole('link', { name: 'Nu ondertekenen' }).click();

    const box = page.getByRole('img', { name: 'Vak voor de handtekening' });
    await box.scrollIntoViewIfNeeded();
    const place = await box.boundingBox();
    if (place === null) throw new Error('no box to draw in');
    await page.mouse.move(place.x + 40, place.y + 90);
    await page.mouse.down();
    for (let step = 0; step <= 40; step += 1) await page.mouse.move(place.x + 40 + step * 8, place.y + 90 + Math.sin(step / 3) * 45);
    await page.mouse.up();
    await lookAt(page, 'measurement-10-drawn');
    await page.getByRole('button', { name: 'Ondertekenen als werknemer' }).click();
    await expect(page.getByRole('img', { name: /^Handtekening van/ })).toBeVisible();
    await page.getByRole('radio', { name: 'Ik teken niet' }).check();
    await page.getByLabel('Waarom teken je niet?').fill('Wil er eerst met de leidinggevende over praten.');
    await page.getByRole('button', { name: 'Vastleggen dat je niet tekent' }).click();
    await page.getByRole('button', { name: 'Ik ben Ineke Willems, ga verder' }).click();
    await expect(page.getByText('Reden: Wil er eerst met de leidinggevende over praten.')).toBeVisible();
    await page.getByRole('link', { name: 'Terug naar het rapport' }).click();
    await expect(page.getByText('Dit is versie 2 van deze meting')).toBeVisible();
    await lookAt(page, 'measurement-11-corrected-report');
    await page.getByRole('link', { name: /^Versie 1 van / }).click();
    await expect(page.getByText('Dit is versie 1; de meting is verbeterd')).toBeVisible();
    await expect(page.getByText('De handtekeningen hieronder horen bij deze eerdere versie.', { exact: false })).toBeVisible();
    await expect(page.getByText('Dit rapport is ongewijzigd').first()).toBeVisible();
  });

  test('is confirmed by a short contact, which says why and finds the same', async ({ laptop, subject }) => {
    test.setTimeout(120_000);
    const page = laptop.page();
    await openSubject(page, subject);
    await page.getByRole('link', { name: 'Loonwaarde meten' }).click();
    await page.getByRole('radio', { name: 'Kort contact' }).first().check();
    await expect(page.getByText(/ is 87 % gemeten\.$/)).toBeVisible();
    await page.getByRole('button', { name: 'Neem de hoofdtaken van toen over' }).click();
    await expect(page.getByRole('region', { name: 'Loonwaarde', exact: true })).toContainText('Eén keer afgerond: 87 %');
    await page.getByRole('group', { name: 'Hoofdtaak 1', exact: true }).getByLabel('Tempo %').fill('70');
    await page.getByLabel('Zienswijze van de werknemer').fill('Het gaat zoals vorig jaar.');
    await page.getByLabel('Zienswijze van de werkgever').fill('Ik zie geen verschil.');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Toen was het 87 %, nu is het 80 %. Kies een nieuwe meting, of neem de getallen van toen over.').first()).toBeVisible();
    await page.evaluate(() => window.scrollTo(0, 0));
    await lookAt(page, 'measurement-18-short-contact');
    await page.getByRole('group', { name: 'Hoofdtaak 1', exact: true }).getByLabel('Tempo %').fill('87,5');
    await page.getByLabel(/^Waarom zo\?/).fill('Zelfde werk, zelfde begeleiding.');
    await page.getByRole('button', { name: /^Over 1 jaar/ }).click();
    await page.getByRole('radio', { name: 'Nieuwe meting' }).last().check();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Meting vastgelegd' })).toBeVisible();
    await page.getByRole('link', { name: 'Bekijk het rapport' }).click();
    await expect(page.getByText('Kort contact over een eerdere meting')).toBeVisible();
    await expect(page.getByText('Dan komt er een nieuwe meting.')).toBeVisible();
  });

  test('has a timer for one hand, that goes on while the screen is frozen, the laptop sleeps and the browser is gone', async ({ laptop, subject }) => {
    test.setTimeout(120_000);
    const page = laptop.page();
    await openSubject(page, subject);
    await page.getByRole('link', { name: 'Loonwaarde meten' }).click();
    const task = page.getByRole('group', { name: 'Hoofdtaak 1', exact: true });
    await task.getByText('Tijd opnemen en tellen').click();
    await task.getByRole('button', { name: 'Start de tijd' }).click();
    await task.getByRole('button', { name: /^Eén stuk erbij/ }).click();
    await task.getByRole('button', { name: /^Eén stuk erbij/ }).click();
    await expect(page.getByText(words.draftSaved)).toBeVisible();
    await lookAt(page, 'measurement-12-timer');

    // With a thumb, on the narrowest screen: as wide as the form and as high as a thumb is.
    const size = page.viewportSize() ?? { width: 1280, height: 800 };
    await page.setViewportSize({ width: 360, height: 740 });
    for (const name of ['Stop de tijd', 'Eén stuk erbij (2)']) {
      const box = await task.getByRole('button', { name }).boundingBox();
      expect(box?.height ?? 0, name).toBeGreaterThanOrEqual(64);
      expect(box?.width ?? 0, name).toBeGreaterThanOrEqual(260);
    }
    await page.setViewportSize(size);

    // The window is put to sleep by the browser: no second is drawn, and none is lost.
    const browser = await laptop.context().newCDPSession(page);
    const time = task.getByText(/^De tijd loopt: /);
    const secondsShown = async (): Promise<number> => (/(\d+):(\d\d)$/.exec(await time.innerText()) ?? []).slice(1).reduce((sum, part) => sum * 60 + Number(part), 0);
    const before = await secondsShown();
    const frozenAtMs = Date.now();
    await browser.send('Page.setWebLifecycleState', { state: 'frozen' });
    await expect.poll(() => Date.now() - frozenAtMs, { timeout: 10_000 }).toBeGreaterThan(3_000);
    await browser.send('Page.setWebLifecycleState', { state: 'active' });
    await expect.poll(secondsShown).toBeGreaterThanOrEqual(before + 3);

    // The laptop slept for three minutes, too short to be locked: its clock went on, and the time with it.
    await page.clock.setFixedTime(Date.now() + 3 * 60_000);
    await expect(task.getByText(/^De tijd loopt: 0?[34]:/)).toBeVisible();
    await laptop.kill();
    const again = await laptop.open();
    await unlock(again, ineke);
    await openSubject(again, subject);
    await again.getByRole('link', { name: 'Loonwaarde meten' }).click();
    const restored = again.getByRole('group', { name: 'Hoofdtaak 1', exact: true });
    await expect(restored.getByText(/^De tijd loopt: \d/)).toBeVisible();
    await expect(restored.getByRole('button', { name: 'Eén stuk erbij (2)' })).toBeVisible();
    await restored.getByRole('button', { name: 'Stop de tijd' }).click();
    await expect(restored.getByRole('timer')).not.toHaveText('00:00');
    await restored.getByLabel('Norm per uur').fill('4');
    await restored.getByLabel('Tijd verbeteren (minuten)').fill('45');
    await restored.getByRole('button', { name: 'Neem 66,6667 % over als tempo' }).click();
    await expect(restored.getByLabel('Tempo %')).toHaveValue('66,6667');
    await expect(restored.getByLabel('Toelichting bij tempo')).toHaveValue('Geteld: 2 stuks in 45:00; de norm is 4 per uur.');
    await lookAt(again, 'measurement-13-timed');
  });

  test('of an older file is taken over and computes to what its own report says', async ({ laptop, subject }) => {
    test.setTimeout(120_000);
    const page = laptop.page();
    await openSubject(page, subject);
    await page.getByRole('link', { name: 'Loonwaarde meten' }).click();
    await page.getByRole('link', { name: 'Oudere meting overnemen' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Oudere meting overnemen' })).toBeVisible();
    const fields: readonly (readonly [string, string])[] = [
      ['Datum van het bedrijfsbezoek', '10-03-2016'], ['Datum van het rapport', '18-03-2016'], ['Wie de meting deed', 'H. Bosman'], ['Werkgever', 'Kwekerij De Linge'], ['Contactpersoon', 'W. de Haan'],
      ['Normfunctie', 'Medewerker kas'], ['Functie van de werknemer', 'Hulp in de kas'], ['Contracturen per week', '24'], ['Voltijd per week', '38'], ['Werkdagen per week', '4'], ['Begin van het contract', '1-2-2016'],
    ];
    for (const [label, text] of fields) await page.getByLabel(label, { exact: true }).fill(text);
    await page.getByLabel(/^Functieloon per maand/).fill('1650,00');
    const task = page.getByRole('group', { name: 'Hoofdtaak 1', exact: true });
    for (const [label, text] of [['Taak', 'Stekken'], ['Aandeel %', '100'], ['Tempo %', '60'], ['Kwaliteit %', '90'], ['Inzetbaarheid %', '80']] as const) await task.getByLabel(label, { exact: true }).fill(text);
    await page.getByLabel('Loonwaarde % in het oude rapport').fill('44');
    await page.getByRole('button', { name: 'Oudere meting vastleggen' }).click();
    await expect(page.getByText('Herberekend is het 43 %, in het oude rapport staat 44 %. Kijk de getallen na.').first()).toBeVisible();
    await lookAt(page, 'measurement-14-older-differs');
    await page.getByLabel('Loonwaarde % in het oude rapport').fill('43');
    await page.getByRole('button', { name: 'Oudere meting vastleggen' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Oudere meting vastgelegd' })).toBeVisible();
    await expect(page.getByText('Herberekend met Dariuz, versie 1: gelijk, 43 %.')).toBeVisible();
    await page.getByRole('link', { name: 'Bekijk het rapport' }).click();
    await expect(page.getByText('Herberekend met Dariuz, versie 1: gelijk, 43 %.')).toBeVisible();
    await expect(page.getByText('Methode Dariuz (versie 1).')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Loonwaarderapport als PDF' })).toBeVisible();
    // It was signed on paper, by those who were there.
    await expect(page.getByText('De zienswijzen en de handtekeningen staan op het oorspronkelijke rapport.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Handtekeningen' })).toHaveCount(0);
    await expect(page.getByRole('link', { name: /ondertekenen/i })).toHaveCount(0);
    await lookAt(page, 'measurement-15-older-report');
  });

  test('is computed with the minimum wage that the administrator published, on a device that got no new release', async ({ region, laptop, subject }) => {
    test.setTimeout(180_000);
    const office = await newLaptop(region.url);
    try {
      const page = await office.open();
      await setUpDevice(page, lotte);
      const keys = new Keys(page);
      await keys.tabTo('Nieuw minimumloon');
      await keys.press('Enter');
      await expect(page.getByRole('heading', { level: 1, name: 'Bedragen voor loonkostensubsidie' })).toBeFocused();
      await keys.press('Control+Enter');
      await expect(page.getByRole('heading', { name: 'Er kloppen 4 dingen nog niet' })).toBeVisible();
      await lookAt(page, 'measurement-16-table-errors');
      await keys.fill('Gaat in op', '1-1-2027');
      await keys.fill('Bekend tot en met', '30-6-2027');
      await keys.fill('Per maand', '2380');
      await keys.fill('Per uur', '15,25');
      await keys.fill('Waar staat dit?', 'Staatscourant 2026, nummer 40112');
      await expect(page.getByText(/^Voorbeeld: loonwaarde 50 %, 36 uur\./)).toBeVisible();
      await page.evaluate(() => window.scrollTo(0, 0));
      await lookAt(page, 'measurement-17-table');
      await keys.press('Control+Enter');
      await expect(page.getByRole('heading', { name: 'Nu in gebruik: tabel 1001' })).toBeVisible();
      await expect(header(page)).toContainText(words.allSent, { timeout: 30_000 });
    } finally {
      await office.remove();
    }
    const page = laptop.page();
    await openSubject(page, subject);
    await page.getByRole('link', { name: 'Loonwaarde meten' }).click();
    await page.getByLabel('Begin van het contract').fill('01-02-2027');
    await page.getByLabel('Voltijd per week').fill('36');
    await page.getByLabel('Contracturen per week').fill('32');
    await page.getByLabel('Levert een reguliere arbeidsprestatie').uncheck();
    const task = page.getByRole('group', { name: 'Hoofdtaak 1', exact: true });
    for (const [label, text] of [['Taak', 'Vegen'], ['Aandeel %', '100'], ['Tempo %', '60'], ['Kwaliteit %', '100'], ['Netto werktijd %', '100']] as const) await task.getByLabel(label, { exact: true }).fill(text);
    const subsidy = page.getByRole('region', { name: 'Loonkostensubsidie' });
    await subsidy.getByText('Zo is dit berekend').click();
    await expect(subsidy).toContainText('Bedragen uit tabel versie 1001.', { timeout: 60_000 });
    await expect(subsidy).toContainText('€ 2.380,00');

    // What was measured before stays as it was, with the table it was made with.
    await openSubject(page, subject);
    await page.getByRole('link', { name: /^Loonwaarde gemeten: / }).first().click();
    await expect(page.getByText(/^Herberekend met .*, versie 1: gelijk, \d+ %\.$/)).toBeVisible();
    const then = page.getByRole('region', { name: 'Loonkostensubsidie' });
    await then.getByText('Zo is dit berekend').click();
    await expect(then).toContainText('Bedragen uit tabel versie 1.');
    await expect(then).not.toContainText('€ 2.380,00');
  });

  async function openByKeyboard(keys: Keys, page: Page, subject: Subject): Promise<void> {
    await keys.tabTo('Kandidaten');
    await keys.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Kandidaten' })).toBeVisible();
    await keys.press('/');
    await keys.type(subject.listName);
    await expect(page.getByRole('link', { name: subject.listName })).toBeVisible();
    await keys.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: subject.fullName })).toBeFocused();
    await keys.tabTo('Loonwaarde meten');
    await keys.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Loonwaarde meten' })).toBeFocused();
  }

  async function openSubject(page: Page, subject: Subject): Promise<void> {
    await page.getByRole('link', { name: 'Kandidaten', exact: true }).click();
    await page.keyboard.press('/');
    await page.keyboard.type(subject.listName);
    await expect(page.getByRole('link', { name: subject.listName })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: subject.fullName })).toBeVisible();
  }
});
