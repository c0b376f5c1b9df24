// Waits until whoever started it is gone, however it went (its end of our stdin closes even after kill -9), then stops a process and
// removes folders. A killed test run leaves no database behind. Plain JavaScript: it runs without a bundler.
import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const { pid, signal, dirs } = JSON.parse(process.argv[2]);
for (const each of ['SIGINT', 'SIGHUP', 'SIGTERM']) process.on(each, () => undefined);
process.stdin.resume();
process.stdin.once('close', () => void cleanUp());
process.stdin.on('error', () => undefined);

async function cleanUp() {
  for (let attempt = 0; attempt < 100 && send(attempt === 0 ? signal : attempt === 80 ? 'SIGKILL' : 0); attempt += 1) await sleep(100);
  for (const dir of dirs) await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  process.exit(0);
}

function send(what) {
  try {
    process.kill(pid, what);
    return true;
  } catch {
    return false;
  }
}
