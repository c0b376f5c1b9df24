import { expect, test } from '@playwright/test';
import { onStandInScreens } from '../support/e2e/stand-in-screens.ts';

/* Every screen in every state, on the stand-in device: no accessibility violation, nothing to scroll sideways, no complaint. */

const { open, unlock, openUnlocked, check, complaints } = onStandInScreens({ fromTop: false });

test('before a key is in memory: signing in, choosing a passphrase, unlocking', async ({ page }) => {
  await open(page, 'first-use-not-durable');
  await expect(page.getByText('Demo-omgeving')).toBeVisible();
  await check(page, 'sign-in');
  await page.getByRole('button', { name: /Sanne de Wit/ }).click();
  await page.getByLabel('Wachtzin', { exact: true }).fill('kort');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Deze wachtzin is te kort. Gebruik nog minstens 8 tekens.')).toBeVisible();
  await expect(page.getByLabel('Wachtzin', { exact: true })).toBeFocused();
  await expect(page.getByLabel('Wachtzin', { exact: true })).toHaveValue('kort');
  await check(page, 'choose-passphrase');
});

for (const [scenario, sentence] of [
  ['first-use-offline', 'Geen verbinding met de server'],
  ['not-a-demo', 'Aanmelden kan hier nog niet.'],
  ['two-accounts', 'Wie ben je?'],
  ['below-floor', 'Deze versie is te oud voor dit apparaat'],
  ['below-floor-browser', 'Werk de browser bij en open Veldwerk opnieuw.'],
] as const) {
  test(`before a key is in memory: ${scenario}`, async ({ page }) => {
    await open(page, scenario);
    await expect(page.getByText(sentence).first()).toBeVisible();
    await check(page, scenario);
  });
}

for (const [scenario, sentence] of [
  ['wrong-passphrase', 'Deze wachtzin klopt niet.'],
  ['wrong-passphrase-wait', /Wacht \d+ seconden en probeer het opnieuw/],
  ['broken-storage', 'Er is niets weggegooid.'],
  ['no-device-secret', 'Het sleutelbeheer van dit apparaat geeft de sleutel van Veldwerk niet.'],
  ['sign-in-needed', 'Te vaak een verkeerde wachtzin'],
] as const) {
  test(`unlocking refused: ${scenario}`, async ({ page }) => {
    await open(page, scenario);
    await unlock(page);
    await expect(page.getByText(sentence).first()).toBeVisible();
    await check(page, scenario);
  });
}

for (const [scenario, sentence] of [
  ['caseload', '60 kandidaten op dit apparaat'],
  ['caseload-15000', '15.000 kandidaten op dit apparaat'],
  ['caseload-opening', 'Kandidaten worden geopend: 4 van 15'],
  ['caseload-failed', 'De kandidaten konden niet worden geopend'],
  ['caseload-fetching', 'Opgehaald: 4.000 van 15.000'],
  ['caseload-waiting', 'Nog geen kandidaten op dit apparaat'],
  ['caseload-empty', 'Je hebt nog geen kandidaten'],
  ['restored', 'De opslag van dit apparaat was beschadigd'],
] as const) {
  test(`the caseload: ${scenario}`, async ({ page }) => {
    await openUnlocked(page, scenario);
    await expect(page.getByText(sentence).first()).toBeVisible();
    await check(page, scenario);
  });
}

test('the caseload by keyboard: two keys to the first match, arrows through the list, back to the same line', async ({ page }) => {
  await openUnlocked(page, 'caseload-15000');
  await expect(page.getByRole('heading', { name: 'Kandidaten' })).toBeFocused();
  await page.keyboard.press('/');
  await page.keyboard.type('nijmegen');
  await expect(page.getByRole('status')).toHaveText(/kandidaten gevonden/);
  await check(page, 'caseload-searched');
  await page.keyboard.press('ArrowDown');
  const first = await page.evaluate(() => document.activeElement?.textContent);
  await page.keyboard.press('End');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowDown');
  const chosen = page.locator('.caseload__link:focus');
  await expect(chosen).toBeInViewport();
  const name = await chosen.textContent();
  expect(name).not.toBe(first);
  await check(page, 'caseload-line-focused');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Alle kandidaten' })).toBeVisible();
  await page.goBack();
  await expect(page.locator('.caseload__link:focus')).toHaveText(name ?? '');
  await expect(page.locator('.caseload__link:focus')).toBeInViewport();
  await page.keyboard.press('/');
  await page.keyboard.type('zzzz');
  await expect(page.getByRole('heading', { name: 'Niemand gevonden' })).toBeVisible();
  await check(page, 'caseload-nothing');
});

