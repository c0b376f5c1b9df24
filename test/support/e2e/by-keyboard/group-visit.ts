import { expect } from '@playwright/test';
import type { Keys } from '../keys.ts';
import { words } from '../person.ts';

export const groupNote = (number: number): string => `Verslag nummer ${number}: werkt rustig door.`;

/** From the list of candidates: the employer with the most people, and the first of them. @returns their names */
export async function chooseThreeByKeyboard(keys: Keys): Promise<readonly string[]> {
  const { page } = keys;
  await expect(page.getByRole('heading', { level: 1, name: 'Kandidaten' })).toBeVisible();
  await keys.follow('Bezoek aan meer mensen');
  await expect(page.getByRole('heading', { level: 1, name: 'Bezoek aan meer mensen' })).toBeFocused();
  await keys.tabTo('Bij welke werkgever was je?');
  const options = await page.getByLabel('Bij welke werkgever was je?').locator('option').allTextContents();
  const counts = options.map((option) => Number(/\((\d+) (?:mensen|persoon)\)$/.exec(option)?.[1] ?? 0));
  expect(Math.max(...counts)).toBeGreaterThanOrEqual(3);
  await keys.press('ArrowDown', counts.indexOf(Math.max(...counts)));
  for (let person = 0; person < 3; person += 1) {
    await keys.press('Tab');
    await keys.press('Space');
  }
  await keys.follow('Verder met 3 mensen');
  await expect(page.getByRole('heading', { level: 1, name: 'Bezoek aan meer mensen' })).toBeFocused();
  const names = await page.locator('.people-aside__list a').allTextContents();
  expect(names).toHaveLength(3);
  return names;
}

/** What they share: 100 minutes and the way to it, which are divided. */
export async function sharedPartByKeyboard(keys: Keys): Promise<void> {
  await keys.fill('Begin', '930');
  await keys.fill('Duur in minuten', '100');
  await keys.tick('Op de werkplek');
  await keys.fill(/^Reistijd in minuten/, '50');
  await keys.fill(/^Kilometers/, '24,5');
  await keys.tick('De werknemer');
  await keys.pick('Wat heb je gedaan?', 'Evaluatie');
  await expect(keys.page.getByText('Samen 100 minuten, de hele duur.')).toBeVisible();
}

/** Of one of them, onwards from where the keyboard stands. */
export async function noteByKeyboard(keys: Keys, number: number): Promise<void> {
  await keys.tabOnTo('Wat zag en hoorde je?');
  await keys.press('Control+A');
  await keys.type(groupNote(number));
  await keys.tick('Het gaat goed');
}

/** Ctrl+S, and the words that answer it. */
export async function saveDraftByKeyboard(keys: Keys): Promise<void> {
  await keys.press('Control+s');
  await expect(keys.page.getByText(words.draftSaved).first()).toBeVisible();
  expect(keys.page.url()).toContain('concept=');
}
