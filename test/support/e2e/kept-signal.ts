import type { Page } from '@playwright/test';
import { words } from './person.ts';

/** Moments of the page on the clock of this machine [s since 1970], to lay beside what a trace of the system saw. */
export interface KeepMoments {
  readonly clickedAt: number;
  readonly saidAt: number;
}

/**
 * Presses the button and hears of the promise in the very moment in which its words stand on the page: a look from
 * outside would come tens of milliseconds later.
 */
export async function pressAndHear(page: Page, button: string, said: (moments: KeepMoments) => void): Promise<void> {
  await page.exposeFunction('veldwerkTestSaid', said);
  await page.evaluate(([name, text]) => {
    const now = (): number => (performance.timeOrigin + performance.now()) / 1_000;
    let clickedAt = 0;
    document.addEventListener('click', () => { clickedAt = now(); }, { capture: true, once: true });
    const watcher = new MutationObserver(() => {
      if (!(document.querySelector('main')?.textContent ?? '').includes(text)) return;
      watcher.disconnect();
      const saidAt = now();
      void (window as unknown as { veldwerkTestSaid: (moments: KeepMoments) => Promise<void> }).veldwerkTestSaid({ clickedAt, saidAt });
    });
    watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
    [...document.querySelectorAll('button')].find((each) => each.textContent === name)?.click();
  }, [button, words.kept] as const);
}
