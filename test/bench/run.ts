import path from 'node:path';
import type { Page } from '@playwright/test';
import { absolute, against, beyond, median, percentile, table, type Figure } from './figures.ts';
import { plainInsert } from './plain-insert.ts';
import { measureFilter } from './measure-filter.ts';
import { measureStart } from './measure-start.ts';
import { openStage, writeRows, type Stage } from './stage.ts';

interface FirstSync {
  readonly ms: number;
  readonly firstUsableMs: number;
  readonly longestTaskMs: number;
}

/** What the page of the bench offers. */
interface BenchPage {
  setUp(userId: string): Promise<void>;
  firstSync(): Promise<FirstSync>;
  idleSync(): Promise<number>;
  openList(): Promise<{ readonly ms: number; readonly rows: number }>;
  plainList(count: number): Promise<number>;
  plainDexie(address: string): Promise<{ readonly ms: number; readonly rows: number }>;
  bareRequest(after: number): Promise<number>;
  keepVisits(count: number): Promise<readonly number[]>;
  pushAll(): Promise<number>;
}

const call = <Name extends keyof BenchPage>(page: Page, name: Name, ...input: Parameters<BenchPage[Name]>): Promise<Awaited<ReturnType<BenchPage[Name]>>> =>
  page.evaluate(([method, values]) => (globalThis as unknown as { bench: Record<string, (...values: unknown[]) => Promise<unknown>> }).bench[method as string]?.(...(values as unknown[])), [name, input]) as never;

async function times<Value>(runs: number, once: () => Promise<Value>): Promise<readonly Value[]> {
  const values: Value[] = [];
  for (let run = 0; run < runs; run += 1) values.push(await once());
  return values;
}

export async function run({ json, quick, project }: { readonly json: boolean; readonly quick: boolean; readonly project: string }): Promise<void> {
  const runs = quick ? 1 : 5;
  const say = (text: string) => process.stderr.write(`${text}\n`);
  const figures: Figure[] = [];
  const stage = await openStage(project);
  try {
    say('start');
    figures.push(absolute('start.usable', median(await measureStart(project, quick ? 1 : 3)), 's'));
    say('a caseload of 60');
    figures.push(...(await caseload(stage, runs)));
    say('20,000 records');
    figures.push(...(await twentyThousand(stage, project, runs, quick)));
    say('15,000 candidates');
    figures.push(...(await largeRegion(stage, project, runs)));
  } finally {
    await stage.end();
  }
  process.stdout.write(json ? `${JSON.stringify(figures, null, 2)}\n` : `${table(figures)}\n`);
}

async function caseload(stage: Stage, runs: number): Promise<readonly Figure[]> {
  const region = await stage.region(240);
  const page = await stage.page(region.url);
  await call(page, 'setUp', 'jobcoach-sanne');
  await call(page, 'firstSync');
  const first = await times(runs, () => call(page, 'firstSync'));
  const bare = median(await times(runs, () => call(page, 'bareRequest', 0)));
  const figures = [against('sync.first.caseload', median(first.map((each) => each.ms)), 'ms', { name: 'bare request of the same rows', value: bare }), absolute('sync.first.caseload.usable', median(first.map((each) => each.firstUsableMs)), 'ms', 150)];
  await page.context().close();
  await region.stop();
  return figures;
}

async function twentyThousand(stage: Stage, project: string, runs: number, quick: boolean): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const region = await stage.region(5_500);
  const { rows, cursor } = await writeRows(region.url, 'consulent-mehmet', path.join(project, 'dist', 'bench', 'page', 'rows.ndjson.gz'));
  const page = await stage.page(region.url);
  await call(page, 'setUp', 'consulent-mehmet');
  const plain: number[] = [];
  const first: FirstSync[] = [];
  // In turn, so that a machine that slows down slows both.
  for (let round = 0; round < runs; round += 1) {
    plain.push((await call(page, 'plainDexie', '/rows.ndjson.gz')).ms);
    first.push(await call(page, 'firstSync'));
  }
  const plainReference = { name: `plain Dexie bulkPut of the same ${rows.length} rows`, value: median(plain) };
  figures.push(against('sync.first.20000', median(first.map((each) => each.ms)), 'ms', plainReference, 0.8));
  figures.push(absolute('sync.first.20000.longest-task', Math.max(...first.map((each) => each.longestTaskMs)), 'ms', 50));
  const metrics = await (await page.context().newCDPSession(page)).send('Performance.getMetrics').catch(() => ({ metrics: [] as { name: string; value: number }[] }));
  const heap = metrics.metrics.find((metric) => metric.name === 'JSHeapUsedSize');
  if (heap !== undefined) figures.push(absolute('sync.first.20000.page-heap', heap.value / 1_000_000, 'MB'));

  const idle = await times(runs * 2, () => call(page, 'idleSync'));
  const bare = { name: 'bare request', value: median(await times(runs * 2, () => call(page, 'bareRequest', cursor))) };
  figures.push(beyond('sync.idle.20000', median(idle), bare, 20));

  const saves = await call(page, 'keepVisits', quick ? 100 : 1_000);
  figures.push(absolute('save.visit.p95', percentile(saves, 0.95), 'ms', 50));
  figures.push(absolute('save.visit.median', median(saves), 'ms'));
  const pushMs = await call(page, 'pushAll');
  const bodies = saves.map((_, index) => ({ index, text: 'Werkt rustig door als de taken van tevoren op het bord staan. '.repeat(16) }));
  const reference = { name: 'bare POST and insert of as many rows', value: median(await plainInsert(region.databaseUrl, bodies, 100, runs)) };
  figures.push(against(`sync.push.${saves.length}`, pushMs, 'ms', reference, 1.5));
  await page.context().close();
  await region.stop();
  return figures;
}

async function largeRegion(stage: Stage, project: string, runs: number): Promise<readonly Figure[]> {
  const region = await stage.region(15_000);
  const page = await stage.page(region.url);
  await call(page, 'setUp', 'consulent-mehmet');
  const first = await call(page, 'firstSync');
  const open = await times(runs, () => call(page, 'openList'));
  const plain = median(await times(runs, () => call(page, 'plainList', 15_000)));
  const idle = median(await times(runs * 2, () => call(page, 'idleSync')));
  await page.context().close();
  await region.stop();
  return [
    absolute('sync.first.15000-candidates', first.ms / 1_000, 's'),
    against('caseload.open.15000', median(open.map((each) => each.ms)), 'ms', { name: 'plain Dexie toArray of as many rows', value: plain }),
    absolute('sync.idle.15000-candidates', idle, 'ms'),
    ...(await measureFilter(stage, project)),
  ];
}
