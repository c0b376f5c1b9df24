import { expect, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { signByKeyboard } from '../support/e2e/by-keyboard/sign.ts';
import { Keys } from '../support/e2e/keys.ts';
import { testsOfOneRegion } from '../support/e2e/laptop-test.ts';
import { header, sanne, setUpDevice, words } from '../support/e2e/person.ts';
import { lookAt } from '../support/e2e/screen.ts';
import { onStandInScreens } from '../support/e2e/stand-in-screens.ts';

/*
 * The screens of coaching on the stand-in device: a visit to several people, the hours, the plan, the half-yearly report and
 * the coach's week, in every state.
 */
const test = testsOfOneRegion();

test.describe('the screens of coaching', () => {
  const { openUnlocked: open, check } = onStandInScreens({ fromTop: true });

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
    await page.locator('input[type=file]').setInputFiles({ name: 'werkplek.png', mimeType: 'image/png', buffer: readFileSync(new URL('../../docs/pictures/measurement.png', import.meta.url)) });
    // What is written about a photo is guarded as every text is.
    await page.getByLabel('Wat staat erop?').fill('Tafel voor iemand met diabetes');
    await page.getByLabel('Wat staat erop?').blur();
    await expect(page.locator('.text-guard')).toContainText('diabetes');
    await page.getByLabel('Wat staat erop?').fill('De inpaktafel');
    await expect(page.locator('.text-guard')).toHaveCount(0);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: /^Er kloppen \d+ dingen nog niet$/ })).toBeVisible();
    await check(page, 'group-refused');
    // A photo belongs to those whose place it shows: who that is, is asked.
    await page.getByRole('link', { name: /^Foto 1: kies in wiens dossier/i }).click();
    const whose = page.getByRole('group', { name: 'In wiens dossier komt foto 1?' }).getByRole('checkbox');
    await expect(whose.first()).toBeFocused();
    await whose.nth(0).check();
    await whose.nth(2).check();
    await expect(page.locator('.photo-people').getByText('Kies in wiens dossier deze foto komt.')).toBeHidden();
    // Nor what was said of somebody last time, while they and their employer look along.
    const earlier = page.getByText('Wat er de vorige keer is gezegd');
    await expect(earlier.first()).toBeVisible();
    await page.getByRole('button', { name: 'Alleen dit formulier tonen' }).click();
    for (const each of await earlier.all()) await expect(each).toBeHidden();
    await page.getByRole('button', { name: 'Toon alles weer' }).click();
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
    // With the employer beside them nothing stays on the screen that the employer does not get.
    const internal = page.getByLabel(/^Dit krijgt de werkgever niet/);
    await expect(internal).toBeVisible();
    await page.getByRole('button', { name: 'Alleen dit formulier tonen' }).click();
    await expect(internal).toBeHidden();
    await page.getByRole('button', { name: 'Toon alles weer' }).click();
    await expect(internal).toBeVisible();
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

/* Three people at one employer, on the real thing: work-floor.e2e.ts. */
test.describe('a half-yearly report without a mouse', () => {
  test('the half-yearly report is written with both of them and signed', async ({ region, laptop }) => {
    test.setTimeout(180_000);
    const [coached] = await region.query<{ readonly dossier_id: string; readonly family: string; readonly given: string }>(
      `select c.dossier_id, i->>'familyName' as family, i->>'givenName' as given from record c, lateral (select c.groups->'identity'->'data' as i) n
       where c.kind = 'candidate' and c.groups->'team'->'data'->>'jobcoach' = $1
         and exists (select from record r where r.dossier_id = c.dossier_id and r.kind = 'coaching') order by 1 limit 1`,
      [sanne.userId],
    );
    if (coached === undefined) throw new Error('nobody is coached');
    const page = await laptop.open();
    await setUpDevice(page, sanne);
    await page.getByRole('link', { name: 'Kandidaten', exact: true }).click();
    await page.keyboard.press('/');
    await page.keyboard.type(`${coached.family}, ${coached.given}`);
    await expect(page.locator('.caseload__link').first()).toContainText(coached.family);
    await page.keyboard.press('Enter');
    const keys = new Keys(page);
    await keys.follow(/^Uren, coachingsplan en verslagen/);
    await keys.follow(/^Verslag maken over half jaar/);
    await expect(page.getByRole('heading', { level: 1, name: 'Halfjaarverslag maken' })).toBeFocused();
    await keys.fill(/^Resultaten van dit half jaar/, 'Werkt zelfstandig aan de vaste taken.');
    await keys.fill(/^Gesproken met/, 'P. Smits');
    await keys.fill(/^Evaluatie door de werkgever/, 'Wij zijn tevreden over de inzet.');
    await keys.tick(/^Tevreden/);
    await keys.fill(/^In eigen woorden/, 'Ik vind het prettig dat er iemand meekijkt.');
    await keys.tabTo(/^Wat is de uitkomst\?/);
    await keys.press('ArrowDown', 2);
    await keys.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Halfjaarverslag vastgelegd' })).toBeFocused();
    await keys.follow(/^Nu ondertekenen/);
    await signByKeyboard(keys, ['kandidaat', 'werkgever'], sanne, 'jobcoach');
    await keys.follow(/^Naar het rapport/);
    await expect(page.getByRole('heading', { level: 1, name: 'Halfjaarverslag' })).toBeFocused();
    await expect(page.getByText('Dit rapport is ongewijzigd').first()).toBeVisible();
    await expect(header(page)).toContainText(words.allSent, { timeout: 70_000 });
    const [counted] = await region.query<{ readonly n: string }>(
      `select count(*) as n from record s join record r on r.record_id = s.groups->'signature'->'data'->'signs'->>'recordId'
       where s.kind = 'supportSignature' and r.kind = 'coachingReport' and r.groups->'report'->'data'->>'results' = 'Werkt zelfstandig aan de vaste taken.'`,
    );
    expect(counted?.n).toBe('3');

    // What is final is corrected by its next version, which says why; the signatures stay with the version that they stand under.
    await keys.follow(/^Verslag verbeteren/);
    await expect(page.getByRole('heading', { level: 1, name: 'Halfjaarverslag verbeteren' })).toBeFocused();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Vul dit in.').first()).toBeVisible();
    await lookAt(page, 'coaching-report-correction');
    // The list of what is wrong leads to the field.
    await keys.follow(/^Waarom verbeter je het verslag\?/);
    await keys.type('De naam van de leidinggevende klopte niet.');
    await keys.fill(/^Gesproken met/, 'P. Smids');
    await keys.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Halfjaarverslag vastgelegd' })).toBeFocused();
    await keys.follow(/^Bekijk het verslag/);
    await expect(page.getByText('Dit is versie 2 van dit verslag')).toBeVisible();
    await expect(page.getByText('Waarom: De naam van de leidinggevende klopte niet.')).toBeVisible();
    await expect(page.getByText('Nog niet getekend')).toHaveCount(3);
    await keys.follow(/^Versie 1 van /);
    await expect(page.getByText('Dit is versie 1; het verslag is verbeterd')).toBeVisible();
    await expect(page.getByText('Dit rapport is ongewijzigd').first()).toBeVisible();

    // Ending it needs no new grant.
    await page.getByRole('link', { name: 'Begeleiding', exact: true }).click();
    await keys.follow(/^Begeleiding beëindigen/);
    await expect(page.getByRole('heading', { level: 1, name: 'Begeleiding beëindigen' })).toBeFocused();
    await lookAt(page, 'coaching-end');
    await keys.fill(/^Laatste dag van de begeleiding/, 'v');
    await keys.tabTo(/^Waarom stopt de begeleiding\?/);
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
