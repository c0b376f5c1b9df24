import { expect } from '@playwright/test';
import { amsterdamToday, plusDays, typed } from '../days.ts';
import type { Keys } from '../keys.ts';
import { header, words } from '../person.ts';
import { unsentWords } from '../workday.ts';

const today = amsterdamToday();

/** What is typed, to look for on paper afterwards. */
export const agreedPlan = {
  goal: 'Betaald werk in het groen, 24 uur per week',
  ownPart: 'Elke week twee vacatures bekijken en er een bellen.',
  agreements: [
    { what: 'Twee bedrijven in het groen bellen', owner: 'Kandidaat', dueOn: plusDays(today, 7) },
    { what: 'Leerwerkplek bij de kwekerij regelen', owner: 'Werkbedrijf', dueOn: plusDays(today, 14) },
  ],
} as const;

type Look = (name: string) => Promise<void>;

/** On the page of a new intake. Ends on "Intake vastgelegd": the intake, and what it decided about the file. */
export async function intakeByKeyboard(keys: Keys, look: Look): Promise<void> {
  const { page } = keys;
  await expect(page.getByRole('heading', { level: 1, name: 'Intake' })).toBeFocused();
  await look('intake-empty');
  await keys.choose('Waar was het gesprek?', 'Bedrijfspoort');
  await keys.choose('Werkt de kandidaat nu?', 'Nee');
  // Skip logic: the question came because of the answer before.
  await keys.choose('Wanneer was het laatste betaalde werk?', 'Langer dan vijf jaar geleden');
  await keys.pick(/^Hoogste opleiding met diploma/, 'Vmbo');
  await keys.fill(/^Welk werk wil de kandidaat doen\?/, 'Buiten werken, met planten.');
  await keys.tick('Groen');
  await keys.choose('Hoeveel uur per week', '20 tot 28');
  await expect(page.getByText('Kan de kandidaat toegroeien naar gewoon werk?')).toBeHidden();
  await keys.choose('Hoe snel werkt de kandidaat', 'Iets langzamer');
  await keys.choose('Hoeveel hulp is nodig', 'Soms hulp');
  await keys.choose('Kan de kandidaat toegroeien', 'Dat verwachten we niet');
  await keys.choose('Staat de kandidaat in het doelgroepregister?', 'Nee');
  await keys.choose('Hoe gaat Nederlands', 'Redelijk');
  await keys.fill(/^Grenzen in het werk/, 'Heeft een hernia. Tilt tot tien kilo.');
  await keys.press('Tab');
  await expect(page.getByText('Dit lijkt een ziekte of diagnose.').first()).toBeVisible();

  // The proposal with its reason; the person decides otherwise and says why.
  await expect(page.getByText('Voorstel: 3 Structurele ondersteuning')).toBeVisible();
  await expect(page.getByText('Werkt langzamer dan een collega, en dat blijft waarschijnlijk zo.')).toBeVisible();
  await keys.choose('Kandidaatgroep', '2 Tijdelijke ondersteuning');
  await keys.press('Control+Enter');
  await expect(page.getByRole('region', { name: /kloppen? \d+ ding|klopt 1 ding/ })).toBeFocused();
  await look('intake-errors');
  // The list on top leads to the field.
  await keys.follow(/^Waarom kies je een andere groep\?/);
  await keys.type('Wil eerst een jaar leren op een leerwerkplek.');
  await keys.choose('Waar staat de kandidaat nu?', 'Ontwikkeling naar werk');
  await keys.choose('Hoe zelfredzaam is de kandidaat?', '3 Redt zich beperkt');
  await keys.follow(/^Neem deze over/);
  await expect(page.getByLabel('Leerwerkplek')).toBeChecked();
  await expect(page.getByText('Dit verandert in het dossier')).toBeVisible();
  await look('intake-decision');
  await keys.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Intake vastgelegd' })).toBeFocused();
  await expect(page.locator('main').getByText(words.kept)).toBeVisible();
  await expect(header(page)).toContainText(unsentWords(2));
  await look('intake-kept');
}

/** On the page of a new plan, which both sides must be bound by. Ends on "Plan van aanpak vastgelegd". */
export async function planByKeyboard(keys: Keys, look: Look): Promise<void> {
  const { page } = keys;
  await expect(page.getByRole('heading', { level: 1, name: 'Plan van aanpak' })).toBeFocused();
  await keys.fill(/^Waar werken jullie naartoe\?/, agreedPlan.goal);
  await keys.fill(/^Wat doet de kandidaat zelf\?/, agreedPlan.ownPart);
  // What the intake decided on stands there already.
  await expect(page.getByLabel('Leerwerkplek')).toBeChecked();
  await keys.tick('No-riskpolis');
  for (const [index, agreement] of agreedPlan.agreements.entries()) {
    if (index > 0) {
      // One side only: both must be bound.
      await keys.press('Control+Enter');
      await expect(page.getByText(/Voeg een afspraak toe voor Werkbedrijf/).first()).toBeVisible();
    }
    await keys.follow(/^Afspraak toevoegen/);
    await expect(page.getByRole('group', { name: `Afspraak ${index + 1}` }).getByLabel('Afspraak', { exact: true })).toBeFocused();
    await keys.type(agreement.what);
    await keys.pick(/^Wie doet het\?/, agreement.owner);
    await keys.fill(/^Klaar op/, typed(agreement.dueOn));
  }
  await keys.press('Tab');
  await look('plan-form');
  await keys.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Plan van aanpak vastgelegd' })).toBeFocused();
  await expect(page.locator('main').getByText(words.kept)).toBeVisible();
}

/** On the page of a plan: the candidate agrees, and something already came of the first agreement. */
export async function agreeByKeyboard(keys: Keys, look: Look): Promise<void> {
  const { page } = keys;
  await keys.tabTo('Akkoord vastleggen');
  await look('plan-view');
  await keys.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Akkoord van de kandidaat' })).toBeHidden();
  await keys.follow(/^Uitkomst noteren van: Twee bedrijven/);
  await keys.choose('Wat is ervan gekomen?', 'Voor een deel nagekomen');
  await look('plan-outcome');
  await keys.follow('Uitkomst vastleggen');
  await expect(page.getByText('Voor een deel nagekomen').first()).toBeVisible();
  await look('plan-agreed');
}
