import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { reasonOf, Sentence } from './sentence.mjs';

const recordName = 'running.json';

/** Makes the data folder and proves that it can be written. @returns its real, absolute path */
export function prepareDataDir(wanted) {
  const dataDir = path.resolve(wanted);
  try {
    makeDir(dataDir);
    if (!statSync(dataDir).isDirectory()) throw Object.assign(new Error(), { code: 'EEXIST' });
    const probe = path.join(dataDir, `.probe-${process.pid}`);
    writeFileSync(probe, 'x');
    rmSync(probe);
    return realpathSync(dataDir);
  } catch (error) {
    throw new Sentence(`The data folder ${dataDir} cannot be written (${reasonOf(error)}); choose another with --data-dir.`);
  }
}

/** One by one: Node's own `recursive` turns for ever where the system answers "no such folder" in a folder that is there (/proc). */
function makeDir(dir) {
  if (existsSync(dir)) return;
  makeDir(path.dirname(dir));
  // Root's database runs as `nobody`, which must be able to pass through; what is in here is protected file by file.
  mkdirSync(dir, { mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
}

/**
 * Takes a data folder for this process. Whoever holds it answers on a port of its own with a random token: a number in a file alone
 * could belong to a process long gone, or by now to a stranger.
 * `afterACrash`: the one before did not let go; what it started may still be on its way out.
 * @returns {Promise<{kind: 'held', afterACrash: boolean, update(more: object): void, release(): void} | {kind: 'in-use', url?: string, databaseUrl?: string}>}
 */
export async function takeDataDir(dataDir) {
  const file = path.join(dataDir, recordName);
  const token = randomBytes(16).toString('hex');
  const door = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.end(token);
  });
  const controlPort = await new Promise((resolve, reject) => {
    door.once('error', reject);
    door.listen(0, '127.0.0.1', () => resolve(door.address().port));
  });
  door.unref();
  let record = { pid: process.pid, controlPort, token };
  let afterACrash = false;

  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      writeFileSync(file, JSON.stringify(record), { flag: 'wx', mode: 0o600 });
      const update = (more) => {
        record = { ...record, ...more };
        writeFileSync(`${file}.new`, JSON.stringify(record), { mode: 0o600 });
        renameSync(`${file}.new`, file);
      };
      const release = () => {
        door.close();
        if (readRecord(file)?.token === token) rmSync(file, { force: true });
      };
      return { kind: 'held', afterACrash, update, release };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const other = readRecord(file);
    if (other !== undefined && (await answersWith(other.controlPort, other.token))) {
      door.close();
      return { kind: 'in-use', url: other.url, databaseUrl: other.databaseUrl };
    }
    afterACrash = true;
    // Moved aside, looked at, and only then dropped: between the look above and now another start may have taken it.
    const aside = `${file}.stale-${token}`;
    try {
      renameSync(file, aside);
      const moved = readRecord(aside);
      if (moved?.token !== other?.token) renameSync(aside, file);
      rmSync(aside, { force: true });
    } catch {
      // Gone already: the other start did the same.
    }
  }
  door.close();
  return { kind: 'in-use' };
}

function readRecord(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function answersWith(port, token) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.setTimeout(2_000, () => socket.destroy());
    socket.on('data', (text) => (answer += text));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer === token));
  });
}
