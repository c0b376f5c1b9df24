import { expect } from '@playwright/test';
import type { Keys } from '../keys.ts';
import type { Person } from '../person.ts';

/** The locked screen has the field ready: a passphrase and Enter. */
export async function unlockByKeyboard(keys: Keys, person: Person): Promise<void> {
  await expect(keys.page.getByLabel('Wachtzin', { exact: true })).toBeFocused();
  await keys.type(person.passphrase);
  await keys.press('Enter');
  await expect(keys.page.getByRole('button', { name: 'Vergrendelen' })).toBeVisible();
}

/** From the list: `/`, the name, Enter. */
export async function openFileByKeyboard(keys: Keys, candidate: { readonly listName: string; readonly fullName: string }): Promise<void> {
  const { page } = keys;
  await expect(page.locator('tbody a').first()).toBeVisible();
  await keys.press('/');
  await keys.type(candidate.listName);
  await expect(page.locator('tbody a').first()).toHaveText(candidate.listName);
  await keys.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: candidate.fullName })).toBeFocused();
}