test('the caseload in groups: a heading with its count above each, and the arrows go from line to line', async ({ page }) => {
  await openUnlocked(page, 'caseload-15000');
  await page.getByLabel('Groepeer op').selectOption('Gemeente');
  const table = page.getByRole('table', { name: 'Kandidaten op dit apparaat' });
  const heading = table.getByRole('columnheader', { name: /^Berg en Dal/ });
  await expect(heading).toContainText(/^Berg en Dal\s*[\d.]+ kandidaten$/);
  const count = Number(/([\d.]+) kand/.exec((await heading.textContent()) ?? '')?.[1]?.replace('.', ''));
  await expect(table).toHaveAttribute('aria-rowcount', String(15_000 + 7 + 1));
  await check(page, 'caseload-grouped');
  await page.keyboard.press('/');
  await page.keyboard.press('ArrowDown');
  // The last of the first group, and the first of the next: the heading between them is passed by, and stands in its place.
  await page.keyboard.press('End');
  await expect(page.locator('.caseload__link:focus')).toBeInViewport();
  await expect(page.getByRole('row').filter({ has: page.locator('.caseload__link:focus') })).toHaveAttribute('aria-rowindex', String(15_000 + 7 + 1));
  await page.keyboard.press('Home');
  await expect(page.getByRole('row').filter({ has: page.locator('.caseload__link:focus') })).toHaveAttribute('aria-rowindex', '3');
  await expect(heading).toBeInViewport();
  await page.getByLabel('Zoek op naam').fill('druten');
  await expect(table.getByRole('columnheader', { name: /^Druten/ })).toBeVisible();
  await expect(heading).toHaveCount(0);
  expect(count).toBeGreaterThan(100);
});

test('a line that the keyboard reaches is never hidden behind what stays on top', async ({ page }) => {
  await openUnlocked(page, 'caseload');
  await page.keyboard.press('/');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  for (let step = 0; step < 40; step += 1) await page.keyboard.press('ArrowUp');
  const hidden = await page.evaluate(() => {
    const link = document.activeElement;
    const box = link?.getBoundingClientRect();
    return box === undefined || document.elementFromPoint(box.left + 4, box.top + box.height / 2)?.closest('tr') !== link?.closest('tr');
  });
  expect(hidden).toBe(false);
});

test("the candidate's file: summary, draft, what was not sent, and the way to each", async ({ page }) => {
  await openUnlocked(page, 'unsent');
  await page.getByRole('button', { name: /^Niet verstuurd/ }).click();
  await check(page, 'caseload-unsent');
  await page.locator('.caseload__link').first().click();
  await expect(page.getByText('Concept van een bezoek')).toBeVisible();
  await expect(page.getByText('Opgeslagen op dit apparaat, nog niet verstuurd').first()).toBeVisible();
  await expect(page.getByText('Verstuurd om 13:32')).toBeVisible();
  await check(page, 'candidate-unsent');
  await page.getByRole('button', { name: /^Weggooien/ }).click();
  await expect(page.getByRole('button', { name: 'Ongedaan maken' })).toBeVisible();
  await check(page, 'candidate-draft-discarded');
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect(page.getByText('Concept van een bezoek')).toBeVisible();
  await page.locator('.timeline__link').first().click();
  await expect(page.getByText('Actie nodig').first()).toBeVisible();
  await check(page, 'visit-refused');
  await page.getByRole('complementary', { name: 'Versturen en bijwerken' }).getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'Actie nodig' })).toBeVisible();
  await expect(page.getByText('Iemand anders wijzigde intussen: verslag.')).toBeVisible();
  await check(page, 'unsent');
});

