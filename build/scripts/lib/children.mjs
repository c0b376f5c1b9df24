import { fork, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inProject, projectDir } from './project.mjs';
import { Sentence } from './sentence.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * Every child is detached: the terminal's Ctrl-C reaches only us, and we stop them in order. Every child holds an IPC channel to us and
 * leaves by itself when it closes, so that even kill -9 of us leaves nothing behind.
 */
function forkDetached(module, args, options = {}) {
  const child = fork(module, args, { cwd: projectDir, detached: true, stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: [], windowsHide: true, ...options });
  const exited = new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal));
    child.once('error', (error) => resolve(error.message));
  });
  /** Asks by closing the channel, which works on every system and in no other way than our own death would; waits; insists. */
  const stop = async (patienceMs) => {
    if (child.connected) child.disconnect();
    const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
    await exited;
    clearTimeout(timer);
  };
  return { child, exited, stop };
}

/** A command that ends by itself, such as a build. @returns its exit code and what it printed */
export function runNode(module, args, { env = {} } = {}) {
  const child = spawn(process.execPath, [module, ...args], {
    cwd: projectDir, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true,
    // A group of its own, so that what it started in turn is stopped with it.
    detached: process.platform !== 'win32',
  });
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  child.stderr.on('data', (text) => (output += text));
  let over = false;
  const done = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  }).finally(() => (over = true));
  const stop = async () => {
    if (!over && child.pid !== undefined) process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGTERM');
    await done;
  };
  return { done, stop };
}

/** The embedded PostgreSQL of a data folder. Throws a sentence when it cannot be had. */
export async function startPostgres(dataDir, { add, onEnded }) {
  const { child, exited, stop } = forkDetached(inProject('dist', 'server', 'embedded-postgres.mjs'), [dataDir]);
  let opened;
  await add(async () => {
    // More patience than PostgreSQL's own three steps take: it must be ended by its keeper, never orphaned.
    await stop(40_000);
    if (opened !== undefined) await endOrphan(opened);
  });
  const first = await Promise.race([new Promise((resolve) => child.once('message', resolve)), exited.then((code) => ({ kind: 'exited', code }))]);
  if (first.kind === 'problem') throw new Sentence(first.sentence);
  if (first.kind !== 'open') throw new Sentence(`PostgreSQL did not start: its keeper ended with ${first.code}.`);
  opened = first;
  void exited.then(() => onEnded());
  return first;
}

/** Its keeper was killed: PostgreSQL itself still runs. postmaster.pid goes away when it ended in good order. */
async function endOrphan({ pid, clusterDir }) {
  const file = path.join(clusterDir, 'postmaster.pid');
  const isIt = () => existsSync(file) && readFileSync(file, 'utf8').startsWith(`${pid}\n`);
  for (let waitedMs = 0; waitedMs < 20_000 && isIt(); waitedMs += 100) {
    try {
      if (waitedMs === 0) process.kill(pid, 'SIGINT');
      else process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The regional server. Throws a sentence when it does not become usable. @returns nothing: /health answered 200 */
export async function startServer({ env, logFile, healthUrl, timeoutMs, add, onEnded }) {
  const log = openSync(logFile, 'w', 0o600);
  const { exited, stop } = forkDetached(inProject('dist', 'server', 'main.mjs'), [], {
    // A child of ours: it ends when the channel closes.
    env: { ...process.env, VELDWERK_CHILD: '1', ...env },
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  await add(() => stop(10_000));
  let ended;
  let usable = false;
  void exited.then((code) => {
    ended = code;
    if (usable) onEnded();
  });
  for (const begin = Date.now(); Date.now() - begin < timeoutMs; ) {
    if (ended !== undefined) throw new Sentence(`The server did not start: ${lastLine(logFile).replace(/\.$/, '')} (its log is ${logFile}).`);
    if (await answers(healthUrl)) {
      usable = true;
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Sentence(`The server did not become usable within ${timeoutMs / 1000} seconds; its log is ${logFile}.`);
}

/** A program with a window. @returns its end: a word when it failed soon after it began, so that another can be tried */
export async function openWindow(program, args, { add, env = {} }) {
  const { child, exited, stop } = forkDetached(here('keeper.mjs'), [program, ...args], { env: { ...process.env, ...env } });
  await add(() => stop(8_000));
  const ended = Promise.race([new Promise((resolve) => child.once('message', resolve)), exited.then(() => ({ code: 0 }))]);
  return { ended };
}

async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    return response.status === 200;
  } catch {
    return false;
  }
}

function lastLine(file) {
  return readFileSync(file, 'utf8').trim().split('\n').filter((line) => !/^\s+at /.test(line)).at(-1)?.slice(0, 300) || 'it said nothing';
}
