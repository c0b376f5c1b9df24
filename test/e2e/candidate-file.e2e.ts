import { expect, test, type Page } from '@playwright/test';
import { newLaptop, type Laptop } from '../support/e2e/browser.ts';
import { amsterdamToday, plusDays, typed } from '../support/e2e/days.ts';
import { Keys } from '../support/e2e/keys.ts';
import { header, mehmet, setUpDevice, words } from '../support/e2e/person.ts';
import { startRegion, type Region } from '../support/e2e/region.ts';
import { lookAt } from '../support/e2e/screen.ts';

/* The whole file of a person, without a mouse and without a connection; and one person whom two laptops wrote down. */

const today = amsterdamToday();

test.describe("a candidate's file", () => {
  let region: Region;
  const laptops: Laptop[] = [];
  const open = async (): Promise<Page> => {
    const laptop = await newLaptop(region.url);
    laptops.push(laptop);
    return laptop.open();
  };
  test.beforeAll(async () => void (region = await startRegion()));
  test.afterEach(async () => {
    for (const laptop of laptops.splice(0)) await laptop.remove();
    await region.start();
  });
  test.afterAll(() => region.end());

  test('somebody new, by keyboard and offline: who may be there already is said, the file is filled, a move has its reason; then it is sent', async () => {
    test.setTimeout(300_000);
    const [known] = await region.query<{ given: string; family: string; born: string }>(
      `select groups->'identity'->'data'->>'givenName' as given, groups->'identity'->'data'->>'familyName' as family, groups->'identity'->'data'->>'birthDate' as born
       from record where kind = 'candidate' and length(groups->'identity'->'data'->>'familyName') > 6 order by n limit 1`,
    );
    const [employer] = await region.query<{ name: string }>(`select groups->'identity'->'data'->>'name' as name from record where kind = 'employer' order by n limit 1`);
    if (known === undefined || employer === undefined) throw new Error('the region has no candidates');
    const page = await open();
    await setUpDevice(page, mehmet);
    await region.stop();
    const keys = new Keys(page);

    await page.getByRole('link', { name: 'Kandidaten', exact: true }).focus();
    await keys.press('Enter');
    await keys.tabTo('Nieuwe kandidaat');
    await keys.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Nieuwe kandidaat' })).toBeFocused();
    await keys.press('Control+Enter');
    await expect(page.getByRole('heading', { name: /nog niet$/ })).toBeVisible();
    await lookAt(page, 'file-01-new-errors');

    // Almost the name of somebody who is there, born on the same day.
    await keys.tabTo('Voornaam');
    await keys.type(known.given);
    await keys.tabTo('Achternaam');
    await keys.type(`${known.family.slice(0, 2)}${known.family.slice(3)}`);
    await keys.tabTo('Geboortedatum');
    await keys.type(typed(known.born));
    await keys.press('Tab');
    await expect(page.getByRole('heading', { name: 'Misschien is deze persoon er al' })).toBeVisible();
    await expect(page.getByText('Dezelfde geboortedatum en bijna dezelfde naam')).toBeVisible();
    await lookAt(page, 'file-02-new-known');

    // It is somebody else: nothing stands in the way.
    await page.getByLabel('Achternaam', { exact: true }).focus();
    await keys.press('Control+A');
    await keys.type('Zandbergen-Test');
    await expect(page.getByRole('heading', { name: 'Is deze persoon er al?' })).toBeVisible();
    await keys.tabTo(/^Burgerservicenummer/);
    await keys.type('123456789');
    await keys.tabTo('Gemeente');
    await keys.type('Wij');
    await keys.tabTo('Bedrijfspoort');
    await keys.press('Space');
    await keys.tabTo('1 Werkfit');
    await keys.press('ArrowDown');
    await keys.tabTo('Werk');
    await keys.press('ArrowDown');
    await keys.tabTo('1 Acute problemen');
    await keys.press('ArrowDown');
    await keys.press('ArrowDown');
    await keys.tabTo('Regeling');
    await keys.type('Par');
    await keys.tabTo(/^Telefoon/);
    await keys.type('06-00001234');
    await keys.press('Control+Enter');
    // A wrong BSN is said, never mended.
    await expect(page.getByRole('link', { name: /Dit is geen geldig BSN/ })).toBeVisible();
    await page.getByLabel(/^Burgerservicenummer/).focus();
    await keys.press('Control+A');
    await keys.type('123456782');
    await keys.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Kandidaat vastgelegd' })).toBeFocused();
    await expect(page.locator('main').getByText(words.kept)).toBeVisible();
    await lookAt(page, 'file-03-kept');

    await keys.tabTo('Naar het dossier');
    await keys.press('Enter');
    const name = new RegExp('Zandbergen-Test$');
    await expect(page.getByRole('heading', { level: 1, name })).toBeFocused();
    await lookAt(page, 'file-04-overview');

    // A part of the file, by its own small form.
    await keys.tabTo('Werk');
    await keys.press('Enter');
    await keys.tabTo('Invullen: Wat iemand kan');
    await keys.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Wat iemand kan' })).toBeFocused();
    await keys.tabTo('Wat kan deze persoon goed?');
    await keys.type('Werkt nauwkeurig en rustig.');
    await keys.press('Control+s');
    await expect(page.getByRole('status')).toHaveText(words.draftSaved);
    await lookAt(page, 'file-05-abilities');
    await keys.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name })).toBeFocused();
    await expect(page.getByText('Werkt nauwkeurig en rustig.').first()).toBeVisible();
    await lookAt(page, 'file-06-work');

    // A move from one group to another, with its reason.
    await keys.tabTo('Gegevens');
    await keys.press('Enter');
    await keys.tabTo('Wijzigen: Waar iemand staat');
    await keys.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Waar iemand staat' })).toBeFocused();
    await keys.press('Control+Enter');
    await expect(page.getByRole('link', { name: /Vul dit in/ })).toBeVisible();
    await page.getByRole('radio', { name: '2 Tijdelijke ondersteuning' }).focus();
    await keys.press('ArrowDown');
    await keys.tabTo('Reden');
    await keys.type('Heeft op de werkplek langer hulp nodig dan gedacht.');
    await lookAt(page, 'file-07-move');
    await keys.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name })).toBeFocused();
    await expect(page.getByText('3 Structurele ondersteuning', { exact: true })).toBeVisible();
    await page.locator('summary', { hasText: '1 eerdere wijziging' }).first().focus();
    await keys.press('Enter');
    await expect(page.getByText('van 2 Tijdelijke ondersteuning naar 3 Structurele ondersteuning')).toBeVisible();
    await expect(page.getByText(`door ${mehmet.name}`).first()).toBeVisible();
    await lookAt(page, 'file-08-data');
    await keys.tabTo('Tijdlijn');
    await keys.press('Enter');
    await expect(page.getByText('Van groep 2 naar groep 3, Structurele ondersteuning').first()).toBeVisible();
    await expect(page.getByText('Heeft op de werkplek langer hulp nodig dan gedacht.').first()).toBeVisible();
    await lookAt(page, 'file-09-timeline');

    // Where somebody works now, at one of the region's employers, with a subsidy that ends soon.
    await keys.tabTo('Werk');
    await keys.press('Enter');
    await keys.tabTo('Plaatsing toevoegen');
    await keys.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Plaatsing vastleggen' })).toBeFocused();
    await keys.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'Er kloppen 5 dingen nog niet' })).toBeVisible();
    await lookAt(page, 'placement-01-errors');
    await keys.tabTo('Werkgever');
    await keys.type(employer.name);
    await keys.fill(/^Functie/, 'Medewerker magazijn');
    await keys.tabTo(/^Hoe werkt deze persoon daar/);
    // A proefplaatsing first: its limits stand beside the fields, longer takes a reason, and what was not asked yet is said.
    await keys.type('Pr');
    await keys.fill('Uren per week', '28,5');
    await keys.fill('Begint op', typed(plusDays(today, -170)));
    await keys.fill(/^Afgesproken tot en met/, typed(plusDays(today, -60)));
    await keys.press('Tab');
    await expect(page.getByText(/^Twee maanden is tot en met /)).toBeVisible();
    await expect(page.getByText('Waarom langer dan twee maanden?').first()).toBeVisible();
    await expect(page.getByText('Nog niet alles is nagegaan')).toBeVisible();
    await lookAt(page, 'placement-04-trial');
    await page.getByLabel(/^Hoe werkt deze persoon daar/).focus();
    await keys.type('In');
    await expect(page.getByText('Nog niet alles is nagegaan')).toBeHidden();
    await keys.fill(/^Forfaitaire subsidie sinds/, typed(plusDays(today, -165)));
    await keys.press('Tab');
    await expect(page.getByText(/^De subsidie van 50 % duurt dan tot en met /)).toBeVisible();
    await lookAt(page, 'placement-02-filled');
    await keys.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Plaatsing vastgelegd' })).toBeFocused();
    await expect(page.locator('main').getByText(words.kept)).toBeVisible();
    await keys.tabTo('Te doen');
    await keys.press('Enter');
    // What comes first in the whole list is the demo's matter; of its own kind it is the only one.
    await keys.follow(/^Forfaitaire subsidie/);
    await expect(page.getByText('Loonwaarde meten voordat de forfaitaire subsidie stopt').first()).toBeVisible();

    // An employer that is found is no dead end: who works there is one key away, also who was placed a moment ago.
    await keys.press('Control+k');
    await keys.type(employer.name);
    await expect(page.getByRole('link', { name: employer.name, exact: true }).first()).toBeVisible();
    await page.getByRole('link', { name: employer.name, exact: true }).first().focus();
    await keys.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: employer.name })).toBeFocused();
    await lookAt(page, 'placement-03-employer');
    await keys.tabTo(/^Zandbergen-Test/);
    await keys.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name })).toBeFocused();

    // The work ends: the same placement, with its reason.
    await keys.tabTo(`Wijzig de plaatsing bij ${employer.name}`);
    await keys.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Plaatsing wijzigen' })).toBeFocused();
    await keys.fill(/^Laatste dag/, typed(today));
    await keys.press('Tab');
    await keys.tabTo(/^Waarom gestopt\?/);
    await keys.type('Doorg');
    await keys.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Plaatsing vastgelegd' })).toBeFocused();

    await region.start();
    await expect(header(page)).toContainText(words.allSent, { timeout: 60_000 });
    const [sent] = await region.query<{ grp: string; reason: string; former: string }>(
      `select c.groups->'status'->'data'->>'candidateGroup' as grp, c.groups->'move'->'data'->>'reason' as reason, f.groups->'status'->'data'->'data'->>'candidateGroup' as former
       from record c join record f on f.dossier_id = c.dossier_id and f.kind = 'former' where c.kind = 'candidate' and c.groups->'identity'->'data'->>'familyName' = 'Zandbergen-Test'`,
    );
    const placed = await region.query<{ employer: string; hours: string; since: string; ended: string; reason: string }>(
      `select d->>'employerName' as employer, d->>'hoursPerWeek' as hours, d->>'forfaitaryFrom' as since, d->>'endedOn' as ended, d->>'endReason' as reason
       from (select groups->'facts'->'data' as d, dossier_id from record where kind = 'placement') p
       join record c on c.dossier_id = p.dossier_id and c.kind = 'candidate' and c.groups->'identity'->'data'->>'familyName' = 'Zandbergen-Test'`,
    );
    expect(placed).toEqual([{ employer: employer.name, hours: '28.5', since: plusDays(today, -165), ended: today, reason: 'doorstroom' }]);
    expect(sent).toEqual({ grp: '3', reason: 'Heeft op de werkplek langer hulp nodig dan gedacht.', former: '2' });
    // What stood there comes back from the server as it was shown before.
    await page.getByRole('link', { name: 'Naar het dossier' }).click();
    await page.getByRole('link', { name: 'Tijdlijn', exact: true }).click();
    await expect(page.getByText('Van groep 2 naar groep 3, Structurele ondersteuning').first()).toBeVisible();
    console.log(`somebody new, one part filled and one move: ${keys.count} keystrokes`);
  });

  test('[F21] [JOIN3] [JOIN4] one person whom two laptops wrote down offline is noticed when the second comes in, joined, and taken apart again', async () => {
    test.setTimeout(240_000);
    const [one, two] = [await open(), await open()];
    await setUpDevice(one, mehmet);
    await setUpDevice(two, mehmet);
    await region.stop();
    await writeDown(one, { given: 'Fatma', family: 'Tweemaal', born: '1994-03-02', phone: '06-00001111' });
    await writeDown(two, { given: 'Fatima', family: 'Tweemal', born: '1994-03-20', phone: '06-00002222' });
    await region.start();
    for (const page of [one, two]) await expect(header(page)).toContainText(words.allSent, { timeout: 60_000 });

    await one.getByRole('link', { name: 'Kandidaten', exact: true }).click();
    // The demo region has somebody who is in it twice already.
    await expect(one.getByText('2 personen staan er misschien dubbel in')).toBeVisible({ timeout: 40_000 });
    await one.getByRole('link', { name: 'Bekijk en kies' }).click();
    const pair = one.locator('.duplicate-card').filter({ hasText: 'Tweema' });
    await expect(pair.getByText('Hetzelfde BSN')).toBeVisible();
    await lookAt(one, 'file-10-duplicates');
    const leading = pair.locator('.duplicate-card__file');
    const leads = await leading.first().getByRole('link').textContent();
    await pair.getByRole('button', { name: 'Samenvoegen, dossier 1 blijft voorop' }).click();
    await expect(one.getByText('De dossiers zijn samengevoegd.').first()).toBeVisible();
    await expect(one.locator('.duplicate-card')).toHaveCount(1);

    // One line, one file, both histories; what stood in the other is not gone.
    await one.getByRole('link', { name: 'Kandidaten', exact: true }).click();
    await one.getByRole('searchbox').fill('tweem');
    await expect(one.locator('tbody a')).toHaveCount(1);
    await one.locator('tbody a').click();
    await expect(one.getByRole('heading', { level: 1 })).toHaveText(new RegExp(`${(leads ?? '').split(',')[0] ?? ''}$`));
    await expect(one.getByText('Ingeschreven', { exact: true })).toHaveCount(3);
    await one.getByRole('link', { name: 'Gegevens', exact: true }).click();
    await expect(one.getByRole('heading', { name: 'Samengevoegd dossier' })).toBeVisible();
    await expect(one.getByText('06-00001111')).toBeVisible();
    await expect(one.getByText('06-00002222')).toBeVisible();
    await lookAt(one, 'file-11-joined');

    // On the other laptop it came in by itself; there it is taken apart again.
    await two.getByRole('link', { name: 'Kandidaten', exact: true }).click();
    await two.getByRole('searchbox').fill('tweem');
    await expect(two.locator('tbody a')).toHaveCount(1, { timeout: 40_000 });
    await two.locator('tbody a').click();
    await two.getByRole('link', { name: 'Gegevens', exact: true }).click();
    await two.getByRole('button', { name: 'Weer uit elkaar halen' }).click();
    await expect(two.getByRole('heading', { name: 'Samengevoegd dossier' })).toHaveCount(0);
    for (const page of [two, one]) {
      await page.getByRole('link', { name: 'Kandidaten', exact: true }).click();
      await page.getByRole('searchbox').fill('tweem');
      await expect(page.locator('tbody a')).toHaveCount(2, { timeout: 40_000 });
    }
  });
});

