import { expect, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { newLaptop, type Laptop } from '../support/e2e/browser.ts';
import { openDoor, type Door, type DoorMode } from '../support/e2e/door.ts';
import { holdWriters, waitingWriters } from '../support/e2e/hold-writers.ts';
import { testsOfOneRegion, withLaptop, type Given } from '../support/e2e/laptop-test.ts';
import { header, ineke, sanne, setUpDevice, unlock, words } from '../support/e2e/person.ts';
import { keepUnsent, openUnsent, outboxIds, unsentWords, visitsOnServer } from '../support/e2e/workday.ts';
import { descendantsOf } from '../support/process-tree.ts';

/*
 * What goes wrong between a laptop and its server, with a real browser, a real server and a real PostgreSQL. What a disk
 * does is in faults-storage.e2e.ts, the kill of the browser in kill.e2e.ts.
 */

/** The laptop reaches its server through a door that can do all that a network does. */
const test = testsOfOneRegion().extend<{ readonly door: Door }>({
  door: async ({ region }, use) => {
    const door = await openDoor(region.url);
    await use(door);
    await door.close();
  },
  laptop: async ({ door }, use) => withLaptop(door.url, use),
});

test.describe('between a laptop and its server', () => {
  /** Visits that the server does not have, on the page with what waits. @returns the page and their ids */
  async function withUnsent({ region, laptop, subject }: Given, texts: readonly string[]): Promise<{ readonly page: Page; readonly ids: readonly string[] }> {
    const page = await laptop.open();
    await setUpDevice(page, sanne);
    await region.stop();
    await keepUnsent(page, subject, texts);
    await openUnsent(page);
    return { page, ids: await outboxIds(page, sanne.userId) };
  }

  const sendNow = (page: Page): Promise<void> => page.getByRole('button', { name: 'Nu versturen' }).click();

  test('[F2] [PUSH3] [PUSH5] the answer is lost after the server committed: sent again, one effect, and not called sent before', async ({ region, door, laptop, subject }) => {
    const { page, ids } = await withUnsent({ region, laptop, subject }, ['Antwoord weg']);
    door.set('lost');
    await region.start();
    await sendNow(page);
    await expect.poll(() => door.swallowed, { timeout: 30_000 }).toContain(200);
    await expect.poll(() => visitsOnServer(region, 'Antwoord weg')).toHaveLength(1);
    await expect(header(page)).toContainText(unsentWords(1));
    await expect(header(page)).not.toContainText(words.allSent);

    door.set('open');
    await sendNow(page);
    await expect(header(page)).toContainText(words.allSent, { timeout: 40_000 });
    expect(await visitsOnServer(region, 'Antwoord weg')).toEqual([{ text: 'Antwoord weg', author: sanne.userId, operations: ids }]);
  });

  test('[F3] [PUSH4] [PUSH5] the server is killed in the middle of a batch with one operation that no database takes', async ({ region, laptop, subject }) => {
    const { page, ids } = await withUnsent({ region, laptop, subject }, ['Midden een', 'Midden gif', 'Midden twee']);
    await region.query(`create function poison() returns trigger language plpgsql as $$ begin
      if new.groups::text like '%Midden gif%' then raise exception 'poison' using errcode = '23514'; end if; return new; end $$`);
    await region.query('create trigger poison before insert on record for each row execute function poison()');
    const endHold = await holdWriters(region.databaseUrl);
    await region.start();
    await sendNow(page);
    await expect.poll(() => waitingWriters(region), { timeout: 30_000 }).toBeGreaterThan(0);
    await region.kill9();
    await endHold();
    expect(await visitsOnServer(region, 'Midden')).toEqual([]);
    await expect(header(page)).toContainText(unsentWords(3));

    await region.start();
    await sendNow(page);
    await expect(header(page)).toContainText('1 wijziging: actie nodig', { timeout: 40_000 });
    await expect(header(page)).not.toContainText(words.allSent);
    const [one, poison, two] = ids;
    expect(await visitsOnServer(region, 'Midden')).toEqual([
      { text: 'Midden een', author: sanne.userId, operations: [one] }, { text: 'Midden twee', author: sanne.userId, operations: [two] },
    ]);
    // In a list that a person sees, with its text.
    expect(await outboxIds(page, sanne.userId)).toEqual([poison]);
    await expect(page.getByText('Actie nodig').first()).toBeVisible();
    await region.query('drop trigger poison on record');
    await region.query('drop function poison()');
  });

  test('[F7] [PUSH2] [PULL4] a portal, a redirect, foreign JSON, answers cut short and answers from a cache settle nothing', async ({ region, door, laptop, subject }) => {
    const { page, ids } = await withUnsent({ region, laptop, subject }, ['Portaal']);
    await region.start();
    const arrives: Readonly<Record<Exclude<DoorMode, 'open' | 'lost' | 'newer'>, boolean>> = { portal: false, redirect: false, json: false, stale: true, cut: true };
    for (const [mode, arrived] of Object.entries(arrives) as [DoorMode, boolean][]) {
      door.set(mode);
      await sendNow(page);
      await expect.poll(() => door.asked(), { timeout: 30_000, message: `${mode}: the device asked` }).toBeGreaterThan(0);
      if (arrived) await expect.poll(() => visitsOnServer(region, 'Portaal'), { timeout: 30_000, message: `${mode}: what is sent arrives` }).toHaveLength(1);
      // Time for the answer to be believed by mistake.
      await page.waitForTimeout(1_000);
      await expect(header(page), mode).toContainText(unsentWords(1));
      await expect(header(page), mode).not.toContainText(words.allSent);
      if (!arrived) expect(await visitsOnServer(region, 'Portaal'), mode).toEqual([]);
    }

    door.set('open');
    await sendNow(page);
    await expect(header(page)).toContainText(words.allSent, { timeout: 40_000 });
    expect(await visitsOnServer(region, 'Portaal')).toEqual([{ text: 'Portaal', author: sanne.userId, operations: ids }]);
  });

  test('[F15] [WIN1] [WIN2] the leading window freezes: the other sends, and the thawed one doubles nothing', async ({ region, door, laptop, subject }) => {
    test.skip(process.platform === 'win32', 'a process is frozen with SIGSTOP, which Windows does not have');
    const { page: first, ids } = await withUnsent({ region, laptop, subject }, ['Bevroren']);
    const open = async (): Promise<Page> => {
      const page = await laptop.context().newPage();
      await page.goto(door.url);
      await unlock(page, sanne);
      await expect(header(page)).toContainText(unsentWords(1));
      return page;
    };
    // The service worker lives in the process of the window that started it. A browser that freezes a window lets it live, and
    // SIGSTOP would not: so the first window goes, and the one that leads after it has a process without it.
    const leader = await open();
    await first.close();
    const other = await open();
    const frozen = await freeze(laptop, leader, other);
    try {
      await region.start();
      await expect(header(other)).toContainText(words.allSent, { timeout: 60_000 });
      expect(await visitsOnServer(region, 'Bevroren')).toEqual([{ text: 'Bevroren', author: sanne.userId, operations: ids }]);
    } finally {
      process.kill(frozen, 'SIGCONT');
    }
    await expect(header(leader)).toContainText(words.allSent, { timeout: 30_000 });
    expect(await visitsOnServer(region, 'Bevroren')).toEqual([{ text: 'Bevroren', author: sanne.userId, operations: ids }]);
  });

  test('[F15] [WIN2] the window that freezes hosts the service worker: the other takes over all the same, by a way that does not pass it', async ({ region, door, laptop, subject }) => {
    test.skip(process.platform === 'win32', 'a process is frozen with SIGSTOP, which Windows does not have');
    test.setTimeout(240_000);
    const { page: first, ids } = await withUnsent({ region, laptop, subject }, ['Gastheer']);
    const other = await laptop.context().newPage();
    await other.goto(door.url);
    await unlock(other, sanne);
    await expect(header(other)).toContainText(unsentWords(1));
    const frozen = await freeze(laptop, first, other);
    try {
      await region.start();
      await expect(header(other)).toContainText(words.allSent, { timeout: 100_000 });
      expect(await visitsOnServer(region, 'Gastheer')).toEqual([{ text: 'Gastheer', author: sanne.userId, operations: ids }]);
    } finally {
      process.kill(frozen, 'SIGCONT');
    }
    await expect(header(first)).toContainText(words.allSent, { timeout: 30_000 });
    expect(await visitsOnServer(region, 'Gastheer')).toEqual([{ text: 'Gastheer', author: sanne.userId, operations: ids }]);
  });

  test('[F18] [VER2] [VER3] a server of tomorrow says more than this app knows, everywhere: everything is read, sent and settled', async ({ region, door, laptop, subject }) => {
    door.set('newer');
    const page = await laptop.open();
    await setUpDevice(page, sanne);
    await region.stop();
    await keepUnsent(page, subject, ['Morgen een', 'Morgen twee']);
    const ids = await outboxIds(page, sanne.userId);
    await openUnsent(page);
    await region.start();
    await sendNow(page);
    await expect(header(page)).toContainText(words.allSent, { timeout: 40_000 });
    const [one, two] = ids;
    expect(await visitsOnServer(region, 'Morgen')).toEqual([
      { text: 'Morgen een', author: sanne.userId, operations: [one] }, { text: 'Morgen twee', author: sanne.userId, operations: [two] },
    ]);
    expect(door.asked()).toBeGreaterThan(2);
  });

  test('[F6] [F8] [BACK2] [BACK3] [LIV2] [PUSH5] a line that flaps, and lets through in one direction only, while another laptop sleeps with its sockets open and the server becomes another: everything arrives once, within a minute of a good line and of waking', async ({ region, door, laptop, subject }) => {
    test.skip(process.platform === 'win32', 'processes stand still with SIGSTOP, which Windows does not have');
    test.setTimeout(240_000);
    const sleeper = await newLaptop(region.url);
    try {
      const asleep = await sleeper.open();
      await setUpDevice(asleep, sanne);
      const { page, ids } = await withUnsent({ region, laptop, subject }, ['Wapper een', 'Wapper twee', 'Wapper drie']);
      await keepUnsent(asleep, subject, ['Geslapen']);
      await openUnsent(asleep);
      const sleptIds = await outboxIds(asleep, sanne.userId);
      await region.start();
      const wake = await fallAsleep(sleeper, () => sendNow(asleep));
      const asleepAtMs = Date.now();
      try {
        // Another server than the one that the sleeper's sockets lead to.
        await region.kill9();
        await region.start();
        for (let turn = 0; turn < 6; turn += 1) {
          door.set(turn % 2 === 0 ? 'lost' : 'cut');
          await expect.poll(() => door.asked(), { timeout: 35_000 }).toBeGreaterThan(0);
          if (turn === 2) await region.stop();
          if (turn === 3) await region.start();
          await expect(header(page)).not.toContainText(words.allSent);
        }
        const goodAtMs = Date.now();
        door.set('open');
        await expect(header(page)).toContainText(words.allSent, { timeout: 60_000 });
        expect(Date.now() - goodAtMs, 'time until all was sent [ms]').toBeLessThan(60_000);
        // Longer than a dead socket may go unnoticed; nine hours are left to the simulation.
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, 35_000 - (Date.now() - asleepAtMs))));
      } finally {
        wake();
      }
      await expect(header(asleep)).toContainText(words.allSent, { timeout: 60_000 });
      const rows = await visitsOnServer(region, 'Wapper');
      expect(rows.map(({ operations }) => operations.length)).toEqual([1, 1, 1]);
      expect(new Set(rows.flatMap(({ operations }) => operations))).toEqual(new Set(ids));
      expect(await visitsOnServer(region, 'Geslapen')).toEqual([{ text: 'Geslapen', author: sanne.userId, operations: sleptIds }]);
    } finally {
      await sleeper.remove();
    }
  });

  test('[F24] [PUSH6] the session expires while a batch is in the database: what arrived is not called sent, and all of it goes once after signing in again', async ({ region, laptop, subject }) => {
    const { page, ids } = await withUnsent({ region, laptop, subject }, ['Sessie een', 'Sessie twee']);
    const endHold = await holdWriters(region.databaseUrl);
    await region.start();
    await sendNow(page);
    await expect.poll(() => waitingWriters(region), { timeout: 30_000 }).toBeGreaterThan(0);
    await region.query('update session set expires_at_ms = 1');
    await endHold();
    await expect(header(page)).toContainText('Meld je aan om te versturen en bij te werken.', { timeout: 30_000 });
    await expect(header(page)).toContainText(unsentWords(2));
    await expect(header(page)).not.toContainText(words.allSent);
    // What was under way when the session ended may count; it counts once, whatever the device heard of it.
    expect(await outboxIds(page, sanne.userId)).toEqual(ids);

    await page.getByRole('button', { name: 'Aanmelden' }).click();
    await expect(header(page)).toContainText(words.allSent, { timeout: 40_000 });
    const [one, two] = ids;
    expect(await visitsOnServer(region, 'Sessie')).toEqual([
      { text: 'Sessie een', author: sanne.userId, operations: [one] }, { text: 'Sessie twee', author: sanne.userId, operations: [two] },
    ]);
  });

  test('[F24] [PUSH6] one leaves with unsent work and another signs in on the same laptop: it stays hers, and goes in her name', async ({ region, laptop, subject }) => {
    const { page, ids } = await withUnsent({ region, laptop, subject }, ['Van Sanne']);
    await page.getByRole('button', { name: 'Vergrendelen' }).click();
    await region.start();
    await page.getByRole('button', { name: 'Iemand anders', exact: true }).click();
    await setUpDevice(page, ineke);
    // Everything of hers is sent; what waits is another's.
    expect(await outboxIds(page, ineke.userId)).toEqual([]);
    expect(await outboxIds(page, sanne.userId)).toEqual(ids);
    expect(await visitsOnServer(region, 'Van Sanne')).toEqual([]);
    // Nor does she see any of it, in the list or in the file.
    await openUnsent(page);
    await expect(page.getByText('Niets wacht op versturen')).toBeVisible();
    await expect(page.getByText('Van Sanne')).toHaveCount(0);

    await page.getByRole('button', { name: 'Vergrendelen' }).click();
    const mine = page.getByRole('button', { name: new RegExp(`^${sanne.name}`) });
    await expect(mine.or(page.getByRole('button', { name: 'Iemand anders', exact: true }))).toBeVisible();
    if (!(await mine.isVisible())) await page.getByRole('button', { name: 'Iemand anders', exact: true }).click();
    await unlock(page, sanne);
    await expect(header(page)).toContainText('Iemand anders is aangemeld bij de server. Meld je aan om te versturen.', { timeout: 30_000 });
    await expect(header(page)).toContainText(unsentWords(1));
    expect(await visitsOnServer(region, 'Van Sanne')).toEqual([]);
    await openUnsent(page);
    await page.getByRole('button', { name: 'Aanmelden' }).click();
    await expect(header(page)).toContainText(words.allSent, { timeout: 40_000 });
    expect(await visitsOnServer(region, 'Van Sanne')).toEqual([{ text: 'Van Sanne', author: sanne.userId, operations: ids }]);
  });
});

