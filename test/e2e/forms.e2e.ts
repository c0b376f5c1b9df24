import { expect, test, type Page } from '@playwright/test';
import type { ScenarioName } from '../support/ui/scenarios.ts';
import { Keys } from '../support/e2e/keys.ts';
import { onStandInScreens } from '../support/e2e/stand-in-screens.ts';

/* The two forms in every state and by keyboard alone, on the stand-in device. */

const { url, openUnlocked, check } = onStandInScreens({ fromTop: true });

async function openForm(page: Page, scenario: ScenarioName, link: string): Promise<void> {
  await openUnlocked(page, scenario);
  // The file with a draft and unsent work, where the scenario has one.
  if (scenario === 'unsent') await page.getByRole('button', { name: /^Niet verstuurd/ }).click();
  await page.locator('.caseload__link').first().click();
  await page.getByRole('link', { name: link }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
}

/** What has the focus is seen: not under the header, not under the bar. */
async function expectFocusInSight(page: Page): Promise<void> {
  const hidden = await page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return null;
    const box = focused.getBoundingClientRect();
    const at = document.elementFromPoint(box.left + Math.min(box.width / 2, 20), Math.min(box.top + box.height / 2, box.top + 20));
    return at !== null && (focused.contains(at) || at.contains(focused)) ? null : focused.outerHTML.slice(0, 120);
  });
  expect(hidden).toBeNull();
}

test('a visit: empty, refused with reasons, filled in, kept', async ({ page }) => {
  await openForm(page, 'caseload', 'Bezoek vastleggen');
  await check(page, 'visit-empty');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: /^Er kloppen \d dingen nog niet$/ })).toBeVisible();
  await check(page, 'visit-refused-form');
  await page.getByLabel('Begin', { exact: true }).fill('930');
  await page.getByLabel('Duur in minuten').fill('1:30');
  await page.getByLabel('Op de werkplek').check();
  await page.getByLabel('Allebei').check();
  await page.getByLabel('Wat heb je gedaan?').selectOption('Evaluatie');
  await page.getByLabel('Wat zag en hoorde je?').fill('Werkt zelfstandig aan de lijn. Vraagt om hulp als het nodig is.');
  await page.getByLabel('Het gaat goed').check();
  await page.getByRole('button', { name: 'Afspraak toevoegen' }).click();
  await page.keyboard.type('Rooster maken voor december');
  await page.getByLabel('Wie doet het?').last().selectOption('Werkgever');
  await page.getByLabel('Klaar op').last().fill('1-12');
  await page.getByLabel(/^Volgend contact/).fill('+2w');
  await page.getByLabel(/^Volgend contact/).blur();
  await expect(page.getByLabel(/^Volgend contact/)).toHaveValue('06-12-2026');
  await expect(page.getByText('zondag 6 december 2026')).toBeVisible();
  await expect(page.getByText('Concept opgeslagen op dit apparaat om 14:32')).toBeVisible();
  await check(page, 'visit-filled');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Bezoek vastgelegd' })).toBeFocused();
  await expect(page.getByText('Opgeslagen op dit apparaat, nog niet verstuurd').first()).toBeVisible();
  await check(page, 'visit-kept');
});

test('a draft of a visit that came back, and thrown away with a way back', async ({ page }) => {
  await openForm(page, 'unsent', 'Bezoek vastleggen');
  await expect(page.getByText('Dit is je concept van vandaag 13:54.')).toBeVisible();
  await expect(page.getByLabel('Wat zag en hoorde je?')).toHaveValue('Begonnen op de werkvloer.');
  await check(page, 'visit-restored');
  await page.getByRole('button', { name: 'Concept weggooien' }).click();
  await expect(page.getByText('Je concept is weggegooid.')).toBeVisible();
  await check(page, 'visit-discarded');
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect(page.getByLabel('Wat zag en hoorde je?')).toHaveValue('Begonnen op de werkvloer.');
});

test('a visit by keyboard alone, with what has the focus always in sight', async ({ page }) => {
  await openForm(page, 'caseload', 'Bezoek vastleggen');
  const keys = new Keys(page);
  await keys.tabTo('Begin');
  await keys.type('930');
  await keys.press('Tab');
  await keys.type('60');
  await keys.press('Tab', 2);
  await keys.press('Space');
  await keys.press('Tab');
  await keys.press('Space');
  await keys.press('Tab');
  await keys.type('Ev');
  await keys.tabTo('Wat zag en hoorde je?');
  await keys.type('Werkt rustig door.');
  for (let step = 0; step < 25; step += 1) {
    await keys.press('Tab');
    await expectFocusInSight(page);
    if (await page.getByLabel('Het gaat goed').evaluate((each) => each === document.activeElement)) break;
  }
  await keys.press('Space');
  await keys.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Bezoek vastgelegd' })).toBeFocused();
});

interface Task {
  readonly name: string;
  readonly numbers: readonly [string, string, string, string];
  readonly explanations: readonly string[];
}

const four: readonly Task[] = [
  { name: 'Schoffelen', numbers: ['40', '70/80', '90', '100'], explanations: ['', 'Laat soms wortels staan.'] },
  { name: 'Blad ruimen', numbers: ['30', '80', '100', '90'], explanations: ['Loopt langzaam.', 'Elk uur pauze.'] },
  { name: 'Snoeien', numbers: ['20', '60', '80', '100'], explanations: ['Kijkt steeds na.', 'Snoeit te kort.'] },
  { name: 'Bus inladen', numbers: ['10', '100', '100', '100'], explanations: [] },
];

