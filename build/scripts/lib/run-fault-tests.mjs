import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { filesToRun, isTitle } from './fault-tests.mjs';
import { inProject, projectDir } from './project.mjs';

/**
 * Runs these tests and nothing else, and looks for each of them in what the tools report. A test that the tools do not report is
 * 'not run': never taken for held.
 * @returns a function from a test to {state: 'held' | 'failed' | 'skipped' | 'not run', reason}
 */
export async function runFaultTests(tests) {
  const folder = mkdtempSync(path.join(tmpdir(), 'veldwerk-faults-'));
  try {
    const outside = tests.filter(({ file }) => !file.endsWith('.e2e.ts'));
    const endToEnd = tests.filter(({ file }) => file.endsWith('.e2e.ts'));
    const pattern = `\\[F(${[...new Set(tests.flatMap(({ faults }) => faults))].join('|')})\\]`;
    const shown = [];
    if (outside.length > 0) {
      const report = path.join(folder, 'vitest.json');
      await run(inProject('node_modules/vitest/vitest.mjs'), [
        'run', '--config', 'test/vitest.config.ts', '-t', pattern, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...filesToRun(outside),
      ]);
      shown.push(...readVitest(report));
    }
    if (endToEnd.length > 0) {
      const report = path.join(folder, 'playwright.json');
      const args = ['test', '--config', 'test/playwright.config.ts', '--reporter=list,json', '--grep', pattern, ...filesToRun(endToEnd)];
      await run(inProject('node_modules/@playwright/test/cli.js'), args, { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
      shown.push(...readPlaywright(report));
    }
    return (test) => verdictOf(test, shown);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The simulation in short. @returns {runs, broken, counts: how often each thing happened}, or null when it did not get that far */
export async function runSimulation(runs) {
  const said = await run(inProject('build/scripts/sim.mjs'), ['--runs', String(runs)], {}, true);
  const [, broken, all] = /^(\d+) of (\d+) runs broken$/m.exec(said) ?? [];
  if (all === undefined) return null;
  const counts = Object.fromEntries([...said.matchAll(/^ {2}([a-z-]+) +(\d+)$/gm)].map(([, name, times]) => [name, Number(times)]));
  return { runs: Number(all), broken: Number(broken), counts, breaches: said.split('\n').filter((line) => line.startsWith('BROKEN')) };
}

/** One title may be run many times (a table, two implementations): one that failed is a failure of all. */
export function verdictOf({ title }, shown) {
  const mine = shown.filter((each) => isTitle(title, each.name));
  const failed = mine.find(({ state }) => state === 'failed');
  if (failed !== undefined) return { state: 'failed', reason: failed.reason };
  if (mine.some(({ state }) => state === 'held')) return { state: 'held', reason: '' };
  const [first] = mine;
  return first === undefined ? { state: 'not run', reason: 'the tool reports no such test' } : { state: 'skipped', reason: first.reason };
}

function readVitest(report) {
  if (!existsSync(report)) return [];
  const states = { passed: 'held', failed: 'failed' };
  return JSON.parse(readFileSync(report, 'utf8')).testResults.flatMap(({ assertionResults }) =>
    assertionResults.map((each) => ({ name: [...each.ancestorTitles, each.title].join(' > '), state: states[each.status] ?? 'skipped', reason: firstLine(each.failureMessages?.[0]) })));
}

function readPlaywright(report) {
  if (!existsSync(report)) return [];
  const states = { expected: 'held', skipped: 'skipped' };
  const visit = (suite) => [
    ...(suite.suites ?? []).flatMap(visit),
    ...(suite.specs ?? []).flatMap((spec) => spec.tests.map((test) => ({
      name: spec.title,
      state: states[test.status] ?? 'failed',
      reason: test.annotations.find(({ type }) => type === 'skip')?.description ?? firstLine(test.results.at(-1)?.error?.message),
    }))),
  ];
  return JSON.parse(readFileSync(report, 'utf8')).suites.flatMap(visit);
}

const firstLine = (text) => String(text ?? '').split('\n', 1)[0];

/** @returns what it said, when that is asked for; else it is shown */
function run(module, args, env = {}, quiet = false) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [module, ...args], { cwd: projectDir, env: { ...process.env, ...env }, stdio: ['ignore', quiet ? 'pipe' : 'inherit', 'inherit'] });
    let said = '';
    child.stdout?.on('data', (text) => (said += text));
    child.once('error', reject);
    child.once('exit', () => resolve(said));
  });
}
