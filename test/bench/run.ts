import { availableParallelism, cpus, loadavg } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { UserId } from '#shared/domain/ids.ts';
import { call, times } from './bench-page.ts';
import { changeRecords } from './change-records.ts';
import { absolute, against, atLeastFaster, beyond, median, percentile, table, type Figure } from './figures.ts';
import { measureFilter } from './measure-filter.ts';
import { measureMemory } from './measure-memory.ts';
import { openReferenceB } from './measure-pouchdb.ts';
import { measureScreens } from './measure-screens.ts';
import { measureStart } from './measure-start.ts';
import type { FirstSync, Pushed } from './page/measure-sync.ts';
import { openPlainInsert, type PlainInsert } from './plain-insert.ts';
import { openStage, writeRows, type SeededRegion, type Stage } from './stage.ts';

interface Bench {
  readonly stage: Stage;
  readonly project: string;
  /** Of what is measured once a round [count]. */
  readonly runs: number;
  readonly quick: boolean;
  readonly say: (text: string) => void;
}

/** Everybody's files of all municipalities: the largest device there is. */
const everything = 'consulent-mehmet' as UserId;

const parts: readonly { readonly name: string; readonly title: string; readonly onlyByName?: boolean; readonly measure: (bench: Bench) => Promise<readonly Figure[]> }[] = [
  { name: 'start', title: 'start', measure: async ({ project, quick }) => [absolute('start.usable', median(await measureStart(project, quick ? 1 : 5)), 's')] },
  { name: 'small', title: 'a caseload of 60, and 1,000 records', measure: small },
  { name: 'first', title: 'a first sync of 20,000 records', measure: firstSync },
  { name: 'large', title: '50,000 records', measure: large },
  // The push of `large` alone, in a region that is there within seconds: for whoever works on it.
  { name: 'push', title: 'saving and sending, 5,000 records', onlyByName: true, measure: push },
  { name: 'filter', title: 'searching 15,000 candidates', measure: ({ stage, project }) => measureFilter(stage, project) },
  { name: 'screens', title: 'a file, saving, the due list and searching with 15,000 candidates', measure: ({ stage, project, runs }) => measureScreens(stage, project, runs) },
];

/** What `--only` takes. */
export const partNames: readonly string[] = parts.map(({ name }) => name);

export async function run({ json, quick, only, project }: { readonly json: boolean; readonly quick: boolean; readonly only: readonly string[]; readonly project: string }): Promise<void> {
  const say = (text: string) => void process.stderr.write(`${text}\n`);
  const load = () => loadavg().map((each) => each.toFixed(1)).join(' ');
  const before = load();
  const figures: Figure[] = [];
  const stage = await openStage(project);
  try {
    for (const part of parts) {
      if (only.length > 0 ? !only.includes(part.name) : part.onlyByName === true) continue;
      say(part.title);
      const measured = await part.measure({ stage, project, quick, say, runs: quick ? 1 : 5 });
      // At once: a bench that is broken off has said what it found.
      say(table(measured));
      figures.push(...measured);
    }
  } finally {
    await stage.end();
  }
  const machine = `${availableParallelism()} of ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}); load before ${before}, after ${load()}; medians of ${quick ? 'one run' : 'five runs or more'}`;
  say(machine);
  process.stdout.write(json ? `${JSON.stringify(figures, null, 2)}\n` : `${table(figures)}\n`);
}

async function small({ stage, runs }: Bench): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const region = await stage.region(240);
  const jobcoach = await stage.page(region.url);
  await call(jobcoach, 'setUp', 'jobcoach-sanne' as UserId);
  await call(jobcoach, 'firstSync');
  const first = await times(runs, () => call(jobcoach, 'firstSync'));
  figures.push(absolute('sync.first.caseload.usable', median(first.map((each) => each.usableAfterRequestMs)), 'ms', 150));
  figures.push(absolute('sync.first.caseload.usable-from-start-of-worker', median(first.map((each) => each.usableAfterStartMs)), 'ms'));
  figures.push(absolute('sync.first.caseload', median(first.map((each) => each.ms)), 'ms'));
  await jobcoach.context().close();

  const page = await stage.page(region.url);
  await call(page, 'setUp', everything);
  await call(page, 'firstSync');
  figures.push(await idle(page, 'sync.idle.1000', runs));
  await page.context().close();
  await region.stop();
  return figures;
}

