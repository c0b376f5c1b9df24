import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../packaging/', import.meta.url));

const changedAtMs = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Whether build/packaging is installed and not older than its lock file. */
const packagingIsInstalled = () => changedAtMs(join(folder, 'node_modules', '.package-lock.json')) >= changedAtMs(join(folder, 'package-lock.json'));

/**
 * Installs electron-builder into build/packaging when it is missing or older than its lock file.
 * @returns {{ kind: 'ready' } | { kind: 'failed', reason: string }}
 */
export const installPackagingTools = () => {
  if (packagingIsInstalled()) return { kind: 'ready' };
  const isWindows = process.platform === 'win32';
  const run = spawnSync(isWindows ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, shell: isWindows, encoding: 'utf8' });
  if (run.status === 0 && packagingIsInstalled()) return { kind: 'ready' };
  return { kind: 'failed', reason: (run.stderr || run.error?.message || 'npm ci did not finish').trim().split('\n')[0] };
};
