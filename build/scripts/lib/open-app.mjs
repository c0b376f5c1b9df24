import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { electronBinaryPath } from '../electron-binary.mjs';
import { openWindow, runNode } from './children.mjs';
import { findBrowser } from './find-browser.mjs';
import { inProject, projectDir } from './project.mjs';

/**
 * A browser asks its maker about forms and passwords that it sees (measured: content-autofill, passwordsleakcheck). This window has
 * no business beyond the server of this machine: everything else goes to a proxy that does not exist.
 */
const onlyThisMachine = ['--proxy-server=127.0.0.1:9', '--proxy-bypass-list=localhost;127.0.0.1', '--disable-background-networking', '--disable-sync'];

/** A window program that ends within this time without a window never had one [ms]. */
const stillbornMs = 4_000;

/**
 * Opens the app in a window: Electron if it can be had, else an installed browser.
 * @returns {Promise<string|undefined>} why there is no window, in words that end a sentence; undefined when there is one
 */
export async function openApp({ url, dataDir, say, add, isStopping }) {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'this session has no screen';
  const choices = inRememberedOrder(await windowChoices({ url, dataDir, say, add }), dataDir);
  let reason = 'no Electron, Chromium, Chrome or Edge was found';
  for (const choice of choices) {
    const { ended } = await openWindow(choice.program, choice.args, { add, env: choice.env });
    const early = await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, stillbornMs).unref())]);
    if (early === undefined || early.code === 0) {
      // Records live with their window: another program has another, empty store. The next start takes the same one.
      writeFileSync(windowFile(dataDir), JSON.stringify({ program: choice.program }));
      void ended.then(() => isStopping() || say(`The window is closed; Veldwerk goes on at ${url} until Ctrl-C.`));
      return undefined;
    }
    reason = `${path.basename(choice.program)} ended at once (${early.error ?? early.signal ?? `code ${early.code}`})`;
  }
  return reason;
}

async function windowChoices({ url, dataDir, say, add }) {
  // Root has no user namespace to build Chromium's sandbox from; --test-type leaves out the bar that says so.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : [];
  const choices = [];
  const electron = await electronProgram({ dataDir, say, add });
  if (electron !== null && (await bundleShell(add))) {
    const args = [...asRoot, `--user-data-dir=${path.join(dataDir, 'electron')}`, projectDir];
    choices.push({ program: electron, args, env: { VELDWERK_SERVER_URL: url } });
  }
  const browser = findBrowser();
  if (browser !== undefined) {
    const args = [
      `--app=${url}`, `--user-data-dir=${path.join(dataDir, 'browser')}`, '--no-first-run', '--no-default-browser-check', ...onlyThisMachine, ...asRoot,
    ];
    choices.push({ program: browser, args });
  }
  return choices;
}

/** The installed Electron, or one fetched now. Not any more once a browser has been used: the records are in there. */
async function electronProgram({ dataDir, say, add }) {
  const present = electronBinaryPath();
  if (present !== null || existsSync(windowFile(dataDir))) return present;
  say('Looking whether Electron can be fetched, once.');
  const { done, stop } = runNode(inProject('build', 'scripts', 'lib', 'fetch-electron.mjs'), []);
  await add(stop);
  await done;
  return electronBinaryPath();
}

async function bundleShell(add) {
  const { done, stop } = runNode(inProject('build', 'scripts', 'build-electron.mjs'), []);
  await add(stop);
  return (await done).code === 0;
}

const windowFile = (dataDir) => path.join(dataDir, 'window.json');

function inRememberedOrder(choices, dataDir) {
  let last;
  try {
    last = JSON.parse(readFileSync(windowFile(dataDir), 'utf8')).program;
  } catch {
    return choices;
  }
  return [...choices].sort((a, b) => Number(b.program === last) - Number(a.program === last));
}
