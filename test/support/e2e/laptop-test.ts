import { test as base } from '@playwright/test';
import { newLaptop, type Laptop } from './browser.ts';
import { amsterdamToday } from './days.ts';
import { findSubject, type Subject } from './figures.ts';
import { ineke, sanne } from './person.ts';
import { startRegion, type Region } from './region.ts';

export interface Given {
  /** Its server can be reached when a test begins, whatever the one before did. */
  readonly region: Region;
  /** Nobody is on it yet. */
  readonly laptop: Laptop;
  readonly subject: Subject;
}

/** @returns the test of this file: all of them share one region, and each that asks for a laptop has a new one */
export function testsOfOneRegion() {
  let region: Region;
  let subject: Subject;
  const test = base.extend<Given>({
    region: async ({ browserName: _anyBrowser }, use) => {
      await region.start();
      await use(region);
    },
    laptop: async ({ region: { url } }, use) => withLaptop(url, use),
    subject: async ({ browserName: _anyBrowser }, use) => use(subject),
  });
  test.beforeAll(async () => {
    region = await startRegion();
    subject = await findSubject(region, sanne.userId, ineke.userId, amsterdamToday());
  });
  test.afterAll(() => region.end());
  return test;
}

/** @param url where it finds its server */
export async function withLaptop(url: string, use: (laptop: Laptop) => Promise<void>): Promise<void> {
  const laptop = await newLaptop(url);
  await use(laptop);
  await laptop.remove();
}
