import { test as base } from '@playwright/test';
import { newLaptop, type Laptop } from './browser.ts';
import { amsterdamToday } from './days.ts';
import { findSubject, type Subject } from './figures.ts';
import { ineke, sanne } from './person.ts';
import { startRegion, type Region } from './region.ts';

interface Given {
  readonly region: Region;
  /** Nobody is on it yet. */
  readonly laptop: Laptop;
  readonly subject: Subject;
}

/** A test with a region and a laptop of its own: for a file with one test. Several that share a region set it up themselves. */
export const test = base.extend<Given>({
  region: async ({ browserName: _anyBrowser }, use) => {
    const region = await startRegion();
    await use(region);
    await region.end();
  },
  laptop: async ({ region }, use) => {
    const laptop = await newLaptop(region.url);
    await use(laptop);
    await laptop.remove();
  },
  subject: async ({ region }, use) => use(await findSubject(region, sanne.userId, ineke.userId, amsterdamToday())),
});
