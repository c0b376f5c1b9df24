import { execFileSync } from 'node:child_process';
import { rmSync, statfsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/* A laptop's disk that is really full: a small tmpfs with the whole profile on it. */

/** Room for a profile and what the browser keeps beside it [MB]. */
const smallDiskMb = 160;

/** @returns null when the disk is there, else why this machine cannot have one */
export function mountSmallDisk(dir: string): string | null {
  if (process.platform !== 'linux') return 'a small disk is made with tmpfs, which is for Linux';
  if (process.getuid?.() !== 0) return 'only root may mount a small disk';
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${smallDiskMb}m`, 'tmpfs', dir], { stdio: ['ignore', 'ignore', 'pipe'] });
    return null;
  } catch (error) {
    return `this machine does not let root mount a small disk: ${String((error as { readonly stderr?: unknown }).stderr ?? error).trim()}`;
  }
}

export function unmountSmallDisk(dir: string): void {
  execFileSync('umount', ['-l', dir]);
}

/**
 * Fills the disk, and keeps it full: a browser that throws away a cache or the copy of before makes room for what should be refused.
 * @returns the function that gives the room back
 */
export async function fillDisk(dir: string): Promise<() => Promise<void>> {
  const file = path.join(dir, 'filler');
  const handle = await open(file, 'w');
  const block = Buffer.alloc(statfsSync(dir).bsize);
  let isOver = false;
  const fill = async (): Promise<void> => {
    try {
      while (!isOver) await handle.write(block);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  };
  await fill();
  const keepsFull = (async () => {
    for (; !isOver; await sleep(5)) await fill();
  })();
  return async () => {
    isOver = true;
    await keepsFull;
    await handle.close();
    rmSync(file);
  };
}
