import type { Page } from '@playwright/test';

/** A person at a keyboard: every key is counted, and nothing is reached but by Tab and arrows. */
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
  async tabTo(name: string | RegExp, most = 90): Promise<void> {
    for (let tabs = 0; tabs <= most; tabs += 1) {
      const found = await this.focusedName();
      if (typeof name === 'string' ? found === name : name.test(found)) return;
      await this.press('Tab');
    }
    throw new Error(`Tab never reached ${String(name)}; it stands on "${await this.focusedName()}"`);
  }

  /** The same, onwards from what has the focus: for a name that stands on the page more than once. */
  async tabOnTo(name: string | RegExp): Promise<void> {
    await this.press('Tab');
    await this.tabTo(name);
  }

  /** To a link, button or disclosure, and through it. */
  async follow(name: string | RegExp): Promise<void> {
    await this.tabTo(name);
    await this.press('Enter');
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

  /** One of several: Tab into the group with this question, then the arrows. */
  async choose(question: string, choice: string): Promise<void> {
    const isInGroup = (): Promise<boolean> => this.page.evaluate((legend) => {
      const focused = document.activeElement as HTMLInputElement | null;
      return focused?.type === 'radio' && (focused.closest('fieldset')?.querySelector('legend')?.textContent ?? '').startsWith(legend);
    }, question);
    for (let tabs = 0; !(await isInGroup()); tabs += 1) {
      if (tabs > 90) throw new Error(`Tab never reached ${question}`);
      await this.press('Tab');
    }
    for (let steps = 0; (await this.focusedName()) !== choice; steps += 1) {
      if (steps > 12) throw new Error(`no choice ${choice} in ${question}`);
      await this.press('ArrowDown');
    }
    if (!(await this.page.evaluate(() => (document.activeElement as HTMLInputElement).checked))) await this.press('Space');
  }

  async tick(name: string | RegExp): Promise<void> {
    await this.tabTo(name);
    await this.press('Space');
  }

  /** A closed list: its first letters find the line. */
  async pick(label: string | RegExp, line: string): Promise<void> {
    await this.tabTo(label);
    await this.type(line);
  }

  /** The label of the field, the title of a disclosure, or the words of a button or link. */
  private async focusedName(): Promise<string> {
    return this.page.evaluate(() => {
      const focused = document.activeElement as HTMLInputElement | null;
      return (focused?.labels?.[0]?.textContent ?? focused?.getAttribute('aria-label') ?? focused?.textContent ?? '').trim();
    });
  }
}
