#!/usr/bin/env node
// `npm run faults`: the 25 faults (lib/fault-list.mjs), how each is brought about, and the tests that hold it. Computed from the tests'
// own titles, which name faults as [F12]; a fault without a test is shown as one. `--run` runs them all, and says what held.
import { parseArgs } from 'node:util';
import { faults } from './lib/fault-list.mjs';
import { findFaultTests, sentenceOf } from './lib/fault-tests.mjs';
import { runCommand, Sentence, wrongWords } from './lib/sentence.mjs';
import { runFaultTests, runSimulation } from './lib/run-fault-tests.mjs';

const help = `npm run faults -- [NUMBER ...] [options]

Every fault of the list, or only these, with the tests that hold it; nothing is run unless asked.

  --run         runs those tests, and the simulation where it knows the fault, and says what held
  --sim-runs N  how many simulated regions (default 500)
  --help        this text`;
const say = (line = '') => console.log(line);

await runCommand(async () => {
  const { values, positionals } = readOptions();
  if (values.help) return say(help);
  const wanted = positionals.map((each) => Number(each.replace(/^F/i, '')));
  const unknown = positionals.filter((_, index) => !faults.some(({ number }) => number === wanted[index]));
  if (!/^[1-9]\d*$/.test(values['sim-runs'] ?? '1')) throw new Sentence(`--sim-runs must be a whole number above 0, not "${values['sim-runs']}".`);
  if (unknown.length > 0) throw new Sentence(`There is no fault ${unknown.join(', ')}: they are numbered 1 to ${faults.length}.`);
  process.exitCode = await table(wanted.length === 0 ? faults : faults.filter(({ number }) => wanted.includes(number)), values);
});

function readOptions() {
  try {
    return parseArgs({ allowPositionals: true, options: { run: { type: 'boolean' }, 'sim-runs': { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
  } catch (error) {
    throw new Sentence(`${wrongWords(error)}; npm run faults -- --help shows what there is.`);
  }
}

async function table(rows, values) {
  const tests = findFaultTests().filter((test) => rows.some(({ number }) => test.faults.includes(number)));
  const simulated = rows.some((row) => row.simulated.length > 0);
  const simulation = values.run && simulated ? await runSimulation(Number(values['sim-runs'] ?? 500)) : undefined;
  const verdict = values.run ? await runFaultTests(tests) : undefined;
  const troubled = new Set();
  const missing = [];
  for (const { number, what, simulated: names, limit } of rows) {
    say();
    say(`F${number}`.padEnd(5) + what);
    if (limit !== undefined) say(`     limit: ${limit}`);
    if (names.length > 0) say(`     simulation: ${names.join(', ')}${simulation === undefined ? '' : `: ${simulationWords(simulation, names)}`}`);
    const own = tests.filter((test) => test.faults.includes(number));
    if (own.length === 0) {
      missing.push(number);
      say('     NO TEST YET that names it');
    }
    for (const test of own) {
      const { state, reason } = verdict?.(test) ?? { state: '', reason: '' };
      if (state === 'failed' || state === 'not run') troubled.add(number);
      say(`     ${test.kind}: ${test.file}`);
      say(`       ${sentenceOf(test.title)}${test.rules.length === 0 ? '' : ` (${test.rules.join(', ')})`}`);
      if (state !== '') say(`       ${state === 'held' ? 'held' : `${state.toUpperCase()}${reason === '' ? '' : `: ${reason}`}`}`);
    }
  }
  say();
  say(`${rows.length} faults, ${tests.length} tests. ${missing.length === 0 ? 'Each fault has a test.' : `No test yet for ${missing.map((number) => `F${number}`).join(', ')}.`}`);
  if (verdict === undefined) {
    say('Nothing was run: `npm run faults -- --run` does.');
    return 0;
  }
  for (const breach of simulation?.breaches ?? []) say(breach);
  const brokenRuns = simulation === null ? 'The simulation did not run.' : simulation === undefined ? '' : `${simulation.broken} of ${simulation.runs} simulated runs broken. `;
  say(`${brokenRuns}${troubled.size === 0 ? 'Every test held or says why it was skipped.' : `DID NOT HOLD: ${[...troubled].map((number) => `F${number}`).join(', ')}.`}`);
  return troubled.size > 0 || missing.length > 0 || simulation === null || (simulation?.broken ?? 0) > 0 ? 1 : 0;
}

/** A fault that struck in runs of which none broke has held; one that never struck has proven nothing. */
function simulationWords(simulation, names) {
  if (simulation === null) return 'DID NOT RUN';
  const times = names.reduce((sum, name) => sum + (simulation.counts[name] ?? 0), 0);
  if (times === 0) return `NEVER STRUCK in ${simulation.runs} runs`;
  return `struck ${times} times in ${simulation.runs} runs, ${simulation.broken === 0 ? 'held' : `${simulation.broken} RUNS BROKEN, see below`}`;
}