test('two versions: nothing is chosen beforehand, a person decides by keyboard and can take it back', async ({ page }) => {
  await openUnlocked(page, 'unsent', '/niet-verstuurd');
  await page.getByRole('link', { name: /^Kies/ }).click();
  await expect(page.getByRole('heading', { name: 'Twee versies: kies' })).toBeFocused();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Keuze vastleggen' }).click();
  await expect(page.getByText('Je moet nog 3 keuzes maken')).toBeVisible();
  await expect(page.getByRole('group', { name: 'Volgend contact' }).getByRole('radio').first()).toBeFocused();
  await check(page, 'conflict-missing');
  await page.getByRole('button', { name: 'Overal mijn versie' }).click();
  await page.getByRole('radio', { name: /Bewaar beide/ }).check();
  await check(page, 'conflict');
  await page.getByRole('button', { name: 'Keuze vastleggen' }).click();
  await expect(page.getByRole('button', { name: 'Ongedaan maken' })).toBeFocused();
  await check(page, 'conflict-decided');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Keuze vastleggen' })).toBeVisible();
});

test('the consultant sees a BSN by its last three digits until asking for it', async ({ page }) => {
  await openUnlocked(page, 'consultant');
  await page.locator('.caseload__link').first().click();
  await expect(page.getByRole('button', { name: 'Toon BSN' })).toBeVisible();
  await check(page, 'candidate-consultant');
  await expect(page.getByText(/^\d{9}$/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Toon BSN' }).click();
  await expect(page.getByText(/^\d{9}$/)).toBeVisible();
  await check(page, 'candidate-bsn');
});

test('who may measure is offered that, who may visit is offered that', async ({ page }) => {
  await openUnlocked(page, 'expert');
  await page.locator('.caseload__link').first().click();
  await expect(page.getByRole('link', { name: 'Loonwaarde meten' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Bezoek vastleggen' })).toHaveCount(0);
  await check(page, 'candidate-expert');
});

test('settings, and the language of everything at once', async ({ page }) => {
  await openUnlocked(page, 'caseload', '/instellingen');
  await check(page, 'settings');
  await page.getByLabel('English').check();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  await check(page, 'settings-en');
  await page.getByLabel(/goes to the search box/).uncheck();
  await page.getByRole('link', { name: 'Candidates' }).click();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).not.toBeFocused();
});

for (const [scenario, address, sentence] of [
  ['signed-out', '/niet-verstuurd', 'Meld je aan om te versturen en bij te werken.'],
  ['caseload-empty', '/agenda', 'Er staat vandaag niets in je agenda.'],
  ['caseload-empty', '/te-doen', 'Niets te doen'],
  ['caseload-empty', '/mijn-uren', 'Geen bezoeken in deze week'],
  ['caseload-empty', '/zoeken', 'Zoek in alles wat op dit apparaat staat'],
  ['consultant', '/kandidaten/dubbel', 'Er zijn geen dubbele dossiers gevonden'],
  ['caseload-empty', '/niet-verstuurd', 'Niets wacht op versturen'],
  ['broken-file', '/kandidaten/some-file', 'Deze gegevens konden niet van dit apparaat worden gelezen.'],
  ['caseload', '/kandidaten/nobody-here', 'Dit dossier staat niet op dit apparaat'],
  ['caseload', '/nergens', 'Deze pagina bestaat niet'],
  ['caseload', '/week', 'Deze pagina is niet voor jouw rol'],
  ['administrator', '/', 'Nog geen documenten van de regio op dit apparaat'],
  ['manager', '/', 'Week'],
] as const) {
  test(`${scenario} at ${address}: ${sentence}`, async ({ page }) => {
    await openUnlocked(page, scenario, address);
    await expect(page.getByText(sentence).first()).toBeVisible();
    await check(page, `${scenario}${address.replaceAll('/', '-')}`);
  });
}

test('a page that cannot be drawn says what is safe and what to do', async ({ page }) => {
  await openUnlocked(page, 'crash', '/kandidaten/some-file');
  await expect(page.getByRole('heading', { name: 'Deze pagina doet het niet' })).toBeFocused();
  complaints.length = 0;
  await check(page, 'crash');
});

test('locking takes everything of a person off the screen and brings back the same page', async ({ page }) => {
  await openUnlocked(page, 'caseload');
  await page.locator('.caseload__link').first().click();
  const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await page.getByRole('button', { name: 'Vergrendelen' }).click();
  await expect(page.getByLabel('Wachtzin', { exact: true })).toBeFocused();
  expect(await page.content()).not.toContain(name);
  await check(page, 'unlock');
  await unlock(page);
  await expect(page.getByRole('heading', { level: 1, name })).toBeFocused();
});
