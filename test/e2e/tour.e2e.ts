import { expect, type Page } from '@playwright/test';
import type { Laptop } from '../support/e2e/browser.ts';
import { amsterdamToday, plusDays, typed } from '../support/e2e/days.ts';
import { testsOfOneRegion } from '../support/e2e/laptop-test.ts';
import {
  exportWorkbook, header, ineke, keepMeasurement, keepVisit, lotte, openFile, openMeasurementForm, openVisitForm, openWeek, ruud, sanne, setUpDevice, typeMeasurement, typeVisit,
  unlock, words, type Person,
} from '../support/e2e/person.ts';
import type { Region } from '../support/e2e/region.ts';
import { lookAt } from '../support/e2e/screen.ts';

/*
 * Everyone's day on the real thing, each screen looked at in both sizes (test-results/screens), and at the end of each day:
 * no violation of the content security policy, no error in the console, no request to anyone but the regional server. The
 * states that only a stand-in can show are in screens.e2e.ts and forms.e2e.ts.
 */
const today = amsterdamToday();

const test = testsOfOneRegion();

test.describe('a tour of every screen', () => {
  test('the jobcoach: from the first use to a visit that the server does not take', async ({ region, laptop, subject }) => {
    test.setTimeout(240_000);
    let page = await laptop.open();
    await expect(page.getByRole('button', { name: new RegExp(`^${sanne.name}`) })).toBeVisible();
    await lookAt(page, '01-sign-in');
    await page.getByRole('button', { name: new RegExp(`^${sanne.name}`) }).click();
    await expect(page.getByLabel('Wachtzin nog een keer')).toBeVisible();
    await lookAt(page, '02-choose-passphrase');
    await page.getByLabel('Wachtzin', { exact: true }).fill('kort');
    await page.getByRole('button', { name: 'Apparaat klaarmaken' }).click();
    await expect(page.getByText('Deze wachtzin is te kort')).toBeVisible();
    await lookAt(page, '03-choose-passphrase-too-short');
    await page.goto(region.url);
    await setUpDevice(page, sanne);
    await expect(page.getByRole('link', { name: subject.listName })).toHaveCount(1).catch(() => undefined);
    await lookAt(page, '04-caseload');
    await page.getByRole('searchbox').fill('bestaat niet');
    await expect(page.getByRole('heading', { name: 'Niemand gevonden' })).toBeVisible();
    await lookAt(page, '05-caseload-nothing-found');
    await openFile(page, subject);
    await lookAt(page, '06-candidate');

    await openVisitForm(page);
    await lookAt(page, '07-visit-empty');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: /dingen nog niet$/ })).toBeVisible();
    await lookAt(page, '08-visit-errors');
    const visit = {
      heldOn: typed(today), beganAt: '9:30', duration: '45', place: 'Op de werkplek', attendees: 'Allebei', activity: 'Begeleiding op het werk',
      observations: 'Pakt de bestellingen op volgorde in en vraagt zelf om uitleg bij een nieuw product.\nDe drukte rond tien uur kost veel moeite.',
      goal: { goal: 'Zelf de volgorde van de dag bepalen', progress: 'Loopt' }, risk: 'Let op',
      agreement: { what: 'Rond tien uur een kwartier aan een rustige tafel', owner: 'Werkgever', dueOn: typed(plusDays(today, 7)) }, nextContactOn: typed(plusDays(today, 14)),
    };
    await typeVisit(page, visit);
    await expect(page.locator('main').getByText(words.draftSaved)).toBeVisible();
    await lookAt(page, '09-visit-filled-in');
    await page.reload();
    await unlock(page, sanne);
    await expect(page.getByText(/^Dit is je concept van/)).toBeVisible();
    await lookAt(page, '10-visit-draft-restored');

    await region.stop();
    await keepVisit(page);
    await expect(page.locator('main').getByText(words.kept)).toBeVisible();
    await expect(header(page)).toContainText(words.unreachable, { timeout: 40_000 });
    await lookAt(page, '11-visit-kept-offline');
    await page.getByRole('link', { name: 'Terug naar het dossier' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: words.kept }).first()).toBeVisible();
    await lookAt(page, '12-candidate-offline');
    await header(page).getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1, name: 'Niet verstuurd' })).toBeVisible();
    await lookAt(page, '13-unsent-waiting');

    // A device that the server does not believe any more: nothing is sent, and a person must be asked.
    await region.query('update device set public_key = sha256(public_key) where user_id = $1', [sanne.userId]);
    await region.start();
    await page.getByRole('button', { name: 'Nu versturen' }).click();
    await expect(header(page)).toContainText('Meld je aan om te versturen en bij te werken.', { timeout: 70_000 });
    await expect(header(page)).toContainText('1 wijziging nog niet verstuurd');
    await expect(header(page)).not.toContainText(words.allSent);
    await lookAt(page, '14-unsent-not-believed');

    await page.getByRole('link', { name: 'Instellingen' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Instellingen' })).toBeVisible();
    await lookAt(page, '15-settings');
    await page.goto(`${region.url}/bestaat-niet`);
    await unlock(page, sanne);
    await expect(page.getByRole('heading', { level: 1, name: 'Deze pagina bestaat niet' })).toBeVisible();
    await lookAt(page, '16-not-found');
    await page.getByRole('button', { name: 'Vergrendelen' }).click();
    await expect(page.getByLabel('Wachtzin', { exact: true })).toBeVisible();
    await lookAt(page, '17-locked');
    await page.getByLabel('Wachtzin', { exact: true }).fill('dit is niet de goede zin');
    await page.getByRole('button', { name: 'Ontgrendelen' }).click();
    await expect(page.getByText('Deze wachtzin klopt niet')).toBeVisible();
    await lookAt(page, '18-wrong-passphrase');
    expectCleanDay(laptop, region);
  });

  test('the loonwaarde expert: a measurement from empty to its report', async ({ region, laptop, subject }) => {
    test.setTimeout(180_000);
    const page = await firstUse(laptop, ineke);
    await openFile(page, subject);
    await openMeasurementForm(page);
    await lookAt(page, '20-measurement-empty');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: /dingen nog niet$/ })).toBeVisible();
    await lookAt(page, '21-measurement-errors');
    await typeMeasurement(page, {
      visitedOn: typed(today), employerName: 'Inpakkerij De Waal', contactPerson: 'Joris van Dam', normFunction: 'Productiemedewerker', functionPerformed: 'Inpakker',
      contractHours: '32', fullTimeHours: '36', workingDaysPerWeek: '4', contractBeganOn: typed(plusDays(today, -30)),
      tasks: [
        { name: 'Inpakken', aandeel: '50', tempo: '70', kwaliteit: '90', nettoWerktijd: '100' },
        { name: 'Etiketten plakken', aandeel: '30', tempo: '80', kwaliteit: '100', nettoWerktijd: '90' },
        { name: 'Dozen vouwen', aandeel: '20', tempo: '60', kwaliteit: '80', nettoWerktijd: '90' },
      ],
      employeeView: 'Ik herken dit. Het inpakken gaat het best.', employerView: 'Klopt met wat wij zien op de afdeling.',
      nextMeasurementOn: typed(plusDays(today, 730)), expertPhone: '06-00001234',
    });
    await expect(page.locator('main').getByText(words.draftSaved)).toBeVisible();
    await page.getByRole('group', { name: 'Hoofdtaak 1', exact: true }).evaluate((task) => task.scrollIntoView());
    await lookAt(page, '22-measurement-complete');
    await keepMeasurement(page);
    await expect(page.locator('main').getByText(words.sent)).toBeVisible({ timeout: 40_000 });
    await lookAt(page, '23-measurement-kept');
    await page.getByRole('link', { name: 'Bekijk het rapport' }).click();
    await expect(page.getByText('Deze meting is definitief')).toBeVisible();
    await lookAt(page, '24-measurement-report');
    expectCleanDay(laptop, region);
  });

  test('the manager: this week, the week before, and the file', async ({ region, laptop }) => {
    test.setTimeout(120_000);
    const page = await firstUse(laptop, ruud);
    await openWeek(page);
    await lookAt(page, '30-week');
    await page.getByRole('button', { name: 'Vorige week' }).click();
    await expect(page.getByRole('button', { name: 'Maak Excel-bestand' })).toBeVisible();
    await lookAt(page, '31-week-before');
    await exportWorkbook(page, test.info().outputPath('week.xlsx'));
    await expect(page.getByText(/staat bij je downloads/).first()).toBeVisible();
    await lookAt(page, '32-week-exported');
    expectCleanDay(laptop, region);
  });

  test('the administrator: the region\'s documents', async ({ region, laptop }) => {
    const page = await firstUse(laptop, lotte);
    await page.getByRole('link', { name: 'Beheer' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Beheer' })).toBeVisible();
    await lookAt(page, '40-administration');
    await page.getByText('Toon inhoud').first().click();
    await lookAt(page, '41-administration-document');
    expectCleanDay(laptop, region);
  });

  async function firstUse(laptop: Laptop, person: Person): Promise<Page> {
    const page = await laptop.open();
    await setUpDevice(page, person);
    return page;
  }
});

