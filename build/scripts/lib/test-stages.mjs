import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inProject, projectDir } from './project.mjs';
import { findOrInstallBrowser } from './test-browser.mjs';

/**
 * In this order: the cheapest proof first. Each gives {passed, failed, skipped: [{name, reason}], failures: [string]}; a stage that
 * cannot run has failed. Their limits add up to less than an hour, the longest that continuous integration waits.
 */
export const stages = [
  { name: 'lint', what: 'oxlint, with type information', run: (context) => oneCheck(context, packageBin('oxlint', 'oxlint'), ['--deny-warnings'], 2) },
  { name: 'workshop', what: 'the tools themselves: what the linter must catch, the lock file, the launcher\'s parts', run: vitest('workshop', 2) },
  { name: 'types', what: 'tsc -b over all rooms', run: (context) => oneCheck(context, packageBin('typescript', 'tsc'), ['-b'], 2) },
  { name: 'unit', what: 'rules, screen, shell and simulation', run: vitest('unit', 6) },
  { name: 'postgres', what: 'the server and the contracts on a real PostgreSQL', run: vitest('postgres', 4) },
  { name: 'postgres15', what: 'the same on the oldest PostgreSQL that we promise', run: onInstalledPostgres },
  { name: 'build', what: 'dist/server and dist/renderer', run: (context) => oneCheck(context, inProject('build', 'scripts', 'build.mjs'), ['--if-stale'], 2) },
  { name: 'launch', what: 'npm start as a newcomer meets it', run: withBrowser(vitest('launch', 5)) },
  { name: 'e2e', what: 'Chromium, server and PostgreSQL together', run: withBrowser(endToEnd) },
];

/** A command that is one check: its exit code decides. */
async function oneCheck(context, module, args, limitMinutes) {
  const { code, timedOut } = await runStage(context, module, args, {}, limitMinutes);
  if (code === 0) return { passed: 1, failed: 0, skipped: [], failures: [] };
  return { passed: 0, failed: 1, skipped: [], failures: [timedOut ? `not ready after ${limitMinutes} minutes` : `ended with code ${code}, see above`] };
}

function vitest(project, limitMinutes, env = {}) {
  return async (context) => {
    const countsFile = path.join(context.scratch, `${project}-${Date.now()}.json`);
    const args = [
      'run', '--config', 'test/vitest.config.ts', '--project', project, '--allowOnly=false',
      '--reporter=default', '--reporter=./test/support/counting-reporter.mjs',
    ];
    const end = await runStage(context, packageBin('vitest', 'vitest'), args, { ...env, VELDWERK_COUNTS_FILE: countsFile }, limitMinutes);
    return withEnd(existsSync(countsFile) ? JSON.parse(readFileSync(countsFile, 'utf8')) : undefined, end, limitMinutes);
  };
}

/** Debian's, where it is installed: it is no part of the set-up, so elsewhere this is a skip with its reason and not a failure. */
async function onInstalledPostgres(context) {
  const dir = '/usr/lib/postgresql/15';
  if (!existsSync(path.join(dir, 'bin', 'initdb'))) {
    return { passed: 0, failed: 0, failures: [], skipped: [{ name: 'the server on PostgreSQL 15', reason: `${dir} is not on this machine` }] };
  }
  return vitest('postgres', 4, { VELDWERK_TEST_POSTGRES_DIR: dir })(context);
}

/** Installs one when there is none; every test then finds the same. */
function withBrowser(run) {
  return async (context) => {
    process.env.PLAYWRIGHT_CHROMIUM_PATH = await findOrInstallBrowser(context);
    return run(context);
  };
}

async function endToEnd(context) {
  const reportFile = path.join(context.scratch, 'e2e.json');
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile };
  const args = ['test', '--config', 'test/playwright.config.ts', '--reporter=list,json', '--forbid-only'];
  const limitMinutes = 32;
  const end = await runStage(context, packageBin('@playwright/test', 'playwright'), args, env, limitMinutes);
  return withEnd(existsSync(reportFile) ? countPlaywright(JSON.parse(readFileSync(reportFile, 'utf8'))) : undefined, end, limitMinutes);
}

/** The numbers of a run beside the way it ended: a run that failed without a failed test has failed all the same. */
export function withEnd(counts, { code, timedOut }, limitMinutes) {
  const failed = (base, reason) => ({ ...base, failed: base.failed + 1, failures: [...base.failures, reason] });
  const none = { passed: 0, failed: 0, skipped: [], failures: [] };
  if (timedOut) return failed(counts ?? none, `not ready after ${limitMinutes} minutes`);
  if (counts === undefined) return failed(none, `ended with code ${code} before any result`);
  if (counts.passed + counts.failed + counts.skipped.length === 0) return failed(counts, 'no test was found');
  if (code !== 0 && counts.failed === 0) return failed(counts, `ended with code ${code} though no test failed`);
  return counts;
}

export function countPlaywright(report) {
  const counts = { passed: 0, failed: 0, skipped: [], failures: [] };
  for (const error of report.errors ?? []) {
    counts.failed += 1;
    counts.failures.push(String(error.message ?? error).split('\n', 1)[0]);
  }
  const visit = (suite, above) => {
    for (const inner of suite.suites ?? []) visit(inner, [...above, inner.title]);
    for (const spec of suite.specs ?? []) {
      const name = [...above, spec.title].join(' > ');
      for (const test of spec.tests) {
        if (test.status === 'expected') counts.passed += 1;
        else if (test.status === 'skipped') counts.skipped.push({ name, reason: test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description ?? 'no reason given' });
        else {
          counts.failed += 1;
          counts.failures.push(name);
        }
      }
    }
  };
  for (const suite of report.suites ?? []) visit(suite, [suite.title]);
  return counts;
}

/** The script behind a package's command, so that no shell and no .cmd file is needed. */
function packageBin(packageName, command) {
  const packageDir = inProject('node_modules', ...packageName.split('/'));
  const manifest = JSON.parse(readFileSync(path.join(packageDir, 'package.json'), 'utf8'));
  return path.join(packageDir, typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[command]);
}

/** Runs one tool with its output shown. In a process group of its own: at the limit, or at Ctrl-C, all of it goes. */
async function runStage({ add }, module, args, env, limitMinutes) {
  const child = spawn(process.execPath, [module, ...args], {
    cwd: projectDir, env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit'], detached: process.platform !== 'win32',
  });
  let timedOut = false;
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: error.message }));
    child.once('exit', (code, signal) => resolve({ code: code ?? signal }));
  });
  let over = false;
  const signalAll = (signal) => {
    // The number of a process that has ended may soon be another's.
    if (over || child.pid === undefined) return;
    try {
      if (process.platform === 'win32') child.kill(signal);
      else process.kill(-child.pid, signal);
    } catch {
      // Gone already.
    }
  };
  await add(async () => {
    signalAll('SIGTERM');
    const insist = setTimeout(() => signalAll('SIGKILL'), 10_000);
    await ended;
    clearTimeout(insist);
  });
  const limit = setTimeout(() => {
    timedOut = true;
    signalAll('SIGTERM');
    setTimeout(() => signalAll('SIGKILL'), 10_000).unref();
  }, limitMinutes * 60_000);
  const { code } = await ended;
  clearTimeout(limit);
  // What the tool left running in its group.
  signalAll('SIGKILL');
  over = true;
  return { code, timedOut };
}
