import { findTestBrowser } from '../../build/scripts/lib/find-browser.mjs';

/** The Chromium, Chrome or Edge for tests. `npm test` sets PLAYWRIGHT_CHROMIUM_PATH when it had to install one. */
export function chromiumPath(): string {
  const found = findTestBrowser();
  if (found === undefined) throw new Error('No Chromium was found: set CHROMIUM_PATH, or run `npx playwright install chromium`.');
  return found;
}

/**
 * For a Chromium that a test starts itself: quiet, without a screen, and without requests of its own.
 * Root has no user namespace for the sandbox; containers often have none either.
 */
export const chromiumArgs: readonly string[] = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--no-first-run', '--no-default-browser-check',
];
