import type { Page } from '@playwright/test';

/** A person at a keyboard: every key is counted, and nothing is reached but by Tab. */
export class Keys {
  count = 0;
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  async press(key: string, times = 1): Promise<void> {
    for (let time = 0; time < times; time += 1) await this.page.keyboard.press(key);
    this.count += times;
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.count += text.length;
  }

  /** Tab until what has the focus is called so. @throws Error when Tab never gets there */
  async tabTo(name: string | RegExp, most = 80): Promise<void> {
    for (let tabs = 0; tabs <= most; tabs += 1) {
      const found = await this.focusedName();
      if (typeof name === 'string' ? found === name : name.test(found)) return;
      await this.press('Tab');
    }
    throw new Error(`Tab never reached ${String(name)}; it stands on "${await this.focusedName()}"`);
  }

  /** Goes to a field and says this in it, whatever stood there. What stands there already costs nothing. */
  async fill(label: string | RegExp, text: string): Promise<void> {
    await this.tabTo(label);
    const now = await this.page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value ?? '');
    if (now === text) return;
    // Tab selects what stands in a line; in an area of text it does not.
    if (now !== '' && (await this.page.evaluate(() => document.activeElement?.tagName)) === 'TEXTAREA') await this.press('Control+A');
    await this.type(text);
  }

  /** The label of the field, the title of a disclosure, or the words of a button or link. */
  private async focusedName(): Promise<string> {
    return this.page.evaluate(() => {
      const focused = document.activeElement as HTMLInputElement | null;
      return (focused?.labels?.[0]?.textContent ?? focused?.getAttribute('aria-label') ?? focused?.textContent ?? '').trim();
    });
  }
}
