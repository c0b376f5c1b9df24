import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { temporaryDataDir } from '../support/launcher.ts';
import { freePort } from '../support/server.ts';

/** From `npm start`'s script to a server that answers 200, with everything built and a region that is there [s]. */
export async function measureStart(project: string, runs: number): Promise<readonly number[]> {
  const { dataDir, remove } = await temporaryDataDir();
  const times: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const port = await freePort();
    const { DATABASE_URL: _database, ...env } = process.env;
    const begun = performance.now();
    const child = spawn(process.execPath, [path.join(project, 'build', 'scripts', 'start.mjs'), '--no-open', '--port', String(port), '--data-dir', dataDir], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
    while (!(await answers(port))) {
      if (child.exitCode !== null) {
        await ended;
        throw new Error(`the start script ended with ${child.exitCode} at start ${run + 1}:\n${said}`);
      }
      await sleep(20);
    }
    // The first start makes the region; the others are what a person waits for every morning.
    if (run > 0) times.push((performance.now() - begun) / 1_000);
    child.kill('SIGTERM');
    await ended;
  }
  await remove();
  return times;
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://localhost:${port}/health`)).status === 200;
  } catch {
    return false;
  }
}
