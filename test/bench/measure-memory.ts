import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import type { UserId } from '#shared/domain/ids.ts';
import { chromiumArgs, chromiumPath } from '../support/chromium.ts';
import { absolute, type Figure } from './figures.ts';
import { call, openPage } from './bench-page.ts';

/**
 * The most memory that the page and its workers held during a first sync: peak resident set of their process, as the
 * kernel counts it (VmHWM, begun anew just before), in a browser of its own. Only where there is a /proc.
 */
export async function measureMemory(url: string, userId: UserId): Promise<readonly Figure[]> {
  if (process.platform !== 'linux') return [];
  const browser = await chromium.launch({ executablePath: chromiumPath(), headless: true, args: chromiumArgs.filter((flag) => flag !== '--headless') });
  try {
    const page = await openPage(browser, url);
    await call(page, 'setUp', userId);
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
    await Promise.all(renderers.map((pid) => writeFile(`/proc/${pid}/clear_refs`, '5')));
    const before = Math.max(...(await Promise.all(renderers.map((pid) => peakMegabytes(pid)))));
    await call(page, 'firstSync');
    const peak = Math.max(...(await Promise.all(renderers.map((pid) => peakMegabytes(pid)))));
    return [absolute('sync.first.20000.memory-before', before, 'MB'), absolute('sync.first.20000.memory-peak', peak, 'MB')];
  } finally {
    await browser.close();
  }
}

async function peakMegabytes(pid: number): Promise<number> {
  const found = /VmHWM:\s+(\d+) kB/.exec(await readFile(`/proc/${pid}/status`, 'utf8').catch(() => ''));
  return found === null ? 0 : Number(found[1]) / 1_024;
}
