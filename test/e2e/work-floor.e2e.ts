import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import type { VisitFacts } from '#shared/domain/records/visit.ts';
import { newLaptop, type Laptop } from '../support/e2e/browser.ts';
import { chooseThreeByKeyboard, groupNote, noteByKeyboard, saveDraftByKeyboard, sharedPartByKeyboard } from '../support/e2e/by-keyboard/group-visit.ts';
import { agreeByKeyboard, agreedPlan, intakeByKeyboard, planByKeyboard } from '../support/e2e/by-keyboard/intake-and-plan.ts';
import { eightySixPerCent, measureByKeyboard } from '../support/e2e/by-keyboard/measurement.ts';
import { openFileByKeyboard, unlockByKeyboard } from '../support/e2e/by-keyboard/open-file.ts';
import { signByKeyboard } from '../support/e2e/by-keyboard/sign.ts';
import { amsterdamToday, plusDays } from '../support/e2e/days.ts';
import { findSubject, type Subject } from '../support/e2e/figures.ts';
import { Keys } from '../support/e2e/keys.ts';
import { header, ineke, mehmet, sanne, setUpDevice, words, type Person } from '../support/e2e/person.ts';
import { startRegion, type Region } from '../support/e2e/region.ts';
import { lookAt } from '../support/e2e/screen.ts';
import { dutchCents, subsidyCents } from '../support/e2e/subsidy.ts';
import { outboxIds, unsentWords } from '../support/e2e/workday.ts';
import { popplerReads } from '../support/reports/poppler.ts';
import { nodesOf, oneLine } from '../support/reports/read-pdf.ts';
import { expectNothingBeyond, savedReport, type SavedReport } from '../support/reports/saved-report.ts';

/*
 * One day of three people on the work floor, each on a laptop of their own. The server is gone before the first of them
 * begins and comes back when the last has finished; nobody touches a mouse. What was kept is on paper before it is sent,
 * and on the server exactly once afterwards.
 */

const today = amsterdamToday();

const photoText = 'De inpaktafel van de verpakking';
const contractBeganOn = plusDays(today, -30);
const measured = eightySixPerCent(today, contractBeganOn);

