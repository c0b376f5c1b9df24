// Runs one program (the app's window) for as long as whoever started us lives, and takes its whole process group along at the end: a
// browser is a dozen processes. Arguments: the program and its arguments. Plain JavaScript, started by the launcher with an IPC channel.
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const [program, ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: 'ignore', detached: process.platform !== 'win32', windowsHide: false });
let leaving = false;

child.once('error', (error) => void report({ error: error.message }));
child.once('exit', (code, signal) => void report({ code, signal }));
process.once('disconnect', () => void leave());
process.on('SIGTERM', () => void leave());
for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => undefined);

async function leave() {
  if (leaving) return;
  leaving = true;
  // Asked first: a browser that is asked writes its profile down.
  for (const [signal, waitMs] of [['SIGTERM', 4_000], ['SIGKILL', 2_000]]) {
    signalGroup(signal);
    for (let waitedMs = 0; waitedMs < waitMs && groupLives(); waitedMs += 50) await sleep(50);
    if (!groupLives()) break;
  }
  process.exit(0);
}

async function report(how) {
  if (leaving) return;
  // The window's program ended by itself; a helper of it that stays behind is not wanted.
  leaving = true;
  signalGroup('SIGKILL');
  await new Promise((resolve) => (process.connected ? process.send(how, undefined, undefined, resolve) : resolve()));
  process.exit(0);
}

function signalGroup(signal) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') spawn('taskkill', ['/PID', String(child.pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
    else process.kill(-child.pid, signal);
  } catch {
    // All gone.
  }
}

function groupLives() {
  if (child.pid === undefined) return false;
  if (process.platform === 'win32') return child.exitCode === null && child.signalCode === null;
  try {
    process.kill(-child.pid, 0);
    return true;
  } catch {
    return false;
  }
}
