import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { findTestBrowser } from './find-browser.mjs';
import { inProject, projectDir } from './project.mjs';
import { Sentence } from './sentence.mjs';

/** Longest wait for one way of installing [ms]; a slow line needs minutes for 150 MB. */
const limitMs = 10 * 60_000;

/** A browser for the end-to-end tests: an installed one, else one that is installed now. @throws Sentence what to do by hand */
export async function findOrInstallBrowser({ say }) {
  const found = findTestBrowser();
  if (found !== undefined) return found;
  for (const { sentence, command, args } of waysToInstall()) {
    say(sentence);
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: projectDir, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, timeout: limitMs,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const installed = findTestBrowser();
    if (status === 0 && installed !== undefined && startsUp(installed)) return installed;
    say(`That did not work: ${/^(?:E: |Error: )(.*)$/m.exec(`${stderr}\n${stdout}`)?.[1] ?? 'it brought no browser that runs'}.`);
  }
  throw new Sentence('No Chromium, Chrome or Edge was found and none could be installed: install one, or set CHROMIUM_PATH to one, and run npm test again.');
}

function waysToInstall() {
  const playwright = {
    sentence: 'No browser was found: installing Chromium with Playwright (npx playwright install chromium).',
    command: process.execPath, args: [inProject('node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium'],
  };
  if (!isDebianRoot()) return [playwright];
  // apt brings the libraries as well, which Playwright's download on a bare Debian lacks.
  return [
    {
      sentence: 'No browser was found: installing Chromium with apt-get, as this is Debian and we are root.',
      command: 'sh', args: ['-c', 'apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium'],
    },
    playwright,
  ];
}

function isDebianRoot() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** A downloaded Chromium without its libraries is there and does not run. On Windows --version opens a window. */
function startsUp(program) {
  return process.platform === 'win32' || spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}