/** The lid closes when a question is under way: all processes stand still, as in sleep. @returns how they go on */
async function fallAsleep(laptop: Laptop, ask: () => Promise<void>): Promise<() => void> {
  await ask();
  const pids = [laptop.pid(), ...descendantsOf(laptop.pid())];
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  return () => {
    for (const pid of pids) process.kill(pid, 'SIGCONT');
  };
}

/** Stops the process of one window, found by trying: it does not answer any more and the other does. @returns its number */
async function freeze(laptop: Laptop, page: Page, other: Page): Promise<number> {
  const types = new Map(execFileSync('ps', ['-eo', 'pid=,args=', '-ww'], { encoding: 'utf8' }).split('\n').map((line) => [Number.parseInt(line, 10), line]));
  const renderers = descendantsOf(laptop.pid()).filter((pid) => types.get(pid)?.includes('--type=renderer') === true);
  for (const pid of renderers) {
    process.kill(pid, 'SIGSTOP');
    if (!(await answers(page)) && (await answers(other))) return pid;
    process.kill(pid, 'SIGCONT');
  }
  throw new Error('both windows live in one process: this browser cannot freeze one of them');
}

function answers(page: Page): Promise<boolean> {
  return Promise.race([
    page.evaluate(() => true).catch(() => false),
    new Promise<boolean>((resolve) => void setTimeout(() => resolve(false), 1_500)),
  ]);
}