test.describe.serial('a day on the work floor, without network and without a mouse', () => {
  let region: Region;
  let subject: Subject;
  const laptops = new Map<Person, Laptop>();
  const laptopOf = (person: Person): Laptop => laptops.get(person) ?? fail(person);
  /** What each device said it keeps and had not sent. */
  const waiting = new Map<Person, readonly string[]>();
  let before: Readonly<Record<string, number>>;

  test.beforeAll(async () => {
    test.setTimeout(180_000);
    region = await startRegion();
    subject = await findSubject(region, sanne.userId, ineke.userId, today);
    // Once with a connection, each at a desk.
    for (const person of [mehmet, ineke, sanne]) {
      const laptop = await newLaptop(region.url);
      laptops.set(person, laptop);
      await setUpDevice(await laptop.open(), person);
      await laptop.close();
    }
    before = await countKinds();
    await region.stop();
  });
  test.afterAll(async () => {
    for (const laptop of laptops.values()) await laptop.remove();
    await region.end();
  });

  test('the consultant does an intake, restarts the laptop, and makes a plan van aanpak that is printed', async () => {
    test.setTimeout(240_000);
    let { page, keys } = await openOffline(mehmet);
    await openFileByKeyboard(keys, subject);
    await keys.follow('Intake doen');
    await intakeByKeyboard(keys, (name) => lookAt(page, name));

    await laptopOf(mehmet).close();
    ({ page, keys } = await openOffline(mehmet));
    await expect(header(page)).toContainText(unsentWords(2));
    await openFileByKeyboard(keys, subject);
    await expect(page.getByRole('listitem').filter({ hasText: 'Intake: groep 2' }).getByText(words.kept)).toBeVisible();
    await keys.follow('Plan van aanpak maken');
    await planByKeyboard(keys, (name) => lookAt(page, name));
    await keys.follow('Plan bekijken');
    await expect(page.getByRole('heading', { level: 1, name: 'Plan van aanpak, versie 1' })).toBeFocused();
    await agreeByKeyboard(keys, (name) => lookAt(page, name));

    const report = await reportByKeyboard(keys, 'Plan van aanpak als PDF', 'plan-van-aanpak');
    expect(nodesOf(report.pdf.tree, 'TR').map(({ text }) => text)).toEqual([
      'Afspraak Wie Uiterlijk Uitkomst',
      ...agreedPlan.agreements.map(({ what, owner, dueOn }, index) => `${what} ${owner} ${inNumbers(dueOn)} ${index === 0 ? `Voor een deel (${inNumbers(today)})` : 'Open'}`),
    ]);
    expectOnPaper(report, 'Plan van aanpak', [subject.fullName, agreedPlan.goal, agreedPlan.ownPart, 'Om te leren en te groeien: Leerwerkplek', 'No-riskpolis', mehmet.name, ...agreedPlan.agreements.map(({ what }) => what)]);
    await expectWaiting(mehmet, page);
  });

  test('the expert measures four hoofdtaken with both views and three signatures, and takes the report and the LKS advice along', async () => {
    test.setTimeout(240_000);
    const { page, keys } = await openOffline(ineke);
    await openFileByKeyboard(keys, subject);
    await keys.follow('Loonwaarde meten');
    await expect(page.getByRole('heading', { level: 1, name: 'Loonwaarde meten' })).toBeFocused();
    keys.count = 0;
    await measureByKeyboard(keys, measured);
    await expect(page.getByRole('region', { name: 'Loonwaarde', exact: true })).toContainText('Eén keer afgerond: 86 %');
    await keys.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Meting vastgelegd' })).toBeFocused();
    const formKeys = keys.count;
    await expect(page.locator('main').getByText(words.kept)).toBeVisible();
    await expect(header(page)).toContainText(unsentWords(1));

    keys.count = 0;
    await keys.follow('Nu ondertekenen');
    await signByKeyboard(keys, ['werknemer', 'werkgever'], ineke, 'deskundige');
    const minutes = (formKeys / 3 / 60).toFixed(1).replace('.', ',');
    console.log(`a measurement of four hoofdtaken with both views: ${formKeys} keystrokes, ${minutes} minutes at three a second; three signatures: ${keys.count} keystrokes`);
    expect(formKeys, 'three minutes at three keys a second').toBeLessThan(540);
    await keys.follow('Naar het rapport');
    await expect(page.getByRole('heading', { level: 1, name: 'Loonwaardemeting' })).toBeFocused();
    await expect(header(page)).toContainText(unsentWords(4));
    await expect(page.getByText('Dit rapport is ongewijzigd').first()).toBeVisible();

    const report = await reportByKeyboard(keys, 'Loonwaarderapport als PDF', 'loonwaarderapport');
    expect(nodesOf(report.pdf.tree, 'TR').map(({ text }) => text)).toEqual([
      'Hoofdtaak Aandeel Tempo Kwaliteit Netto werktijd Resultaat',
      '1. Sorteren 40 % 87,5 % 100 % 100 % 35,00 %',
      '2. Inpakken 30 % 80 % 90 % 100 % 21,60 %',
      '3. Etiketteren 20 % 100 % 100 % 95 % 19,00 %',
      '4. Opruimen 10 % 100 % 100 % 100 % 10,00 %',
      'Samen 85,60 %',
      'Loonwaarde, één keer afgerond 86 %',
    ]);
    expectOnPaper(report, 'Loonwaarderapport', [
      subject.fullName, ineke.name, measured.contactPerson, measured.employeeView, measured.employerView, ...measured.tasks.flatMap(({ name, because }) => [name, ...because]),
    ]);
    expect(report.pdf.text.match(/Akkoord verklaard met de eigen naam op/g), 'signatures on paper').toHaveLength(3);
    expect(report.pdf.text).not.toContain('Nog niet getekend');

    const advice = await reportByKeyboard(keys, 'Advies loonkostensubsidie als PDF', 'advies-loonkostensubsidie');
    const subsidy = subsidyCents({ loonwaarde: 86, contractHours: 32, fullTimeHours: 36, contractBeganOn });
    const rows = nodesOf(advice.pdf.tree, 'TR').map(({ text }) => text);
    if (subsidy !== null) expect(rows).toEqual(expect.arrayContaining([`Loonkostensubsidie ${dutchCents(subsidy.lks)}`, `Totaal ${dutchCents(subsidy.total)}`]));
    expectOnPaper(advice, 'Advies loonkostensubsidie', [subject.fullName, '100 % − loonwaarde 86 % = 14 % subsidie']);
    await expectWaiting(ineke, page);
  });

  test('the jobcoach records one visit to three people, with a restart in the middle of writing', async () => {
    test.setTimeout(180_000);
    let { page, keys } = await openOffline(sanne);
    const names = await chooseThreeByKeyboard(keys);
    await sharedPartByKeyboard(keys);
    await noteByKeyboard(keys, 1);
    await saveDraftByKeyboard(keys);
    const address = page.url();
    await laptopOf(sanne).close();
    ({ page, keys } = await openOffline(sanne, address));
    // The draft is back, of all three.
    await expect(page.getByText(/^Dit is je concept van vandaag/)).toBeVisible();
    await expect(page.getByLabel('Wat zag en hoorde je?').first()).toHaveValue(groupNote(1));
    expect(await page.locator('.people-aside__list a').allTextContents()).toEqual(names);
    for (const number of [1, 2, 3]) await noteByKeyboard(keys, number);
    await photoByKeyboard(keys);
    await keys.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Bezoeken vastgelegd' })).toBeFocused();
    await expect(page.locator('main').getByText(words.kept)).toHaveCount(3);
    await expect(page.locator('main').getByText(/ minuten, 1 foto$/)).toHaveCount(2);
    // Three visits, and the photo in the files of two of them.
    await expect(header(page)).toContainText(unsentWords(5));
    await expectWaiting(sanne, page);
  });

  test('the server is back: nobody presses anything, and it has each of them exactly once', async () => {
    test.setTimeout(180_000);
    await region.start();
    for (const laptop of laptops.values()) await laptop.context().setOffline(false);
    await expect(laptopOf(sanne).page().locator('main').getByText(words.sent)).toHaveCount(3, { timeout: 70_000 });
    for (const laptop of laptops.values()) await expect(header(laptop.page())).toContainText(words.allSent, { timeout: 70_000 });

    for (const [person, opIds] of waiting) {
      const applied = await region.query<{ readonly op_id: string }>(`select op_id::text from operation where user_id = $1 and outcome = 'applied'`, [person.userId]);
      expect(applied.map(({ op_id }) => op_id).sort(), person.name).toEqual([...opIds].sort());
    }
    const after = await countKinds();
    const added = Object.fromEntries(Object.entries(after).map(([kind, count]) => [kind, count - (before[kind] ?? 0)]).filter(([, count]) => count !== 0));
    // The server keeps by itself what the candidate's group was before the intake.
    expect(added).toEqual({ former: 1, intake: 1, plan: 1, planOutcome: 1, measurement: 1, signature: 3, visit: 3, attachment: 2 });

    const [kept] = await region.query<Record<string, unknown>>(
      `select max(case when kind = 'intake' then groups->'decision'->'data'->>'candidateGroup' end) as intake,
              max(case when kind = 'plan' then groups->'agreed'->'data'->>'agreedOn' end) as plan,
              max(case when kind = 'candidate' then (groups->'status'->'data'->>'candidateGroup')::int end) as group,
              max(case when kind = 'planOutcome' then groups->'facts'->'data'->>'outcome' end) as outcome,
              max(case when kind = 'measurement' and groups->'result'->'data'->>'finalisedOn' = $2 then (groups->'result'->'data'->>'loonwaarde')::int end) as loonwaarde
         from record where dossier_id = $1`,
      [subject.dossierId, today],
    );
    expect(kept).toEqual({ intake: '2', plan: today, group: 2, outcome: 'deels', loonwaarde: 86 });
    await expectDividedVisit();
    await expectPhotoOfTwo(laptopOf(mehmet).page());
    await expectOneVisitInTheWeek(laptopOf(sanne).page());
    for (const laptop of laptops.values()) expectNothingBeyond(laptop, region);

    // A colleague reads it: the file of the consultant shows what the expert measured.
    const page = laptopOf(mehmet).page();
    const keys = new Keys(page);
    await keys.follow('Kandidaten');
    await openFileByKeyboard(keys, subject);
    await expect(page.getByRole('link', { name: 'Loonwaarde gemeten: 86 %' })).toBeVisible({ timeout: 30_000 });
    await keys.follow(/^Intake: groep 2/);
    await expect(page.getByRole('heading', { level: 1, name: /^Intake van / })).toBeFocused();
    await expect(page.getByText('Buiten werken, met planten.')).toBeVisible();
    await expect(page.getByText('Toch anders besloten: Wil eerst een jaar leren op een leerwerkplek.')).toBeVisible();

    // The jobcoach notes what became of an agreement, and leaves the plan as both agreed to it.
    const coach = laptopOf(sanne).page();
    const coachKeys = new Keys(coach);
    await coachKeys.follow('Kandidaten');
    await openFileByKeyboard(coachKeys, subject);
    await coachKeys.follow('Plan bekijken');
    await expect(coach.getByRole('heading', { level: 1, name: 'Plan van aanpak, versie 1' })).toBeFocused();
    await expect(coach.getByRole('link', { name: 'Samen terugkijken' })).toBeHidden();
    await coachKeys.follow(/^Uitkomst noteren van: Leerwerkplek/);
    await coachKeys.choose('Wat is ervan gekomen?', 'Nagekomen');
    await coachKeys.follow('Uitkomst vastleggen');
    await expect(coach.getByText('Nagekomen', { exact: true }).first()).toBeVisible();
    const noted = () =>
      region.query<{ readonly by: string; readonly outcome: string }>(
        `select groups->'facts'->'data'->>'notedBy' as by, groups->'facts'->'data'->>'outcome' as outcome from record where kind = 'planOutcome' and dossier_id = $1 order by n`,
        [subject.dossierId],
      );
    await expect.poll(noted, { timeout: 70_000 }).toEqual([{ by: mehmet.userId, outcome: 'deels' }, { by: sanne.userId, outcome: 'nagekomen' }]);
    await expect(header(coach)).toContainText(words.allSent);
  });

  /** The browser starts without network and without a server: the locked screen, a passphrase, and on. */
  async function openOffline(person: Person, url = region.url): Promise<{ readonly page: Page; readonly keys: Keys }> {
    const page = await laptopOf(person).open({ offline: true, url });
    const keys = new Keys(page);
    await unlockByKeyboard(keys, person);
    return { page, keys };
  }

  /** Each device lists what waits, and says that number. */
  async function expectWaiting(person: Person, page: Page): Promise<void> {
    const opIds = await outboxIds(page, person.userId);
    await expect(header(page)).toContainText(unsentWords(opIds.length));
    waiting.set(person, opIds);
  }

  function reportByKeyboard(keys: Keys, button: string, name: string): Promise<SavedReport> {
    return savedReport(keys.page, button, new RegExp(`^${name}-${today}-[0-9a-f-]{36}\\.pdf$`), () => keys.follow(button));
  }

  async function expectDividedVisit(): Promise<void> {
    const stored = await region.query<{ readonly dossier_id: string; readonly facts: VisitFacts; readonly text: string }>(
      `select dossier_id, groups->'facts'->'data' as facts, groups->'note'->'data'->>'observations' as text from record
       where kind = 'visit' and groups->'note'->'data'->>'observations' like 'Verslag nummer %' order by text`,
    );
    expect(stored.map(({ text }) => text)).toEqual([1, 2, 3].map(groupNote));
    expect(new Set(stored.map(({ dossier_id }) => dossier_id)).size).toBe(3);
    expect(stored.map(({ facts }) => facts.candidateMinutes)).toEqual([34, 33, 33]);
    expect(stored.reduce((sum, { facts }) => sum + (facts.candidateTravelMetres ?? 0), 0)).toBe(24_500);
    expect(new Set(stored.map(({ facts }) => facts.sharedVisitId)).size).toBe(1);
    for (const { facts } of stored) expect(facts).toMatchObject({ durationMinutes: 100, participants: 3, travelMinutes: 50, travelMetres: 24_500 });
  }

  /** The camera hands over a file; what it shows, and in whose files it goes, is said by keyboard. */
  async function photoByKeyboard(keys: Keys): Promise<void> {
    await keys.page.locator('input[type=file]').setInputFiles({ name: 'IMG_0001.png', mimeType: 'image/png', buffer: readFileSync(new URL('../../docs/pictures/measurement.png', import.meta.url)) });
    await expect(keys.page.getByText('Opgeslagen op dit apparaat. Wordt vastgelegd met de bezoeken.')).toBeVisible();
    await keys.fill('Wat staat erop?', photoText);
    await keys.press('Tab');
    await keys.press('Space');
    await keys.press('Tab');
    await keys.press('Space');
  }

  /** Whole on the server, once in each of the two files, and there it is seen by a colleague on a laptop that never had it. */
  async function expectPhotoOfTwo(page: Page): Promise<void> {
    const stored = await region.query<{ readonly state: string; readonly family: string; readonly given: string; readonly own: boolean; readonly text: string; readonly sha: string }>(
      `select a.state, c.groups->'identity'->'data'->>'familyName' as family, c.groups->'identity'->'data'->>'givenName' as given, v.dossier_id = r.dossier_id as own, v.groups->'note'->'data'->>'observations' as text, r.groups->'facts'->'data'->>'sha256' as sha
       from attachment a join record r on r.region = a.region and r.record_id = a.attachment_id
       join record v on v.region = r.region and v.kind = 'visit' and v.record_id = r.groups->'facts'->'data'->>'visitId'
       join record c on c.region = r.region and c.kind = 'candidate' and c.dossier_id = r.dossier_id
       where r.groups->'facts'->'data'->>'description' = $1 order by text`,
      [photoText],
    );
    expect(stored.map(({ state, own, text }) => [state, own, text])).toEqual([1, 2].map((number) => ['verified', true, groupNote(number)]));
    expect(new Set(stored.map(({ sha }) => sha)).size, 'the same picture').toBe(1);
    for (const { family, given } of stored) {
      await page.getByRole('link', { name: 'Kandidaten', exact: true }).click();
      await page.getByLabel('Zoek op naam, gemeente of werkgever').fill(`${family}, ${given}`);
      await expect(page.locator('.caseload__link')).toHaveCount(1);
      await page.keyboard.press('Enter');
      const image = page.getByRole('button', { name: `Groter: ${photoText}` }).locator('img');
      await expect(image).toBeVisible({ timeout: 30_000 });
      await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBeGreaterThan(0);
    }
    await page.getByRole('link', { name: 'Kandidaten', exact: true }).click();
    await page.getByLabel('Zoek op naam, gemeente of werkgever').fill('');
  }

  /** The coach's hours count it once. */
  async function expectOneVisitInTheWeek(page: Page): Promise<void> {
    await new Keys(page).follow('Mijn uren');
    const visit = page.locator('.coach-week__visit').filter({ hasText: '09:30' }).filter({ hasText: '24,5 km' });
    await expect(visit).toHaveCount(1);
    await expect(visit).toContainText('1 uur en 40 minuten');
  }

  async function countKinds(): Promise<Readonly<Record<string, number>>> {
    const rows = await region.query<{ readonly kind: string; readonly n: number }>('select kind, count(*)::int as n from record group by kind');
    return Object.fromEntries(rows.map(({ kind, n }) => [kind, n]));
  }
});

/** What stands on paper is what was typed, in a tagged Dutch file, whichever program reads it. */
function expectOnPaper({ pdf, file }: SavedReport, title: string, said: readonly string[]): void {
  expect({ title: pdf.title, language: pdf.language, showsTitle: pdf.showsTitle, tagged: pdf.tagged, size: pdf.size }).toEqual({
    title, language: 'nl-NL', showsTitle: true, tagged: true, size: [595.28, 841.89],
  });
  expect(nodesOf(pdf.tree, 'H1').map(({ text }) => text)).toEqual([title]);
  for (const text of said) expect(oneLine(pdf.text), text).toContain(text);
  const poppler = popplerReads(file);
  if (poppler === null) return;
  expect({ title: poppler.title, tagged: poppler.tagged, isA4: poppler.paper.endsWith('(A4)') }).toEqual({ title, tagged: true, isA4: true });
  expect(poppler.structure).toEqual(expect.arrayContaining([expect.stringMatching(/^H1/), expect.stringMatching(/^Table/)]));
  for (const text of said) expect(poppler.text, text).toContain(text);
}

const inNumbers = (day: string): string => day.split('-').reverse().join('-');

function fail({ name }: Person): never {
  throw new Error(`${name} has no laptop`);
}
