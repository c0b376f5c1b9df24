import { expect } from '@playwright/test';
import type { Keys } from '../keys.ts';
import type { Person } from '../person.ts';

/**
 * On the page to sign: the guests declare by their typed names, one after the other, and hand the laptop back to its owner,
 * who does so last. Ends where everybody has been.
 */
export async function signByKeyboard(keys: Keys, guests: readonly string[], owner: Person, ownRole: string): Promise<void> {
  await chooseToDeclare(keys);
  await declareByKeyboard(keys, guests, owner, ownRole);
}

/** A declaration instead of a drawing. */
export async function chooseToDeclare(keys: Keys): Promise<void> {
  await expect(keys.page.getByRole('heading', { level: 1, name: 'Ondertekenen' })).toBeFocused();
  await expect(keys.page.getByRole('navigation')).toBeHidden();
  await keys.tabTo('Tekenen');
  await keys.press('ArrowRight');
}

/** @param atHandBack looks at the page that the guests leave behind */
export async function declareByKeyboard(keys: Keys, guests: readonly string[], owner: Person, ownRole: string, atHandBack?: () => Promise<void>): Promise<void> {
  const { page } = keys;
  for (const role of [...guests, ownRole]) {
    if (role === ownRole) {
      await expect(page.getByRole('heading', { level: 1, name: `Geef de laptop terug aan ${owner.name}` })).toBeFocused();
      await atHandBack?.();
      await keys.follow(`Ik ben ${owner.name}, ga verder`);
      await expect(page.getByRole('heading', { level: 2, name: new RegExp(`^${role}$`, 'i') })).toBeFocused();
    }
    await expect(page.getByLabel(`Naam van de ${role}`)).not.toHaveValue('');
    await keys.tick(/^Ik ben het eens met deze zin/);
    await keys.press('Control+Enter');
    await expect(page.getByLabel(`Naam van de ${role}`)).toBeHidden();
  }
  await expect(page.getByText('Iedereen is geweest')).toBeVisible();
}
