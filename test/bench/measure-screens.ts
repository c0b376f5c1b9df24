import path from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { openVisitForm, typeVisit } from '../support/e2e/person.ts';
import { shortVisit } from '../support/e2e/workday.ts';
import { absolute, median, type Figure } from './figures.ts';
import { watchLongTasks } from './page/long-tasks.ts';
import type { Stage } from './stage.ts';

/** What issue C names: opening a file with its timeline, saving, the due list, around this much of the window's own thread each [ms]. */
const around = 100;
/** What issue B names: no task of the window longer than this in a first sync [ms]. */
const longestTask = 50;

/**
 * The real screen with 15,000 candidates and their some 55,000 records. What is measured is the time that the window's own
 * thread worked (`TaskDuration` of the browser's own metrics), from the key or click until the page stands and is quiet.
 */
export async function measureScreens(stage: Stage, project: string, runs: number): Promise<readonly Figure[]> {
  const region = await stage.region(15_000, path.join(project, 'dist', 'renderer'));
  const page = await stage.page(region.url);
  await page.getByRole('button', { name: /Mehmet Yilmaz/ }).click();
  const passphrase = page.locator('input[type=password]');
  await passphrase.nth(0).fill('een zin voor de meting');
  await passphrase.nth(1).fill('een zin voor de meting');
  const longestInFirstSync = await watchTasks(page);
  await page.keyboard.press('Enter');
  // One of them is in it twice.
  await page.getByText(/15\.001 kandidaten/).waitFor();
  await page.getByRole('complementary', { name: 'Versturen en bijwerken' }).getByText(/Alles verstuurd/).waitFor({ timeout: 120_000 });
  const firstSync = await longestInFirstSync();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const work = async (act: () => Promise<unknown>) => {
    await quiet(page);
    const before = await taskMs(session);
    await act();
    await quiet(page);
    return (await taskMs(session)) - before;
  };
  const link = (name: string) => page.getByRole('link', { name, exact: true });
  const toList = async () => {
    await link('Kandidaten').click();
    await page.getByRole('row').nth(3).waitFor();
  };

  const files: number[] = [];
  const due: number[] = [];
  const agenda: number[] = [];
  const saves: number[] = [];
  const timelines: number[] = [];
  const lists: number[] = [];
  for (let round = 0; round < runs; round += 1) {
    lists.push(await work(toList));
    const row = page.getByRole('row').nth(2 + round).getByRole('link').first();
    files.push(await work(async () => {
      await row.click();
      await page.locator('.timeline').waitFor();
    }));
    timelines.push(await work(async () => {
      await page.locator('a[href$="/tijdlijn"]').first().click();
      await page.waitForURL(/\/tijdlijn$/);
      await page.locator('.timeline').waitFor();
    }));
    await page.goBack();
    await openVisitForm(page);
    await typeVisit(page, shortVisit(`Werkt rustig door, ronde ${round}.`));
    saves.push(await work(async () => {
      await page.getByRole('button', { name: 'Bezoek vastleggen', exact: true }).click();
      // Not an expectation: one that does not hold yet makes the driver write down the whole page, a quarter of what a save takes.
      await page.getByRole('heading', { level: 1, name: 'Bezoek vastgelegd' }).waitFor();
    }));
    due.push(await work(async () => {
      await link('Te doen').click();
      await page.getByRole('heading', { level: 1, name: 'Te doen' }).waitFor();
    }));
    agenda.push(await work(async () => {
      await link('Agenda').click();
      await page.getByRole('heading', { level: 1, name: 'Agenda' }).waitFor();
    }));
  }
  const longestInReading = await watchTasks(page);
  await link('Zoeken').click();
  const begun = performance.now();
  await page.getByRole('searchbox').fill('planning');
  await page.getByText(/^Gevonden in [\d.]+ dossiers$/).waitFor({ timeout: 120_000 });
  await page.locator('.search progress').waitFor({ state: 'detached', timeout: 120_000 });
  const read = performance.now() - begun;
  const reading = await longestInReading();
  const finds: number[] = [];
  for (const word of ['heftruck', 'jansen', 'reiskosten', 'orderpicken', 'zelfstandig']) {
    finds.push(await work(async () => {
      await page.getByRole('searchbox').fill(word);
      await page.getByText(/^Gevonden in|^Niets gevonden/).first().waitFor();
    }));
  }
  await page.context().close();
  await region.stop();
  return [
    absolute('screen.first-sync.15000.longest-task', firstSync, 'ms', longestTask),
    absolute('screen.list.15000', median(lists), 'ms'),
    absolute('screen.file.15000', median(files), 'ms', around),
    absolute('screen.timeline.15000', median(timelines), 'ms', around),
    absolute('screen.save.15000', median(saves), 'ms', around),
    absolute('screen.due.15000', median(due), 'ms', around),
    absolute('screen.agenda.15000', median(agenda), 'ms', around),
    absolute('screen.search.15000.read', read / 1_000, 's'),
    absolute('screen.search.15000.longest-task', reading, 'ms', longestTask),
    absolute('screen.search.15000.find', median(finds), 'ms', around),
  ];
}

/** @returns how long the longest task of the window was since; the browser tells of 50 ms and more, 0 says that there was none [ms] */
async function watchTasks(page: Page): Promise<() => Promise<number>> {
  const watch = await page.evaluateHandle(watchLongTasks);
  return () => watch.evaluate((watching) => watching.longest());
}

async function taskMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}

/** Two idle moments in a row: what was started has been drawn. */
const quiet = (page: Page) => page.evaluate(() => new Promise<void>((done) => requestIdleCallback(() => requestIdleCallback(() => done()))));
