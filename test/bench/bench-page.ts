import type { Browser, Page } from '@playwright/test';
import type { BenchPage } from './page/main.ts';

/** Asks the page of the bench to measure something once. */
export const call = <Name extends keyof BenchPage>(page: Page, name: Name, ...input: Parameters<BenchPage[Name]>): Promise<Awaited<ReturnType<BenchPage[Name]>>> =>
  page.evaluate(([method, values]) => (globalThis as unknown as { bench: Record<string, (...values: unknown[]) => Promise<unknown>> }).bench[method as string]?.(...(values as unknown[])), [name, input]) as never;

/** A page in a profile of its own: nothing of an earlier measurement is in it. */
export async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(180_000);
  await page.goto(url);
  return page;
}

export async function times<Value>(runs: number, once: (run: number) => Promise<Value>): Promise<readonly Value[]> {
  const values: Value[] = [];
  for (let run = 0; run < runs; run += 1) values.push(await once(run));
  return values;
}
