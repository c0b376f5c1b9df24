import { expect, type Page } from '@playwright/test';
import { newLaptop } from '../support/e2e/browser.ts';
import { testsOfOneRegion } from '../support/e2e/laptop-test.ts';
import { Keys } from '../support/e2e/keys.ts';
import { header, lotte, mehmet, openFile, setUpDevice, words } from '../support/e2e/person.ts';
import { lookAt } from '../support/e2e/screen.ts';

/* A form that the region changes; the intake and the plan themselves are made in work-floor.e2e.ts. */
const test = testsOfOneRegion();

test.describe('the form of an intake', () => {
  test('a new version of the form comes without a release, and the old intake stays readable in its own questions', async ({ region, laptop }) => {
    test.setTimeout(240_000);
    const [asked] = await region.query<{ readonly given: string; readonly family: string; readonly wish: string; readonly group: string }>(
      `select i->>'givenName' as given, i->>'familyName' as family, intake.groups->'answers'->'data'->'given'->>'wish' as wish, intake.groups->'decision'->'data'->>'candidateGroup' as group
       from record intake join record c on c.dossier_id = intake.dossier_id and c.kind = 'candidate', lateral (select c.groups->'identity'->'data' as i) n
       where intake.kind = 'intake' and i->>'namePrefix' = '' and c.groups->'registration'->'data'->>'closedOn' is null order by intake.record_id limit 1`,
    );
    if (asked === undefined) throw new Error('the demo region has nobody with an intake');
    const candidate = { listName: `${asked.family}, ${asked.given}`, fullName: `${asked.given} ${asked.family}` };
    // In use before the new form is there.
    const page = await laptop.open();
    await setUpDevice(page, mehmet);
    await openFile(page, candidate);
    const desk = await newLaptop(region.url);
    try {
      const office = await desk.open();
      await publish(office);
      await publishWord(office);
    } finally {
      await desk.remove();
    }

    // The server says that something changed; nobody presses anything.
    await expect(async () => {
      await page.getByRole('link', { name: 'Intake doen' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Intake' })).toBeVisible();
      const isNew = await page.getByRole('radiogroup', { name: 'Kan de kandidaat in ploegen werken?' }).isVisible();
      if (!isNew) await page.getByRole('link', { name: candidate.fullName }).first().click();
      expect(isNew).toBe(true);
    }).toPass({ timeout: 60_000 });
    await page.getByRole('link', { name: candidate.fullName }).first().click();

    await page.getByRole('link', { name: new RegExp(`^Intake: groep ${asked.group}`) }).click();
    await expect(page.getByRole('heading', { level: 1, name: /^Intake van / })).toBeVisible();
    await expect(page.getByText('Welk werk wil de kandidaat doen?')).toBeVisible();
    await expect(page.getByText(asked.wish)).toBeVisible();
    await expect(page.getByText('Kan de kandidaat in ploegen werken?')).toBeHidden();
    await lookAt(page, 'intake-view');

    // A word of the region's own is looked for on this device as well, and stops nobody.
    await openFile(page, candidate);
    await page.getByRole('link', { name: 'Bezoek vastleggen' }).click();
    await page.getByLabel('Wat zag en hoorde je?').fill('Heeft kwaakziekte gehad.');
    await page.keyboard.press('Tab');
    await expect(page.locator('#field-observations-note')).toContainText('Dit lijkt een ziekte of diagnose.');
    await expect(page.getByText(words.draftSaved)).toBeVisible();
  });

  /** And adds a word to those that a writer is warned of, after one that cannot be searched for. */
  async function publishWord(page: Page): Promise<void> {
    await page.getByRole('link', { name: 'Beheer' }).first().click();
    await page.getByRole('link', { name: 'Woordenlijst voor medische gegevens aanpassen' }).click();
    const box = page.getByLabel('Ziekten en aandoeningen');
    await box.press('Control+End');
    await box.pressSequentially('\nx*');
    await page.getByRole('button', { name: 'Kijk na' }).click();
    await expect(page.getByText('‘x*’ kan niet.')).toBeVisible();
    await lookAt(page, 'words-editor');
    for (let letter = 0; letter < 2; letter += 1) await box.press('Backspace');
    await box.pressSequentially('kwaakziekte');
    await page.getByRole('button', { name: 'Kijk na' }).click();
    await page.getByRole('button', { name: 'Publiceer versie 1001' }).click();
    await expect(page.getByText('Nu in gebruik: versie 1001')).toBeVisible();
    await expect(header(page)).toContainText(words.allSent, { timeout: 60_000 });
  }

  /** The administrator changes the form as it stands, is told what is wrong, tries it out and publishes it. */
  async function publish(page: Page): Promise<void> {
    await setUpDevice(page, lotte);
    await page.getByRole('link', { name: 'Formulier: intake aanpassen' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Formulier: intake' })).toBeFocused();
    // In the editor: other words, and a move that is taken back.
    const keys = new Keys(page);
    await keys.follow(/^Welk werk wil de kandidaat doen\?/);
    await keys.fill('Vraag', 'Welk werk past bij de kandidaat?');
    await keys.follow('Omlaag: Welk werk past bij de kandidaat?');
    await expect(page.getByRole('button', { name: 'Omlaag: Welk werk past bij de kandidaat?' })).toBeFocused();
    const questions = page.getByRole('region', { name: 'Wat de kandidaat wil en kan' }).locator('.form-editor__name');
    await expect(questions.nth(1)).toHaveText('Welk werk past bij de kandidaat?');
    await lookAt(page, 'form-editor');
    await keys.follow('Laatste wijziging ongedaan maken');
    await expect(questions.first()).toHaveText('Welk werk past bij de kandidaat?');
    await page.locator('summary', { hasText: 'Als JSON' }).click();
    const box = page.getByLabel('Versie 1001, als JSON');
    const form = JSON.parse(await box.inputValue()) as { sections: { id: string; fields: object[] }[]; texts: Record<'nl' | 'en', Record<string, string>> };
    form.sections.find(({ id }) => id === 'wishes')?.fields.push({ type: 'choice', id: 'shifts', writesTo: ['given', 'shifts'], required: true, choices: ['ja', 'nee'] });
    expect(form.texts.nl['wish.label']).toBe('Welk werk past bij de kandidaat?');
    Object.assign(form.texts.nl, { 'shifts.label': 'Kan de kandidaat in ploegen werken?', 'shifts.ja': 'Ja' });
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