async function firstSync({ stage, project, runs, say }: Bench): Promise<readonly Figure[]> {
  const region = await stage.region(4_400);
  const rowsFile = path.join(project, 'dist', 'bench', 'page', 'rows.ndjson.gz');
  const { rows } = await writeRows(region.databaseUrl, everything, rowsFile);
  const page = await stage.page(region.url);
  await call(page, 'setUp', everything);
  const plain: number[] = [];
  const ours: FirstSync[] = [];
  const pouch: number[] = [];
  const referenceB = await openReferenceB(stage, project, rowsFile, say);
  try {
    // In turn, so that a machine that slows down slows all of them.
    for (let round = 0; round < runs; round += 1) {
      plain.push((await call(page, 'plainDexie', '/rows.ndjson.gz')).ms);
      ours.push(await call(page, 'firstSync'));
      if (referenceB !== null) pouch.push(await referenceB.once());
    }
  } finally {
    referenceB?.end();
  }
  await page.context().close();
  const ms = median(ours.map((each) => each.ms));
  const figures = [against('sync.first.20000', ms, 'ms', { name: `A, plain bulkPut of ${rows} rows`, value: median(plain) }, 0.8)];
  if (pouch.length > 0) figures.push(atLeastFaster('sync.first.20000.against-b', ms, { name: 'B, PouchDB', value: median(pouch) }, 4));
  figures.push(absolute('sync.first.20000.longest-task', Math.max(...ours.map((each) => each.longestTaskMs)), 'ms', 50));
  figures.push(...(await measureMemory(region.url, everything)));
  await region.stop();
  return figures;
}

async function large(bench: Bench): Promise<readonly Figure[]> {
  const { stage, runs, quick, say } = bench;
  const region = await stage.region(15_000);
  const page = await stage.page(region.url);
  await call(page, 'setUp', everything);
  const first = await call(page, 'firstSync');
  const figures = [absolute('sync.first.15000-candidates', first.ms / 1_000, 's')];
  const open = await times(runs, () => call(page, 'openList'));
  const plain = median(await times(runs, () => call(page, 'plainList', 15_000)));
  figures.push(against('caseload.open.15000', median(open.map((each) => each.ms)), 'ms', { name: 'plain toArray of as many rows', value: plain }));
  say('  nothing to do, and 100 changed records');
  figures.push(await idle(page, 'sync.idle.50000', runs), await changes(page, region, runs));
  say('  saving and sending');
  figures.push(...(await saveAndPush(bench, page, region, quick ? 100 : 1_000)));
  await page.context().close();
  await region.stop();
  return figures;
}

async function push(bench: Bench): Promise<readonly Figure[]> {
  const region = await bench.stage.region(1_200);
  const page = await bench.stage.page(region.url);
  await call(page, 'setUp', everything);
  await call(page, 'firstSync');
  const figures = await saveAndPush(bench, page, region, 1_000);
  await page.context().close();
  await region.stop();
  return figures;
}

/** In turn with the bare request, over one open connection. */
async function idle(page: Page, name: string, runs: number): Promise<Figure> {
  await call(page, 'startLoop');
  const pairs = await times(runs * 4, async () => ({ sync: await call(page, 'syncOnce'), bare: await call(page, 'bareRequest') }));
  await call(page, 'endLoop');
  return beyond(name, median(pairs.map(({ sync }) => sync)), { name: 'bare request', value: median(pairs.map(({ bare }) => bare)) }, 20);
}

async function changes(page: Page, region: SeededRegion, runs: number): Promise<Figure> {
  await call(page, 'startLoop');
  const pairs = await times(runs * 2, async () => {
    await changeRecords(region.databaseUrl, 100);
    return { sync: await call(page, 'syncOnce'), bare: await call(page, 'bareRequest') };
  });
  await call(page, 'endLoop');
  return beyond('sync.changed.100', median(pairs.map(({ sync }) => sync)), { name: 'bare request', value: median(pairs.map(({ bare }) => bare)) }, 60);
}

async function saveAndPush({ stage, runs }: Bench, page: Page, region: SeededRegion, count: number): Promise<readonly Figure[]> {
  const saves: number[] = [];
  const pushes: Pushed[] = [];
  const plain: number[] = [];
  let reference: PlainInsert | null = null;
  for (let round = 0; round < runs; round += 1) {
    saves.push(...(await call(page, 'keepVisits', count)));
    // The rows of the first round: all rounds' are alike.
    reference ??= await openPlainInsert(stage, region.databaseUrl, await call(page, 'keptOperations'));
    plain.push(await reference.once());
    pushes.push(await call(page, 'pushAll'));
  }
  await reference?.end();
  const bare = { name: 'one bare POST and insert of the same rows', value: median(plain) };
  return [
    absolute('save.visit.p95', percentile(saves, 0.95), 'ms', 50),
    absolute('save.visit.median', median(saves), 'ms'),
    against(`sync.push.${count}`, median(pushes.map((each) => each.receivedMs)), 'ms', bare, 1.5),
    against(`sync.push.${count}.settled`, median(pushes.map((each) => each.settledMs)), 'ms', bare, 1.5),
  ];
}
