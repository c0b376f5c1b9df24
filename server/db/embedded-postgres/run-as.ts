import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';

/** Under which user id the database runs. Undefined: as ourselves. */
export type RunAs = { readonly uid: number; readonly gid: number } | undefined;

const nobody = 65534;

/**
 * PostgreSQL refuses to run as root. `nobody` exists everywhere, owns nothing and cannot log in, so no user has to be made.
 * An existing cluster decides for itself: PostgreSQL only opens a folder that belongs to the user it runs as.
 */
export function chooseRunAs(existingClusterDir?: string): RunAs {
  if (process.getuid?.() !== 0) return undefined;
  if (existingClusterDir !== undefined) {
    const owner = statSync(existingClusterDir);
    if (owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  }
  return { uid: askId('-u'), gid: askId('-g') };
}

function askId(flag: '-u' | '-g'): number {
  try {
    const id = Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    // macOS prints -2; the kernel wants it unsigned.
    return Number.isInteger(id) ? id >>> 0 : nobody;
  } catch {
    return nobody;
  }
}

/** Can this user pass through every folder above the path? A clone under /root or `mktemp -d` (0700) cannot be. */
export function canTraverse(target: string, user: RunAs): boolean {
  if (user === undefined) return true;
  for (let dir = path.resolve(target); ; dir = path.dirname(dir)) {
    const stats = statSync(dir, { throwIfNoEntry: false });
    if (stats !== undefined) {
      const execute = stats.uid === user.uid ? 0o100 : stats.gid === user.gid ? 0o010 : 0o001;
      if ((stats.mode & execute) === 0) return false;
    }
    if (dir === path.dirname(dir)) return true;
  }
}
