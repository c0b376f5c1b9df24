import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from './server.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

export type Launch = {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly url: string;
  /** Everything said so far, on both streams. */
  said(): string;
  /** Waits for the line with the address: the app is usable. */
  untilOpen(): Promise<void>;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
};

export type LaunchInput = {
  readonly dataDir: string;
  readonly port?: number;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Default: this project. */
  readonly cwd?: string;
  /** How long the start may take [ms]. Default: 90 s, without an installation. */
  readonly openWithinMs?: number;
  /** Default: node build/scripts/start.mjs */
  readonly command?: readonly [string, ...(readonly string[])];
};

/** `npm start` as a process, without its npm. */
export async function launch(input: LaunchInput): Promise<Launch> {
  const port = input.port ?? (await freePort());
  const [program, ...first] = input.command ?? [process.execPath, 'build/scripts/start.mjs'];
  // Without the DATABASE_URL and DISPLAY of whoever runs the tests.
  const { DATABASE_URL: _database, DISPLAY: _display, WAYLAND_DISPLAY: _wayland, npm_lifecycle_event: _event, ...env } = process.env;
  const child = spawn(program, [...first, '--port', String(port), '--data-dir', input.dataDir, ...(input.args ?? ['--no-open'])], {
    cwd: input.cwd ?? project, env: { ...env, ...input.env }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const ended = new Promise<number | string>((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal ?? 'unknown')));
  const url = `http://localhost:${port}`;
  const untilOpen = async (): Promise<void> => {
    for (let waitedMs = 0; !said.includes(`${url} `); waitedMs += 50) {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The launcher ended:\n${said}`);
      if (waitedMs > (input.openWithinMs ?? 90_000)) throw new Error(`The launcher did not get there:\n${said}`);
      await sleep(50);
    }
  };
  return { child, pid: child.pid ?? -1, url, said: () => said, untilOpen, ended };
}

/** A data folder for one test. `remove` also takes a database that had to be placed elsewhere. */
export async function temporaryDataDir(mode = 0o755): Promise<{ readonly dataDir: string; readonly remove: () => Promise<void> }> {
  const above = await realpath(await mkdtemp(path.join(tmpdir(), 'veldwerk-launch-')));
  await chmod(above, mode);
  const dataDir = path.join(above, 'data');
  const remove = async (): Promise<void> => {
    const clusterDir = await clusterDirOf(dataDir).catch(() => undefined);
    for (const dir of [above, ...(clusterDir === undefined ? [] : [clusterDir])]) await rm(dir, { recursive: true, force: true });
  };
  return { dataDir, remove };
}

export async function clusterDirOf(dataDir: string): Promise<string> {
  const record = JSON.parse(await readFile(path.join(dataDir, 'postgres.json'), 'utf8')) as { clusterDir: string };
  return path.resolve(dataDir, record.clusterDir);
}

export async function databaseUrlOf(dataDir: string): Promise<string> {
  return (JSON.parse(await readFile(path.join(dataDir, 'running.json'), 'utf8')) as { databaseUrl: string }).databaseUrl;
}
