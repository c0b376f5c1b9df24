import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { inProject, projectDir } from './project.mjs';
import { Sentence } from './sentence.mjs';

/**
 * Is what npm installed what the lock file says? Compared by content, entry by entry: a checkout changes the lock file's time
 * without changing it, and a pull may change it without anyone noticing. npm writes its own list last, so a killed install has none.
 */
export function packagesAreCurrent(lockText, installedText) {
  if (installedText === undefined) return false;
  let wanted;
  let installed;
  try {
    wanted = JSON.parse(lockText).packages;
    installed = JSON.parse(installedText).packages;
  } catch {
    return false;
  }
  for (const [place, entry] of Object.entries(wanted)) {
    if (place === '' || entry.link) continue;
    const there = installed[place];
    // Optional: the other systems' platform packages, which npm rightly leaves out here.
    if (there === undefined ? !entry.optional : there.version !== entry.version || there.integrity !== entry.integrity) return false;
  }
  return Object.keys(installed).every((place) => wanted[place] !== undefined);
}

/** `npm ci` when needed. @param say called with one line before something that takes a while @param add registers how to stop it */
export async function ensurePackages({ say, add }) {
  const installedList = inProject('node_modules', '.package-lock.json');
  const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
  const lock = read(inProject('package-lock.json'));
  if (lock === undefined) throw new Sentence('package-lock.json is missing; get a whole copy of the project.');
  if (packagesAreCurrent(lock, read(installedList))) return;
  say('Installing the packages (npm ci), which takes about half a minute.');
  await npmCi(add);
}

async function npmCi(add) {
  // The npm that started us, else the one on the PATH.
  const own = process.env.npm_execpath;
  const [command, first] = own?.endsWith('.js') ? [process.execPath, [own]] : ['npm', []];
  // A development dependency left out by NODE_ENV=production or a global setting would stop the build later, with a riddle.
  const args = [...first, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const child = spawn(command, args, { cwd: projectDir, stdio: ['ignore', 'pipe', 'pipe'], shell: command === 'npm' && process.platform === 'win32' });
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  child.stderr.on('data', (text) => (output += text));
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
  await add(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  const result = await ended;
  if (result === 0) return;
  const reason = output.split('\n').find((line) => /^npm (error|ERR!) (?!code|A complete log)/.test(line));
  throw new Sentence(`The packages could not be installed: npm ci ended with ${result}${reason ? ` (${reason.replace(/^npm \S+ /, '').trim()})` : ''}.`);
}
