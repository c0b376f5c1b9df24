import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import type { Laptop } from '../e2e/browser.ts';
import type { Region } from '../e2e/region.ts';
import { readPdf, type ReadPdf } from './read-pdf.ts';

/** The page asks for a worker, and the worker for fonts: any refusal of the content policy ends up here. */
export function expectNothingBeyond({ seen }: Laptop, region: Region): void {
  expect(seen.violations, 'violations of the content security policy').toEqual([]);
  expect(seen.requests.map((address) => new URL(address)).filter(({ protocol, origin }) => protocol.startsWith('http') && origin !== region.url).map(String), 'requests beyond the regional server').toEqual([]);
}

export interface SavedReport {
  readonly pdf: ReadPdf;
  readonly bytes: Buffer;
  readonly name: string;
  /** Where it lies now. */
  readonly file: string;
}

/**
 * Clicks, takes what was saved, and opens it in another program.
 * @param name what the file must be called
 * @param press another way to use the button than the mouse
 */
export async function savedReport(page: Page, button: string, name: RegExp, press = () => page.getByRole('button', { name: button }).click()): Promise<SavedReport> {
  const coming = page.waitForEvent('download');
  const clickedAtMs = performance.now();
  await press();
  const download = await coming;
  process.stdout.write(`${button}: ${Math.round(performance.now() - clickedAtMs)} ms from the click to the file\n`);
  expect(download.suggestedFilename()).toMatch(name);
  const file = test.info().outputPath(download.suggestedFilename());
  await download.saveAs(file);
  await expect(page.locator('main').getByText(`${download.suggestedFilename()} staat bij je downloads.`)).toBeVisible();
  const bytes = readFileSync(file);
  return { pdf: await readPdf(bytes), bytes, name: download.suggestedFilename(), file };
}