async function typeTask(keys: Keys, { name, numbers, explanations }: Task): Promise<void> {
  await keys.type(name);
  for (const number of numbers) {
    await keys.press('Tab');
    await keys.type(number);
  }
  await keys.press('Tab');
  for (const explanation of explanations) {
    // What was counted explains itself.
    await keys.type(explanation);
    await keys.press('Tab');
  }
}

test('a measurement of four hoofdtaken by keyboard alone, with every key counted', async ({ page }) => {
  await openForm(page, 'expert', 'Loonwaarde meten');
  const keys = new Keys(page);
  // Somebody without a running placement: nothing but the date and the expert stands there already.
  for (const [label, text] of [['Werkgever', 'Groen BV'], ['Contactpersoon', 'T. Peters'], ['Normfunctie', 'Medewerker groen'], ['Functie van de werknemer', 'Medewerker groen'], ['Contracturen per week', '32'], ['Voltijd per week', '36'], ['Werkdagen per week', '4'], ['Begin van het contract', '1-3']] as const) {
    await keys.tabTo(label);
    await keys.type(text);
  }
  await keys.tabTo('Taak');
  for (const [index, task] of four.entries()) {
    await typeTask(keys, task);
    if (index === four.length - 1) break;
    await keys.tabTo('Hoofdtaak toevoegen');
    await keys.press('Enter');
    await expect(page.getByRole('group', { name: `Hoofdtaak ${index + 2}`, exact: true }).getByLabel('Taak', { exact: true })).toBeFocused();
    await expectFocusInSight(page);
  }
  await expect(page.getByText('De aandelen zijn samen 100 %.', { exact: true })).toBeVisible();
  await expect(page.locator('.panel__figure').first()).toHaveText('73 %');
  await keys.tabTo('Zienswijze van de werknemer');
  await keys.type('Klopt voor mij.');
  await keys.press('Tab');
  await keys.type('Herkenbaar.');
  await keys.press('Tab');
  await keys.type('+52w');
  await keys.press('Tab');
  await expectFocusInSight(page);
  await keys.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Meting vastgelegd' })).toBeFocused();
  await expect(page.getByText('Deze meting is definitief en verandert niet meer.')).toBeVisible();
  test.info().annotations.push({ type: 'keystrokes', description: String(keys.count) });
  console.log(`a measurement of four hoofdtaken, from an empty form: ${keys.count} keystrokes`);
  // Three minutes at two and a half keys a second.
  expect(keys.count).toBeLessThan(450);
  await check(page, 'measurement-kept');
});

test('a measurement: empty, half, with a question, with its working, refused, regular', async ({ page }) => {
  await openForm(page, 'expert', 'Loonwaarde meten');
  await check(page, 'measurement-empty');
  const keys = new Keys(page);
  await page.getByLabel('Taak', { exact: true }).focus();
  await typeTask(keys, { name: 'Schoffelen', numbers: ['60', '110', '80', '90'], explanations: ['Snel moe.', 'snel moe'] });
  await expect(page.getByText('De aandelen zijn samen 60 %. Verdeel nog 40 %.')).toBeVisible();
  await expect(page.getByText('De toelichtingen zijn gelijk.')).toBeVisible();
  await check(page, 'measurement-half');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: /^Er k/ })).toBeVisible();
  await check(page, 'measurement-refused-form');
  for (const [label, text] of [['Contracturen per week', '28,5'], ['Voltijd per week', '36'], ['Werkdagen per week', '4'], ['Begin van het contract', '1-3'], ['Aandeel %', '100']] as const) {
    await page.getByLabel(label).fill(text);
  }
  await page.getByText('Zo is dit berekend').click();
  await expect(page.getByText('Taak 1: tempo 110 % telt als 100 %.')).toBeVisible();
  await check(page, 'measurement-working');
  await page.getByLabel('Levert een reguliere arbeidsprestatie').check();
  await expect(page.locator('.panel__figure').first()).toHaveText('100 %');
  await check(page, 'measurement-regular');
});

test('the report of a measurement, to read', async ({ page }) => {
  await openUnlocked(page, 'unsent');
  await page.getByRole('button', { name: /^Niet verstuurd/ }).click();
  await page.locator('.caseload__link').first().click();
  await page.getByRole('link', { name: /^Loonwaarde gemeten/ }).first().click();
  await expect(page.getByText('Deze meting is definitief')).toBeVisible();
  await page.getByText('Zo is dit berekend').click();
  await check(page, 'measurement-report');
});

test('both forms in English', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('veldwerk.language', 'en'));
  await page.addInitScript(() => sessionStorage.setItem('scenario', 'caseload'));
  await page.goto(url());
  await page.locator('input[type=password]').fill('de blauwe fiets lust geen soep');
  await page.keyboard.press('Enter');
  await page.locator('.caseload__link').first().click();
  await page.getByRole('link', { name: 'Record a visit' }).click();
  await expect(page.getByLabel('Date', { exact: true })).toHaveValue('22/11/2026');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Fill in a time.').first()).toBeVisible();
  await check(page, 'visit-english');
});
