import { defineConfig } from '@playwright/test';
import { chromiumPath } from './support/chromium.ts';

/** End-to-end: a real Chromium, the real server, a real PostgreSQL. Files are named *.e2e.ts, in any folder of test/. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  globalSetup: './support/global-e2e.ts',
  outputDir: '../test-results',
  // A test that passes at the second try has found something.
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  // Two cores carry one browser, one server and one database.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    launchOptions: { executablePath: chromiumPath(), args: ['--disable-background-networking', '--disable-component-update', '--disable-sync'] },
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
});
