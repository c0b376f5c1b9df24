import { expect, type Page } from '@playwright/test';
import { testsOfOneRegion } from '../support/e2e/laptop-test.ts';
import { header, sanne, setUpDevice, unlock, words } from '../support/e2e/person.ts';
import { keepUnsent, outboxIds, unsentWords } from '../support/e2e/workday.ts';

const dayMs = 24 * 3_600_000;

/** Where the laptop's clock jumps to, each from the last. The two moments of 25 October 2026 have one name: half past two. */
const jumps: readonly { readonly name: string; readonly toMs: (trueMs: number) => number }[] = [
  { name: 'three years on', toMs: (trueMs) => trueMs + 3 * 365 * dayMs },
  { name: 'a day back', toMs: (trueMs) => trueMs - dayMs },
  { name: 'half past two, summer time', toMs: () => Date.parse('2026-10-25T00:30:00Z') },
  { name: 'half past two again, winter time', toMs: () => Date.parse('2026-10-25T01:30:00Z') },
];

const test = testsOfOneRegion();

test.describe('the clock of a laptop', () => {
  test('[F20] [CLK1] [CLK2] [CLK3] jumps years on, a day back and through the end of summer time: all of it arrives, once, in the order of keeping', async ({ region, laptop, subject }) => {
    test.setTimeout(240_000);
    const page = await laptop.open();
    await setUpDevice(page, sanne);
    await region.stop();
    const told: number[] = [];
    for (const [index, { name, toMs }] of jumps.entries()) {
      const toldMs = toMs(Date.now());
      told.push(toldMs);
      await setClock(page, toldMs);
      // Years without a touch: the device locked itself, as it should.
      await page.mouse.move(10 + index, 10);
      const lockedItself = page.getByRole('button', { name: 'Ontgrendelen' });
      await expect(lockedItself.or(page.getByRole('button', { name: 'Vergrendelen' })), name).toBeVisible();
      await page.waitForTimeout(1_500);
      if (await lockedItself.isVisible()) await unlock(page, sanne);
      await setClock(page, toldMs);
      await keepUnsent(page, subject, [`Klok ${index + 1}`], index + 1, { heldOn: '20-10-2026', nextContactOn: '1-12-2026' });
    }
    const ids = await outboxIds(page, sanne.userId);
    await expect(header(page)).toContainText(unsentWords(jumps.length));

    // The clock jumps once more in the middle of sending.
    await region.start();
    await setClock(page, Date.now() + 3 * 365 * dayMs);
    await expect(header(page).or(page.getByRole('button', { name: 'Ontgrendelen' }))).toBeVisible();
    await page.waitForTimeout(1_500);
    if (await page.getByRole('button', { name: 'Ontgrendelen' }).isVisible()) await unlock(page, sanne);
    await expect(header(page)).toContainText(words.allSent, { timeout: 60_000 });
    const rows = await region.query<{ readonly op_id: string; readonly told: string; readonly received: string }>(
      `select op_id::text, (evidence->>'authoredAtMs') as told, received_at_ms as received from operation where op_id = any($1::uuid[]) and outcome = 'applied' order by (detail->>'n')::bigint`, [ids]);
    expect(rows.map((row) => row.op_id)).toEqual(ids);
    for (const [index, row] of rows.entries()) {
      // What the clock said is kept as it was said; the server has its own time beside it.
      expect(Math.abs(Number(row.told) - (told[index] ?? 0)), jumps[index]?.name).toBeLessThan(120_000);
      expect(Math.abs(Number(row.received) - Date.now())).toBeLessThan(120_000);
    }
  });
});

/** For the window and its workers: everything that asks for the time. */
async function setClock(page: Page, toMs: number): Promise<void> {
  const shift = (offMs: number) => {
    const scope = globalThis as unknown as { Date: DateConstructor; trueDate?: DateConstructor };
    const True = (scope.trueDate ??= scope.Date);
    class Shifted extends True {
      constructor(...parts: readonly unknown[]) {
        if (parts.length === 0) super(True.now() + offMs);
        else super(...(parts as [number]));
      }
      static override now(): number {
        return True.now() + offMs;
      }
    }
    scope.Date = Shifted as unknown as DateConstructor;
  };
  const offMs = toMs - Date.now();
  await page.evaluate(shift, offMs);
  for (const worker of page.workers()) {
    await worker.evaluate(shift, offMs).catch((error: unknown) => {
      // A lock ends the workers of whom was there; one that is gone needs no clock.
      if (page.workers().includes(worker)) throw error;
    });
  }
}
