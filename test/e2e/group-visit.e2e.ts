import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import type { ScenarioName } from '../support/ui/scenarios.ts';
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

  test('hours, grant, plan and half-yearly report', async ({ page }) => {
    await open(page, 'caseload');
    await openCoached(page);
    await check(page, 'coaching');
    await page.getByRole('link', { name: 'Toekenning wijzigen' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Toekenning wijzigen' })).toBeFocused();
    await page.keyboard.press('Control+Enter');
    await check(page, 'coaching-grant');
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
