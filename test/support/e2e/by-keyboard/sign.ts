import { expect } from '@playwright/test';
import type { Keys } from '../keys.ts';

/** On the page to sign: each in turn declares by the typed name. Ends where everybody has been. */
export async function signByKeyboard(keys: Keys, roles: readonly string[]): Promise<void> {
  const { page } = keys;
  await expect(page.getByRole('heading', { level: 1, name: 'Ondertekenen' })).toBeFocused();
  await expect(page.getByRole('navigation')).toBeHidden();
  await keys.tabTo('Tekenen');
  await keys.press('ArrowRight');
  for (const role of roles) {
    await expect(page.getByLabel(`Naam van de ${role}`)).not.toHaveValue('');
    await keys.tick(/^Ik ben het eens met deze zin/);
    await keys.press('Control+Enter');
    await expect(page.getByLabel(`Naam van de ${role}`)).toBeHidden();
  }
  await expect(page.getByText('Iedereen is geweest')).toBeVisible();
}
