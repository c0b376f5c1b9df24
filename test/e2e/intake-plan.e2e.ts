import { expect, test, type Page } from '@playwright/test';
import { newLaptop, type Laptop } from '../support/e2e/browser.ts';
import { amsterdamToday, plusDays, typed } from '../support/e2e/days.ts';
import { findSubject, type Subject } from '../support/e2e/figures.ts';
import { header, ineke, lotte, mehmet, sanne, setUpDevice, words } from '../support/e2e/person.ts';
import { startRegion, type Region } from '../support/e2e/region.ts';
import { lookAt } from '../support/e2e/screen.ts';

/*
 * An intake and a plan van aanpak without network and without a mouse: from the locked screen to what reaches the server.
 */
const today = amsterdamToday();

class Keys {
  private readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }
  press = (key: string): Promise<void> => this.page.keyboard.press(key);
  type = (text: string): Promise<void> => this.page.keyboard.type(text);

  private focused(): Promise<string> {
    return this.page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      return (element?.getAttribute('aria-label') ?? element?.labels?.[0]?.textContent ?? element?.textContent ?? '').trim();
    });
  }

  /** Tab until what is called like this has the focus. */
  async tabTo(name: string | RegExp): Promise<void> {
    for (let tabs = 0; tabs < 90; tabs += 1) {
      const focused = await this.focused();
      if (typeof name === 'string' ? focused.startsWith(name) : name.test(focused)) return;
      await this.press('Tab');
    }
    throw new Error(`Tab never reached ${String(name)}`);
  }

  /** One of several: Tab into its group, then the arrows. */
  async choose(question: string, choice: string): Promise<void> {
    const inGroup = () => this.page.evaluate((legend) => (document.activeElement as HTMLInputElement | null)?.type === 'radio' && (document.activeElement?.closest('fieldset')?.querySelector('legend')?.textContent ?? '').startsWith(legend), question);
    for (let tabs = 0; !(await inGroup()); tabs += 1) {
      if (tabs > 90) throw new Error(`Tab never reached ${question}`);
      await this.press('Tab');
    }
    for (let steps = 0; (await this.focused()) !== choice; steps += 1) {
      if (steps > 12) throw new Error(`no choice ${choice} in ${question}`);
      await this.press('ArrowDown');
    }
    if (!(await this.page.evaluate(() => (document.activeElement as HTMLInputElement).checked))) await this.press('Space');
  }

  async tick(name: string): Promise<void> {
    await this.tabTo(name);
    await this.press('Space');
  }

  /** A closed list: its first letters find the line. */
  async pick(name: string, line: string): Promise<void> {
    await this.tabTo(name);
    await this.type(line);
  }
}

