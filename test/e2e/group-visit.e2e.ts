import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import type { ScenarioName } from '../support/ui/scenarios.ts';
import { newLaptop, type Laptop } from '../support/e2e/browser.ts';
import { expectScreenOf } from '../support/e2e/looks.ts';
import { header, sanne, setUpDevice, words } from '../support/e2e/person.ts';
import { startRegion, type Region } from '../support/e2e/region.ts';
import { lookAt } from '../support/e2e/screen.ts';
import { serveScreens } from '../support/ui/serve-screens.ts';

/*
 * The screens of coaching on the stand-in device: a visit to several people, the hours, the plan, the half-yearly report and
 * the coach's week, in every state. VELDWERK_SCREENSHOTS=<folder> keeps a picture of each, to look at.
 */
test.describe('the screens of coaching', () => {
  let screens: Awaited<ReturnType<typeof serveScreens>>;
  test.beforeAll(async () => {
    screens = await serveScreens();
  });
  test.afterAll(() => screens.close());

  const wide = { width: 1280, height: 800 };
  /** 1280 at 400 % zoom. */
  const zoomed = { width: 320, height: 640 };

  const complaints: string[] = [];
  test.beforeEach(({ page }) => {
    complaints.length = 0;
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
  });

  async function open(page: Page, scenario: ScenarioName): Promise<void> {
    await page.addInitScript((name) => sessionStorage.setItem('scenario', name), scenario);
    await page.setViewportSize(wide);
    await page.goto(screens.url);
    await page.getByLabel('Wachtzin', { exact: true }).fill('de blauwe fiets lust geen soep');
    await page.keyboard.press('Enter');
    await page.getByRole('banner').waitFor();
  }

  async function check(page: Page, name: string): Promise<void> {
    expectScreenOf(page, name);
    for (const [size, suffix] of [[wide, ''], [zoomed, '-320']] as const) {
      await page.setViewportSize(size);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const folder = process.env['VELDWERK_SCREENSHOTS'];
      if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}${suffix}.png`, fullPage: true });
      await page.evaluate(() => window.scrollTo(0, 0));
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`), `${name} at ${size.width}`).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, `${name} at ${size.width}: nothing to scroll sideways`).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize(wide);
    expect(complaints).toEqual([]);
  }

  /** The employer with the most people in the list, and its people. */
  async function chooseLargestEmployer(page: Page, people: number): Promise<void> {
    const options = await page.getByLabel('Bij welke werkgever was je?').locator('option').allTextContents();
    const counts = options.map((option) => Number(/\((\d+) (?:mensen|persoon)\)$/.exec(option)?.[1] ?? 0));
    await page.getByLabel('Bij welke werkgever was je?').selectOption({ index: counts.indexOf(Math.max(...counts)) });
    const boxes = page.getByRole('group', { name: 'Wie heb je gesproken?' }).getByRole('checkbox');
    for (let index = 0; index < people; index += 1) await boxes.nth(index).check();
  }

  test('choosing people, their visit refused and filled in, and kept', async ({ page }) => {
    await open(page, 'caseload');
    await page.getByRole('link', { name: 'Bezoek aan meer mensen' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Bezoek aan meer mensen' })).toBeFocused();
    await page.getByRole('button', { name: 'Verder' }).click();
    await expect(page.locator('.alert').getByText('Kies eerst een werkgever.')).toBeVisible();
    await check(page, 'group-choose');
    await chooseLargestEmployer(page, 3);
    await check(page, 'group-people');
    await page.getByRole('button', { name: 'Verder met 3 mensen' }).click();
    await expect(page.getByRole('button', { name: '3 bezoeken vastleggen' })).toBeVisible();
    await check(page, 'group-empty');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: /^Er kloppen \d+ dingen nog niet$/ })).toBeVisible();
    await check(page, 'group-refused');
    await page.getByLabel('Begin', { exact: true }).fill('930');
    await page.getByLabel('Duur in minuten').fill('100');
    await page.getByLabel('Op de werkplek').check();
    await page.getByLabel(/^Reistijd in minuten/).fill('35');
    await page.getByLabel(/^Kilometers/).fill('24,5');
    await page.getByLabel('Allebei').check();
    await page.getByLabel('Wat heb je gedaan?').selectOption('Begeleiding op het werk');
    await expect(page.getByText('Samen 100 minuten, de hele duur.')).toBeVisible();
    const notes = page.getByLabel('Wat zag en hoorde je?');
    for (let index = 0; index < 3; index += 1) {
      await notes.nth(index).fill('Werkt door, ook als het druk is. Vraagt op tijd om hulp.');
      await page.getByRole('radio', { name: index === 1 ? 'Let op' : 'Het gaat goed', exact: true }).nth(index).check();
    }
    await page.getByRole('button', { name: /^Kies \d+ / }).first().click();
    await check(page, 'group-filled');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Bezoeken vastgelegd' })).toBeFocused();
    // A photo belongs to one person: it says so, and the way to each file is here.
    await expect(page.getByText('Open het dossier van de persoon bij wie de foto hoort, en voeg hem daar toe.', { exact: false })).toBeVisible();
    await expect(page.getByRole('link', { name: /^Dossier van / })).not.toHaveCount(0);
    await check(page, 'group-kept');
  });

  test('the name of another in a note is pointed out', async ({ page }) => {
    await open(page, 'caseload');
    await page.getByRole('link', { name: 'Bezoek aan meer mensen' }).click();
    await chooseLargestEmployer(page, 2);
    await page.getByRole('button', { name: 'Verder met 2 mensen' }).click();
    const [, second = ''] = await page.locator('.people-aside__list a').allTextContents();
    const other = second.split(' ')[0] ?? '';
    await page.getByLabel('Wat zag en hoorde je?').first().fill(`Werkt samen met ${other}.`);
    await expect(page.getByText(`Hier staat misschien de naam van een ander: ${other}`)).toBeVisible();
    await check(page, 'group-name');
  });

  test("the coach's week", async ({ page }) => {
    await open(page, 'caseload');
    await page.getByRole('link', { name: 'Mijn uren' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /^Mijn uren, week \d+$/ })).toBeFocused();
    await check(page, 'coach-week');
  });

  test('hours, grant, plan and half-yearly report', async ({ page }) => {
    await open(page, 'caseload');
    await openCoached(page);
    await check(page, 'coaching');
    await page.getByRole('link', { name: 'Toekenning wijzigen' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Toekenning wijzigen' })).toBeFocused();
    await page.keyboard.press('Control+Enter');
    await check(page, 'coaching-grant');
    await page.getByRole('link', { name: 'Begeleiding', exact: true }).click();
    await page.getByRole('link', { name: 'Begeleiding beëindigen' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Begeleiding beëindigen' })).toBeFocused();
    await check(page, 'coaching-end');
    await page.getByRole('link', { name: 'Begeleiding', exact: true }).click();
    await page.getByRole('link', { name: /plan maken/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Coachingsplan maken' })).toBeFocused();
    await check(page, 'coaching-plan');
    await page.getByRole('link', { name: 'Begeleiding', exact: true }).click();
    await page.getByRole('link', { name: /^Verslag maken/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Halfjaarverslag maken' })).toBeFocused();
    await check(page, 'coaching-report');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: /^Er kloppen \d dingen nog niet$/ })).toBeVisible();
    await page.getByRole('link', { name: 'Begeleiding', exact: true }).click();
    await page.getByRole('link', { name: /^Plan van / }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'Coachingsplan' })).toBeFocused();
    await check(page, 'coaching-plan-view');
    await page.getByRole('link', { name: 'Begeleiding', exact: true }).click();
    await page.locator('#coaching-reports ~ ul a').first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'Halfjaarverslag' })).toBeFocused();
    await check(page, 'coaching-report-view');
  });

  /** The file of somebody with a plan and a report. */
  async function openCoached(page: Page): Promise<void> {
    const name = await page.evaluate(async () => {
      interface Known {
        readonly dossiers: readonly { readonly dossierId: string; readonly candidate: { readonly groups: { readonly team: { readonly jobcoach: string } } }; readonly records: readonly { readonly kind: string }[] }[];
        readonly rows: readonly { readonly dossierId: string; readonly name: string }[];
      }
      const region = (await (await fetch('/region.json')).json()) as Known;
      const coached = region.dossiers.find(({ candidate, records }) => candidate.groups.team.jobcoach === 'jobcoach-sanne' && ['coaching', 'coachingPlan', 'coachingReport'].every((kind) => records.some((record) => record.kind === kind)));
      return region.rows.find(({ dossierId }) => dossierId === coached?.dossierId)?.name ?? '';
    });
    await page.keyboard.press('/');
    await page.keyboard.type(name);
    await expect(page.getByRole('link', { name })).toBeVisible();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Uren, coachingsplan en verslagen' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Begeleiding' })).toBeFocused();
  }
});

