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
  throw new Sentence(`The packages could not be installed: ${npmReason(output, result)}.`);
}

/** @param output what npm printed @param result its exit code @returns why, in words of which a person can do something about the likely ones */
export function npmReason(output, result) {
  const errors = output.split('\n').flatMap((line) => /^npm (?:error|ERR!) (.+)$/.exec(line)?.[1]?.trim() ?? []);
  const code = errors.find((line) => line.startsWith('code '))?.slice('code '.length);
  if (/^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)$/.test(code)) {
    return `npm cannot reach its registry (${code}); connect to the network and start again`;
  }
  const reason = errors.find((line) => !/^(code|syscall|errno|path|dest|A complete log)\b/.test(line));
  return `npm ci ended with ${result}${reason === undefined ? '' : ` (${reason.replace(/\.$/, '')})`}`;
}