/** The browser's own services, which no page can call off; that the window of `npm start` reaches none is its own matter. */
const browserServices = /^(?:https?:\/\/)?(?:update|content-autofill|passwordsleakcheck-pa|optimizationguide-pa|safebrowsing|clients\d)\.google(?:apis)?\.com|^accounts\.google\.com:443$/;
/** What a browser prints when the server cannot be reached; the screen says so in its own words. */
const knownComplaints = /net::ERR_(CONNECTION_REFUSED|INTERNET_DISCONNECTED|CONNECTION_RESET|EMPTY_RESPONSE)/;

function expectCleanDay({ seen }: Laptop, region: Region): void {
  expect(seen.violations, 'violations of the content security policy').toEqual([]);
  expect(seen.consoleErrors.filter((text) => !knownComplaints.test(text)), 'errors in the console').toEqual([]);
  expect(seen.requests.length).toBeGreaterThan(10);
  expect([...new Set(seen.requests.map((address) => new URL(address).origin))].filter((origin) => origin !== 'null'), 'servers that were asked').toEqual([region.url]);
  expect(seen.strangers.filter((host) => !browserServices.test(host)), 'hosts beyond this machine').toEqual([]);
  expect(region.output().split('\n').filter((line) => /"status":5\d\d/.test(line)), 'answers of the server that were its own fault').toEqual([]);
}