/** Keys as a person presses them, with a look at what has the focus. */
class Keys {
  count = 0;
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }
  async press(key: string, times = 1): Promise<void> {
    for (let time = 0; time < times; time += 1) await this.page.keyboard.press(key);
    this.count += times;
  }
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.count += text.length;
  }
  async focused(): Promise<string> {
    return this.page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      return element?.labels?.[0]?.textContent ?? element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    });
  }
  /** Tab until the next field or button with this name has the focus. */
  async tabTo(name: string | RegExp): Promise<void> {
    for (let tabs = 0; tabs < 120; tabs += 1) {
      await this.press('Tab');
      const focused = await this.focused();
      if (typeof name === 'string' ? focused.startsWith(name) : name.test(focused)) return;
    }
    throw new Error(`Tab never reached ${String(name)}`);
  }
  async fill(label: string | RegExp, text: string): Promise<void> {
    await this.tabTo(label);
    await this.press('Control+a');
    await this.type(text);
  }
}

/* Three people at one employer, on the real thing: work-floor.e2e.ts. */
test.describe('a half-yearly report without a mouse', () => {
  let region: Region;
  let laptop: Laptop;
  test.beforeAll(async () => {
    region = await startRegion();
    laptop = await newLaptop(region.url);
    await setUpDevice(await laptop.open(), sanne);
  });
  test.afterAll(async () => {
    await laptop.remove();
    await region.end();
  });

  test('the half-yearly report is written with both of them and signed', async () => {
    test.setTimeout(180_000);
    const [coached] = await region.query<{ readonly dossier_id: string; readonly family: string; readonly given: string }>(
      `select c.dossier_id, i->>'familyName' as family, i->>'givenName' as given from record c, lateral (select c.groups->'identity'->'data' as i) n
       where c.kind = 'candidate' and c.groups->'team'->'data'->>'jobcoach' = $1
         and exists (select from record r where r.dossier_id = c.dossier_id and r.kind = 'coaching') order by 1 limit 1`,
      [sanne.userId],
    );
    if (coached === undefined) throw new Error('nobody is coached');
    const page = laptop.page();
    await page.getByRole('link', { name: 'Kandidaten', exact: true }).click();
    await page.keyboard.press('/');
    await page.keyboard.type(`${coached.family}, ${coached.given}`);
    await expect(page.locator('.caseload__link').first()).toContainText(coached.family);
    await page.keyboard.press('Enter');
    const keys = new Keys(page);
    await keys.tabTo('Uren, coachingsplan en verslagen');
    await keys.press('Enter');
    await keys.tabTo(/^Verslag maken over half jaar/);
    await keys.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Halfjaarverslag maken' })).toBeFocused();
    await keys.fill('Resultaten van dit half jaar', 'Werkt zelfstandig aan de vaste taken.');
    await keys.fill('Gesproken met', 'P. Smits');
    await keys.fill('Evaluatie door de werkgever', 'Wij zijn tevreden over de inzet.');
    await keys.tabTo('Tevreden');
    await keys.press('Space');
    await keys.fill('In eigen woorden', 'Ik vind het prettig dat er iemand meekijkt.');
    await keys.tabTo('Wat is de uitkomst?');
    await keys.press('ArrowDown', 2);
    await keys.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Halfjaarverslag vastgelegd' })).toBeFocused();
    await keys.tabTo('Nu ondertekenen');
    await keys.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Ondertekenen' })).toBeFocused();
    await keys.tabTo('Tekenen');
    await keys.press('ArrowRight');
    for (const role of ['kandidaat', 'werkgever', 'jobcoach']) {
      if (role === 'jobcoach') {
        await expect(page.getByRole('heading', { level: 1, name: 'Geef de laptop terug aan Sanne de Wit' })).toBeFocused();
        await keys.tabTo('Ik ben Sanne de Wit, ga verder');
        await keys.press('Enter');
      }
      await expect(page.getByLabel(`Naam van de ${role}`)).not.toHaveValue('');
      await keys.tabTo(/^Ik ben het eens met deze zin/);
      await keys.press('Space');
      await keys.press('Control+Enter');
      await expect(page.getByLabel(`Naam van de ${role}`)).toBeHidden();
    }
    await keys.tabTo('Naar het rapport');
    await keys.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Halfjaarverslag' })).toBeFocused();
    await expect(page.getByText('Dit rapport is ongewijzigd').first()).toBeVisible();
    await expect(header(page)).toContainText(words.allSent, { timeout: 70_000 });
    const [counted] = await region.query<{ readonly n: string }>(
      `select count(*) as n from record s join record r on r.record_id = s.groups->'signature'->'data'->'signs'->>'recordId'
       where s.kind = 'supportSignature' and r.kind = 'coachingReport' and r.groups->'report'->'data'->>'results' = 'Werkt zelfstandig aan de vaste taken.'`,
    );
    expect(counted?.n).toBe('3');

    // What is final is corrected by its next version, which says why; the signatures stay with the version that they stand under.
    await keys.tabTo('Verslag verbeteren');
    await keys.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Halfjaarverslag verbeteren' })).toBeFocused();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Vul dit in.').first()).toBeVisible();
    await lookAt(page, 'coaching-report-correction');
    // The list of what is wrong leads to the field.
    await keys.tabTo('Waarom verbeter je het verslag?');
    await keys.press('Enter');
    await keys.type('De naam van de leidinggevende klopte niet.');
    await keys.fill('Gesproken met', 'P. Smids');
    await keys.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Halfjaarverslag vastgelegd' })).toBeFocused();
    await keys.tabTo('Bekijk het verslag');
    await keys.press('Enter');
    await expect(page.getByText('Dit is versie 2 van dit verslag')).toBeVisible();
    await expect(page.getByText('Waarom: De naam van de leidinggevende klopte niet.')).toBeVisible();
    await expect(page.getByText('Nog niet getekend')).toHaveCount(3);
    await keys.tabTo(/^Versie 1 van /);
    await keys.press('Enter');
    await expect(page.getByText('Dit is versie 1; het verslag is verbeterd')).toBeVisible();
    await expect(page.getByText('Dit rapport is ongewijzigd').first()).toBeVisible();

    // Ending it needs no new grant.
    await page.getByRole('link', { name: 'Begeleiding', exact: true }).click();
    await keys.tabTo('Begeleiding beëindigen');
    await keys.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Begeleiding beëindigen' })).toBeFocused();
    await lookAt(page, 'coaching-end');
    await keys.fill('Laatste dag van de begeleiding', 'v');
    await keys.tabTo('Waarom stopt de begeleiding?');
    await keys.press('ArrowDown');
    await keys.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Begeleiding beëindigd' })).toBeFocused();
    await expect(header(page)).toContainText(words.allSent, { timeout: 70_000 });
    const [ended] = await region.query<{ readonly reason: string; readonly versions: string }>(
      `select c.groups->'facts'->'data'->>'endReason' as reason, (select string_agg(r.groups->'facts'->'data'->>'version', ' ' order by r.n) from record r
         where r.dossier_id = c.dossier_id and r.kind = 'coachingReport' and r.groups->'report'->'data'->>'results' = 'Werkt zelfstandig aan de vaste taken.') as versions
       from record c where c.dossier_id = $1 and c.kind = 'coaching'`,
      [coached.dossier_id],
    );
    expect(ended).toEqual({ reason: 'zelfstandig-aan-het-werk', versions: '1 2' });
  });
});
