import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** All processes below one, also those in a session of their own. Not on Windows. */
export function descendantsOf(pid: number): readonly number[] {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n').map((row) => row.trim().split(/\s+/).map(Number));
  const below = new Set<number>([pid]);
  // Parents may stand after their children in the list.
  for (let before = 0; before !== below.size; ) {
    before = below.size;
    for (const [child, parent] of rows) if (child !== undefined && parent !== undefined && below.has(parent)) below.add(child);
  }
  below.delete(pid);
  return [...below];
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch {
    return false;
  }
}

/** @returns those that still live after the wait; empty as soon as all are gone. */
export async function survivors(pids: readonly number[], waitMs: number): Promise<readonly number[]> {
  for (let waitedMs = 0; waitedMs < waitMs && pids.some(isAlive); waitedMs += 100) await sleep(100);
  return pids.filter(isAlive);
}

/** In a container without an init nobody collects an orphan that has ended. */
function isZombie(pid: number): boolean {
  try {
    return execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).startsWith('Z');
  } catch {
    return true;
  }
}
