import path from 'node:path';
import { against, median, type Figure } from './figures.ts';
import type { Stage } from './stage.ts';

/**
 * Typing in the search field of the real screen with 15,000 candidates: from a key to the next painted frame, as the
 * browser itself reports it (Event Timing, in steps of 8 ms).
 */
export async function measureFilter(stage: Stage, project: string): Promise<readonly Figure[]> {
  const region = await stage.region(15_000, path.join(project, 'dist', 'renderer'));
  const page = await stage.page(region.url);
  await page.getByRole('button', { name: /Mehmet Yilmaz/ }).click();
  const passphrase = page.locator('input[type=password]');
  await passphrase.nth(0).fill('een zin voor de meting');
  await passphrase.nth(1).fill('een zin voor de meting');
  await page.keyboard.press('Enter');
  // One of them is in it twice.
  await page.getByText(/15\.001 kandidaten/).waitFor();
  await page.evaluate(() => {
    const durations: number[] = [];
    Object.assign(globalThis, { durations });
    new PerformanceObserver((list) => durations.push(...list.getEntries().filter((entry) => entry.name === 'keydown').map((entry) => entry.duration))).observe({ type: 'event', buffered: false, durationThreshold: 16 } as PerformanceObserverInit);
  });
  await page.keyboard.press('/');
  for (const word of ['jansen', 'nijmegen', 'el a', 'groen']) {
    await page.keyboard.type(word, { delay: 120 });
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
  }
  const durations = await page.evaluate(() => (globalThis as unknown as { durations: number[] }).durations);
  await page.context().close();
  await region.stop();
  // A key that painted within one frame is not reported at all: it counts as one frame.
  return [against('caseload.filter.15000', durations.length === 0 ? 16.7 : median(durations), 'ms', { name: 'one frame at 60 Hz', value: 16.7 })];
}