test.describe.serial('an intake and a plan van aanpak', () => {
  let region: Region;
  let laptop: Laptop;
  let subject: Subject;
  test.beforeAll(async () => {
    region = await startRegion();
    subject = await findSubject(region, sanne.userId, ineke.userId, today);
    laptop = await newLaptop(region.url);
  });
  test.afterAll(async () => {
    await laptop.remove();
    await region.end();
  });

  test('without network and without a mouse, from the locked screen until the server has it', async () => {
    test.setTimeout(300_000);
    let page = await laptop.open();
    await setUpDevice(page, mehmet);
    await laptop.close();
    await region.stop();
    page = await laptop.open({ offline: true });
    await expect(page.getByLabel('Wachtzin', { exact: true })).toBeFocused();
    const keys = new Keys(page);
    await keys.type(mehmet.passphrase);
    await keys.press('Enter');
    await expect(page.locator('tbody a').first()).toBeVisible();
    await keys.press('/');
    await keys.type(subject.listName);
    await expect(page.locator('tbody a').first()).toHaveText(subject.listName);
    await keys.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: subject.fullName })).toBeFocused();

    await keys.tabTo('Intake doen');
    await keys.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Intake' })).toBeFocused();
    await intake(page, keys);
    await plan(page, keys);

    // The network is back: nobody presses anything.
    await region.start();
    await laptop.context().setOffline(false);
    await expect(header(page)).toContainText(words.allSent, { timeout: 70_000 });
    const [kept] = await region.query<{ intake: string; plan: string; group: number; outcome: string }>(
      `select max(case when kind = 'intake' then groups->'decision'->'data'->>'candidateGroup' end) as intake,
              max(case when kind = 'plan' then groups->'agreed'->'data'->>'agreedOn' end) as plan,
              max(case when kind = 'candidate' then (groups->'status'->'data'->>'candidateGroup')::int end) as group,
              max(case when kind = 'planOutcome' then groups->'facts'->'data'->>'outcome' end) as outcome
         from record where dossier_id = (select dossier_id from record where kind = 'intake' order by n desc limit 1)`,
    );
    expect(kept).toEqual({ intake: '2', plan: today, group: 2, outcome: 'deels' });
    expect(laptop.seen.violations).toEqual([]);
  });

  async function intake(page: Page, keys: Keys): Promise<void> {
    await lookAt(page, 'intake-empty');
    await keys.choose('Waar was het gesprek?', 'Bedrijfspoort');
    await keys.choose('Werkt de kandidaat nu?', 'Nee');
    // Skip logic: the question came because of the answer before.
    await keys.choose('Wanneer was het laatste betaalde werk?', 'Langer dan vijf jaar geleden');
    await keys.pick('Hoogste opleiding met diploma', 'Vmbo');
    await keys.tabTo('Welk werk wil de kandidaat doen?');
    await keys.type('Buiten werken, met planten.');
    await keys.tick('Groen');
    await keys.choose('Hoeveel uur per week', '20 tot 28');
    await expect(page.getByText('Kan de kandidaat toegroeien naar gewoon werk?')).toBeHidden();
    await keys.choose('Hoe snel werkt de kandidaat', 'Iets langzamer');
    await keys.choose('Hoeveel hulp is nodig', 'Soms hulp');
    await keys.choose('Kan de kandidaat toegroeien', 'Dat verwachten we niet');
    await keys.choose('Staat de kandidaat in het doelgroepregister?', 'Nee');
    await keys.choose('Hoe gaat Nederlands', 'Redelijk');
    await keys.tabTo('Grenzen in het werk');
    await keys.type('Heeft een hernia. Tilt tot tien kilo.');
    await keys.press('Tab');
    await expect(page.getByText('Dit lijkt een ziekte of diagnose.').first()).toBeVisible();

    // The proposal with its reason; the person decides otherwise and says why.
    await expect(page.getByText('Voorstel: 3 Structurele ondersteuning')).toBeVisible();
    await expect(page.getByText('Werkt langzamer dan een collega, en dat blijft waarschijnlijk zo.')).toBeVisible();
    await keys.choose('Kandidaatgroep', '2 Tijdelijke ondersteuning');
    await keys.press('Control+Enter');
    await expect(page.getByRole('region', { name: /kloppen? \d+ ding|klopt 1 ding/ })).toBeFocused();
    await lookAt(page, 'intake-errors');
    // The list on top leads to the field.
    await keys.tabTo('Waarom kies je een andere groep?');
    await keys.press('Enter');
    await keys.type('Wil eerst een jaar leren op een leerwerkplek.');
    await keys.choose('Waar staat de kandidaat nu?', 'Ontwikkeling naar werk');
    await keys.choose('Hoe zelfredzaam is de kandidaat?', '3 Af en toe hulp');
    await keys.tabTo('Neem deze over');
    await keys.press('Enter');
    await expect(page.getByLabel('Leerwerkplek')).toBeChecked();
    await expect(page.getByText('Dit verandert in het dossier')).toBeVisible();
    // The bar at the foot would lie over half of a choice.
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await lookAt(page, 'intake-decision');
    await keys.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Intake vastgelegd' })).toBeFocused();
    await expect(page.locator('main').getByText(words.kept)).toBeVisible();
    await expect(header(page)).toContainText('2 wijzigingen nog niet verstuurd');
    await lookAt(page, 'intake-kept');
  }

  async function plan(page: Page, keys: Keys): Promise<void> {
    await keys.tabTo('Plan van aanpak maken');
    await keys.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Plan van aanpak' })).toBeFocused();
    await keys.tabTo('Waar werken jullie naartoe?');
    await keys.type('Betaald werk in het groen, 24 uur per week');
    await keys.tabTo('Wat doet de kandidaat zelf?');
    await keys.type('Elke week twee vacatures bekijken en er een bellen.');
    await keys.tabTo('Afspraak toevoegen');
    await keys.press('Enter');
    await expect(page.getByRole('group', { name: 'Afspraak 1' }).getByLabel('Afspraak', { exact: true })).toBeFocused();
    await keys.type('Twee bedrijven in het groen bellen');
    await keys.pick('Wie doet het?', 'Kandidaat');
    await keys.tabTo('Klaar op');
    await keys.type(typed(plusDays(today, 7)));
    // One side only: both must be bound.
    await keys.press('Control+Enter');
    await expect(page.getByText(/Voeg een afspraak toe voor Werkbedrijf/).first()).toBeVisible();
    await keys.tabTo('Afspraak toevoegen');
    await keys.press('Enter');
    await expect(page.getByRole('group', { name: 'Afspraak 2' }).getByLabel('Afspraak', { exact: true })).toBeFocused();
    await keys.type('Leerwerkplek bij de kwekerij regelen');
    await keys.pick('Wie doet het?', 'Werkbedrijf');
    await keys.tabTo('Klaar op');
    await keys.type(typed(plusDays(today, 14)));
    await keys.press('Tab');
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await lookAt(page, 'plan-form');
    await keys.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Plan van aanpak vastgelegd' })).toBeFocused();

    await keys.tabTo('Plan bekijken');
    await keys.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Plan van aanpak, versie 1' })).toBeFocused();
    await keys.tabTo('Akkoord vastleggen');
    await lookAt(page, 'plan-view');
    await keys.press('Enter');
    await expect(page.getByRole('heading', { level: 2, name: 'Akkoord van de kandidaat' })).toBeHidden();
    await page.getByRole('heading', { level: 1 }).focus();
    await keys.tabTo('Uitkomst noteren van: Twee bedrijven');
    await keys.press('Enter');
    await keys.choose('Wat is ervan gekomen?', 'Voor een deel nagekomen');
    await lookAt(page, 'plan-outcome');
    await keys.tabTo('Uitkomst vastleggen');
    await keys.press('Enter');
    await expect(page.getByText('Voor een deel nagekomen').first()).toBeVisible();
    await lookAt(page, 'plan-agreed');
  }

  test('a new version of the form comes without a release, and the old intake stays readable in its own questions', async () => {
    test.setTimeout(240_000);
    const desk = await newLaptop(region.url);
    try {
      await publish(await desk.open());
    } finally {
      await desk.remove();
    }

    const page = laptop.page();
    await page.getByRole('link', { name: subject.fullName }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: subject.fullName })).toBeVisible();
    // The server says that something changed; nobody presses anything.
    await expect(async () => {
      await page.getByRole('link', { name: 'Intake doen' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Intake' })).toBeVisible();
      const asked = await page.getByRole('radiogroup', { name: 'Kan de kandidaat in ploegen werken?' }).isVisible();
      if (!asked) await page.getByRole('link', { name: subject.fullName }).first().click();
      expect(asked).toBe(true);
    }).toPass({ timeout: 60_000 });
    await page.getByRole('link', { name: subject.fullName }).first().click();

    await page.getByRole('link', { name: /^Intake: groep 2/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: /^Intake van / })).toBeVisible();
    await expect(page.getByText('Welk werk wil de kandidaat doen?')).toBeVisible();
    await expect(page.getByText('Buiten werken, met planten.')).toBeVisible();
    await expect(page.getByText('Toch anders besloten: Wil eerst een jaar leren op een leerwerkplek.')).toBeVisible();
    await expect(page.getByText('Kan de kandidaat in ploegen werken?')).toBeHidden();
    await lookAt(page, 'intake-view');
  });

  /** The administrator changes the form as it stands, is told what is wrong, tries it out and publishes it. */
  async function publish(page: Page): Promise<void> {
    await setUpDevice(page, lotte);
    await page.getByRole('link', { name: 'Formulier: intake aanpassen' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Formulier: intake' })).toBeFocused();
    const box = page.getByLabel('Versie 1001, als JSON');
    const form = JSON.parse(await box.inputValue()) as { sections: { id: string; fields: object[] }[]; texts: Record<'nl' | 'en', Record<string, string>> };
    form.sections.find(({ id }) => id === 'wishes')?.fields.push({ type: 'choice', id: 'shifts', writesTo: ['given', 'shifts'], required: true, choices: ['ja', 'nee'] });
    Object.assign(form.texts.nl, { 'wish.label': 'Welk werk past bij de kandidaat?', 'shifts.label': 'Kan de kandidaat in ploegen werken?', 'shifts.ja': 'Ja' });
    Object.assign(form.texts.en, { 'shifts.label': 'Can the candidate work in shifts?', 'shifts.ja': 'Yes', 'shifts.nee': 'No' });
    await box.fill(JSON.stringify(form, null, 2));
    await page.getByRole('button', { name: 'Kijk na' }).click();
    await expect(page.getByText('De woorden ontbreken: shifts.nee')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Publiceer/ })).toBeHidden();
    await lookAt(page, 'form-publish-wrong');

    form.texts.nl['shifts.nee'] = 'Nee';
    await box.fill(JSON.stringify(form, null, 2));
    await page.getByRole('button', { name: 'Kijk na' }).click();
    await expect(page.getByRole('radiogroup', { name: 'Kan de kandidaat in ploegen werken?' })).toBeVisible();
    await lookAt(page, 'form-publish-preview');
    await page.getByRole('button', { name: 'Publiceer versie 1001' }).click();
    await expect(page.getByText('Nu in gebruik: versie 1001')).toBeVisible();
    await expect(header(page)).toContainText(words.allSent, { timeout: 60_000 });
  }
});
