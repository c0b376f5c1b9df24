import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// No packages here: the start script asks before anything is installed.
const electronPackage = fileURLToPath(new URL('../../node_modules/electron/', import.meta.url));

/** A stand-in distribution carries this file; nothing in it can be run. */
const stubMarker = 'STUB.txt';

/** Where the executable sits inside a distribution. @param {NodeJS.Platform} platform */
export const executableInDistribution = (platform) => {
  if (platform === 'darwin') return join('Electron.app', 'Contents', 'MacOS', 'Electron');
  return platform === 'win32' ? 'electron.exe' : 'electron';
};

const isUsable = (folder) => {
  try {
    accessSync(join(folder, executableInDistribution(process.platform)), constants.X_OK);
    return !existsSync(join(folder, stubMarker));
  } catch {
    return false;
  }
};

const versionIn = (file) => {
  try {
    return readFileSync(file, 'utf8').trim().replace(/^v/, '');
  } catch {
    return null;
  }
};

/** The version this project is pinned to, from package.json: never from what happens to be installed. */
export const pinnedElectronVersion = () =>
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).devDependencies.electron;

/**
 * The folder of a real Electron distribution of the pinned version on this machine: the one that
 * ELECTRON_OVERRIDE_DIST_PATH names (taken at its word for the version), else the installed one.
 * @returns {string | null}
 */
export const electronDistribution = () => {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override !== undefined && override !== '') return isUsable(override) ? override : null;
  const installed = join(electronPackage, 'dist');
  return isUsable(installed) && versionIn(join(installed, 'version')) === pinnedElectronVersion() ? installed : null;
};

/** The executable to start, or `null` when there is none that can be used. @returns {string | null} */
export const electronBinaryPath = () => {
  const folder = electronDistribution();
  return folder === null ? null : join(folder, executableInDistribution(process.platform));
};

const runQuietly = (script, timeoutMs) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [script], { cwd: dirname(script), stdio: 'ignore', windowsHide: true });
    const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    child.once('error', done);
    child.once('exit', done);
  });

/**
 * Tries once to get the binary with the package's own install script (it checks the download against checksums.json).
 * Quiet, and over within the given time: no network, a proxy or a full disk just means `null`.
 * @param {{ timeoutMs: number }} options longest wait [ms]
 * @returns {Promise<string | null>} the executable, or `null`
 */
export const tryInstallElectron = async ({ timeoutMs }) => {
  const present = electronBinaryPath();
  if (present !== null) return present;
  const script = join(electronPackage, 'install.js');
  const unwanted = Boolean(process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) || Boolean(process.env.ELECTRON_OVERRIDE_DIST_PATH);
  if (unwanted || !existsSync(script)) return null;
  await runQuietly(script, timeoutMs);
  return electronBinaryPath();
};
