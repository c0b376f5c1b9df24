import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Process id in postmaster.pid when that process really is the PostgreSQL of this cluster. */
export function runningPostmaster(clusterDir: string): number | undefined {
  const file = path.join(clusterDir, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8').split('\n', 1)[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined;
  return commandOf(pid).includes('postgres') ? pid : undefined;
}

/**
 * After kill -9 of everything above it, PostgreSQL may still run without an owner, or leave a postmaster.pid whose number now
 * belongs to a stranger. Both would block a start. The caller holds the data folder, so whoever still serves it is an orphan.
 */
export async function clearTheWay(clusterDir: string): Promise<void> {
  const orphan = runningPostmaster(clusterDir);
  if (orphan === undefined) {
    rmSync(path.join(clusterDir, 'postmaster.pid'), { force: true });
    return;
  }
  // Its watcher is probably stopping it right now: first wait, then ask, then insist.
  if (await endsWithin(orphan, 3_000)) return;
  for (const [signal, waitMs] of [['SIGINT', 20_000], ['SIGQUIT', 10_000], ['SIGKILL', 5_000]] as const) {
    try {
      process.kill(orphan, signal);
    } catch {
      return;
    }
    if (await endsWithin(orphan, waitMs)) return;
  }
}

/** @returns whether the process was gone after at most waitMs. */
export async function endsWithin(pid: number, waitMs: number): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < waitMs; waitedMs += 50) {
    if (!isAlive(pid)) return true;
    await sleep(50);
  }
  return !isAlive(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function commandOf(pid: number): string {
  try {
    // No shell and no ps on a bare Linux container; there /proc always is.
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    if (process.platform === 'win32') return execFileSync('tasklist', ['/FI', `PID eq ${pid}`, '/NH'], { encoding: 'utf8' });
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
