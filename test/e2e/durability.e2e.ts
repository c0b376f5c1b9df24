import { expect, test } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { newLaptop } from '../support/e2e/browser.ts';
import { amsterdamToday, plusDays, typed } from '../support/e2e/days.ts';
import { findSubject } from '../support/e2e/figures.ts';
import { watchFlushes, whyNoFlushes, type Flush } from '../support/e2e/flushes.ts';
import { pressAndHear, type KeepMoments } from '../support/e2e/kept-signal.ts';
import { ineke, openFile, openVisitForm, sanne, setUpDevice, typeVisit, words } from '../support/e2e/person.ts';
import { startRegion } from '../support/e2e/region.ts';
import { runNodeScript } from '../support/run-node-script.ts';

/*
 * A kill proves a crash of the browser only: what the system still holds in memory survives that, and a power cut it does
 * not. So here the flushes to the disk are counted, between the click and the words that promise it.
 */
const today = amsterdamToday();
const reason = whyNoFlushes();

test.describe('"Opgeslagen op dit apparaat" is said after the disk has it', () => {
  test.skip(reason !== null, reason ?? '');
  test.setTimeout(180_000);

  test('[F1] [KEEP1] with strict durability the database is flushed between the click and the words; without it, it is not', async () => {
    const strict = await flushesOfKeeping();
    const relaxedDir = await mkdtemp(path.join(tmpdir(), 'veldwerk-relaxed-'));
    await runNodeScript(fileURLToPath(new URL('../support/e2e/relaxed-build.mjs', import.meta.url)), [relaxedDir]);
    const without = await flushesOfKeeping(relaxedDir);
    await rm(relaxedDir, { recursive: true, force: true });
    console.log(`flushes between the click and the words: strict ${strict.database}, relaxed ${without.database}; journal ${strict.journal} and ${without.journal}`);
    expect(strict.database, 'flushes of the database with strict').toBeGreaterThan(0);
    expect(without.database, 'flushes of the database when strict is taken away: else this test proves nothing').toBe(0);
  });
});

interface Counted {
  readonly database: number;
  /** The second copy, which has a flush of its own. */
  readonly journal: number;
}

async function flushesOfKeeping(staticDir?: string): Promise<Counted> {
  const region = await startRegion(staticDir === undefined ? {} : { staticDir });
  const laptop = await newLaptop(region.url);
  try {
    const subject = await findSubject(region, sanne.userId, ineke.userId, today);
    const page = await laptop.open();
    await setUpDevice(page, sanne, { storesApp: staticDir === undefined });
    await openFile(page, subject);
    await openVisitForm(page);
    await typeVisit(page, {
      heldOn: typed(today), beganAt: '11:00', duration: '25', place: 'Telefoon', attendees: 'De werknemer', activity: 'Thuissituatie',
      observations: 'Belt zelf als de bus te laat is.', risk: 'Het gaat goed', nextContactOn: typed(plusDays(today, 5)),
    });
    await expect(page.locator('main').getByText(words.draftSaved)).toBeVisible();
    // Nothing else may write meanwhile: the loop that asks what is new is away with the server, and a draft has its rest.
    await region.stop();
    await page.waitForTimeout(2_000);

    const endWatch = await watchFlushes(laptop.pid());
    const moments = await new Promise<KeepMoments>((resolve, reject) => {
      pressAndHear(page, 'Bezoek vastleggen', resolve).catch(reject);
    });
    const flushes = await endWatch();
    return count(flushes, moments);
  } finally {
    await laptop.remove();
    await region.end();
  }
}

/** The page's clock and the system's are read by different roads: half a millisecond on both sides. */
const clockSlackS = 0.0005;

function count(flushes: readonly Flush[], { clickedAt, saidAt }: KeepMoments): Counted {
  expect(saidAt).toBeGreaterThan(clickedAt);
  const between = flushes.filter(({ at }) => at >= clickedAt - clockSlackS && at <= saidAt + clockSlackS);
  const of = (folder: string): number => between.filter(({ file }) => file.includes(`/${folder}/`)).length;
  return { database: of('IndexedDB'), journal: of('File System') };
}
