#!/usr/bin/env node
// `npm run sim -- --runs 20000`: simulated regions with everything going wrong, each from one seed. `--seed N` replays one and
// prints what happened; `--plant NAME` puts a mistake in on purpose and tells how many runs it took to find it.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { ensurePackages } from './lib/packages.mjs';
import { inProject } from './lib/project.mjs';
import { runCommand, Sentence, wrongWords } from './lib/sentence.mjs';

const help = `npm run sim -- [options]

  --runs N       how many regions (default 2000)
  --from SEED    the first one's seed (default 1); each next has the next
  --seed SEED    replays this one, line by line
  --plant NAME   puts a mistake in on purpose, and tells in how many runs it is found; all: each of them
  --workers N    threads (default: as many as this machine has)
  --help         this text

Simulated devices and a server, with every fault mixed; what is promised is checked after each step.`;
const say = (line) => console.log(line);

/** Node 20 does not read TypeScript: the simulation and the product's code in it are bundled for this run. */
async function bundle(folder) {
  const { rolldown } = await import('rolldown');
  const built = await rolldown({
    input: { worker: inProject('test/simulation/worker.ts'), replay: inProject('test/simulation/replay.ts') },
    cwd: inProject(), platform: 'node', logLevel: 'silent',
  });
  await built.write({ dir: folder, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' });
  await built.close();
}

/** Spreads the seeds over threads. @returns what all of them found */
function runMany(folder, { first, runs, plant, workers, stopAtFirst }, progress) {
  const reports = Array.from({ length: workers }, () => null);
  return new Promise((resolve, reject) => {
    let left = workers;
    for (let index = 0; index < workers; index += 1) {
      const share = Math.floor(runs / workers) + (index < runs % workers ? 1 : 0);
      const worker = new Worker(path.join(folder, 'worker.mjs'), { workerData: { first: first + index, step: workers, runs: share, plant, stopAtFirst } });
      worker.on('error', reject);
      worker.on('message', (report) => {
        reports[index] = report;
        progress(merge(reports));
        if (!report.done) return;
        left -= 1;
        if (left === 0) resolve(merge(reports));
      });
    }
  });
}

function merge(reports) {
  const counts = {};
  const there = reports.filter((report) => report !== null);
  for (const report of there) for (const [what, times] of Object.entries(report.counts)) counts[what] = (counts[what] ?? 0) + times;
  const sum = (name) => there.reduce((total, report) => total + report[name], 0);
  return { runs: sum('runs'), operations: sum('operations'), counts, breaches: there.flatMap((report) => report.breaches).sort((a, b) => a.seed - b.seed) };
}

async function replay({ simulate, plants }, seed, plantName) {
  const plant = plants.find((each) => each.name === plantName) ?? null;
  const result = await simulate(seed, { trace: true, plant });
  for (const line of result.lines) say(line);
  const again = await simulate(seed, { plant });
  say('');
  say(`seed ${seed}: ${result.operations} operations, trace ${result.hash}${again.hash === result.hash ? ', the same the second time' : `, BUT ${again.hash} THE SECOND TIME (I8)`}`);
  say(result.breach === null ? 'nothing was broken' : `BROKEN ${result.breach.invariant}: ${result.breach.what}`);
  return result.breach === null && again.hash === result.hash;
}

async function longRun(folder, options) {
  const beganMs = performance.now();
  let shown = 0;
  const found = await runMany(folder, { ...options, plant: null, stopAtFirst: false }, ({ runs, breaches }) => {
    if (runs - shown < 2_000) return;
    shown = runs;
    say(`${runs} runs, ${breaches.length} broken`);
  });
  const seconds = (performance.now() - beganMs) / 1_000;
  say('');
  say(`${found.runs} runs in ${seconds.toFixed(0)} s (${(found.runs / seconds).toFixed(0)} a second on ${options.workers} threads), ${found.operations} operations kept`);
  say('What happened in them:');
  for (const [what, times] of Object.entries(found.counts).sort(([a], [b]) => (a < b ? -1 : 1))) say(`  ${what.padEnd(28)} ${times}`);
  for (const { seed, invariant, what } of found.breaches.slice(0, 25)) say(`BROKEN ${invariant} with seed ${seed}: ${what}   (npm run sim -- --seed ${seed})`);
  say(`${found.breaches.length} of ${found.runs} runs broken`);
  return found.breaches.length === 0;
}

/** @returns whether each planted mistake was found */
async function findPlants(folder, { plants }, name, options) {
  let allFound = true;
  const wanted = plants.filter((plant) => name === 'all' || plant.name === name);
  if (wanted.length === 0) throw new Sentence(`There is no plant "${name}"; there are: ${plants.map((plant) => plant.name).join(', ')}.`);
  for (const plant of wanted) {
    // One thread: the number of runs it took is then a number that means something.
    const { runs, breaches } = await runMany(folder, { ...options, plant: plant.name, workers: 1, stopAtFirst: true }, () => undefined);
    const [first] = breaches;
    if (first === undefined) allFound = false;
    say(`${plant.name.padEnd(32)} ${first === undefined ? `NOT FOUND in ${runs} runs` : `found in run ${String(runs).padStart(4)} (seed ${first.seed}) as ${first.invariant}: ${first.what}`}${plant.story === undefined ? '' : `   (runs of the kind ${plant.story})`}`);
  }
  return allFound;
}

function readOptions() {
  let values;
  try {
    const text = { type: 'string' };
    ({ values } = parseArgs({ options: { runs: text, from: text, seed: text, plant: text, workers: text, help: { type: 'boolean', short: 'h' } } }));
  } catch (error) {
    throw new Sentence(`${wrongWords(error)}; npm run sim -- --help shows what there is.`);
  }
  for (const name of ['runs', 'from', 'seed', 'workers']) {
    const typed = String(values[name] ?? 1);
    if (!/^[1-9]\d*$/.test(typed)) throw new Sentence(`--${name} must be a whole number above 0, not "${typed}".`);
  }
  return values;
}

await runCommand(async () => {
  const values = readOptions();
  if (values.help) return say(help);
  await ensurePackages({ say, add: async () => undefined });
  const folder = mkdtempSync(path.join(tmpdir(), 'veldwerk-sim-'));
  try {
    await bundle(folder);
    const loaded = await import(pathToFileURL(path.join(folder, 'replay.mjs')).href);
    const options = { first: Number(values.from ?? 1), runs: Number(values.runs ?? 2_000), workers: Number(values.workers ?? Math.max(1, availableParallelism())) };
    let good;
    if (values.seed !== undefined) good = await replay(loaded, Number(values.seed), values.plant);
    else if (values.plant !== undefined) good = await findPlants(folder, loaded, values.plant, options);
    else good = await longRun(folder, options);
    process.exitCode = good ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