/** By label: how fast somebody types is not what this is about. The same BSN, whatever else they heard. */
async function writeDown(page: Page, person: { readonly given: string; readonly family: string; readonly born: string; readonly phone: string }): Promise<void> {
  await page.getByRole('link', { name: 'Kandidaten', exact: true }).click();
  await page.getByRole('link', { name: 'Nieuwe kandidaat' }).click();
  await page.getByLabel('Voornaam').fill(person.given);
  await page.getByLabel('Achternaam', { exact: true }).fill(person.family);
  await page.getByLabel('Geboortedatum').fill(typed(person.born));
  await page.getByLabel(/^Burgerservicenummer/).fill('111222333');
  await page.getByLabel('Gemeente').selectOption('Nijmegen');
  await page.getByLabel('Toekomstplein', { exact: true }).check();
  await page.getByLabel('Ingeschreven op').fill(typed(today));
  await page.getByRole('radio', { name: '2 Tijdelijke ondersteuning' }).check();
  await page.getByRole('radio', { name: 'Ontwikkeling naar werk' }).check();
  await page.getByRole('radio', { name: '4 Redt zich voldoende' }).check();
  await page.getByLabel('Regeling').selectOption('Participatiewet');
  await page.getByLabel(/^Telefoon/).fill(person.phone);
  await page.getByRole('button', { name: 'Kandidaat vastleggen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kandidaat vastgelegd' })).toBeVisible();
}
