import { randomBytes } from 'node:crypto';
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { program } from './platform-binaries.ts';
import { canTraverse, type RunAs } from './run-as.ts';

/** Where root may keep what `nobody` must reach. Only folders of root itself: a folder in /var/tmp could be anyone's. */
const sharedHomes: readonly string[] = process.platform === 'darwin'
  ? ['/Library/Application Support/Veldwerk', '/var/tmp/veldwerk']
  : ['/var/lib/veldwerk', '/var/tmp/veldwerk'];

/** The folder from which the user can really run PostgreSQL: the package itself, or a copy made once per version. */
export function reachableNativeDir(nativeDir: string, version: string, user: RunAs, homes = sharedHomes): string {
  if (user === undefined || runs(nativeDir, user)) return nativeDir;
  const name = `postgres-${version}-${process.platform}-${process.arch}`;
  for (const home of homes) {
    const copy = path.join(home, name);
    try {
      if (!existsSync(copy)) copyInto(nativeDir, copy);
      if (isRootsOwn(home) && isRootsOwn(copy) && runs(copy, user)) return copy;
    } catch {
      // Not writable or not ours: the next home.
    }
  }
  throw new Error(`no folder is reachable for user id ${user.uid}; tried ${homes.join(' and ')}`);
}

/** Inside the data folder where the database's user can get there; else in a folder of its own under the shared home. */
export function chooseClusterDir(dataDir: string, user: RunAs, homes = sharedHomes): string {
  if (canTraverse(realpathSync(dataDir), user)) return 'postgres';
  for (const home of homes) {
    // A random name, not one made from the path: a new data folder at an old path must not find the old database.
    const clusterDir = path.join(home, 'clusters', randomBytes(8).toString('hex'));
    try {
      mkdirSync(path.dirname(clusterDir), { recursive: true, mode: 0o755 });
      openUp(home);
      openUp(path.dirname(clusterDir));
      if (isRootsOwn(home) && canTraverse(path.dirname(clusterDir), user)) return clusterDir;
    } catch {
      // The next home.
    }
  }
  throw new Error(`no folder is reachable for the database; tried ${homes.join(' and ')}`);
}

function copyInto(nativeDir: string, copy: string): void {
  const home = path.dirname(copy);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  openUp(home);
  // Two starts at once, or a kill half way: only a whole copy gets the final name.
  const half = `${copy}.${process.pid}`;
  try {
    cpSync(nativeDir, half, { recursive: true, verbatimSymlinks: true });
    if (spawnSync('chmod', ['-R', 'a+rX', half]).status !== 0) throw new Error('chmod failed');
    renameSync(half, copy);
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
}

/** A strict umask of root makes mkdir's mode smaller than asked. */
function openUp(dir: string): void {
  if (isRootsOwn(dir)) chmodSync(dir, 0o755);
}

function isRootsOwn(dir: string): boolean {
  const stats = lstatSync(dir);
  return stats.isDirectory() && stats.uid === 0 && (stats.mode & 0o022) === 0;
}

/** Tried, not reasoned: mount options, access lists and a strict umask all decide whether a program really runs. */
function runs(nativeDir: string, user: NonNullable<RunAs>): boolean {
  const result = spawnSync(program(nativeDir, 'postgres'), ['--version'], { ...user, cwd: '/', stdio: 'ignore' });
  if (result.status !== 0) return false;
  return canTraverse(path.join(nativeDir, 'share'), user) && canTraverse(path.join(nativeDir, 'lib'), user);
}
