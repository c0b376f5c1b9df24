import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { runNodeScript } from './run-node-script.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const inProject = (...parts: readonly string[]): string => path.join(project, ...parts);

/** Longest wait for /health [ms]; a cold start takes about one second. */
const usableWithinMs = 60_000;

export type TestServer = {
  /** http://localhost:port, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** What it printed so far. */
  output(): string;
  /** SIGTERM, and waits for the end. */
  stop(): Promise<void>;
  /** SIGKILL, and waits for the end: what a power cut does to the process. */
  kill9(): Promise<void>;
};

export type TestServerInput = {
  readonly databaseUrl: string;
  /** The demo's sign-in. Default false. */
  readonly demo?: boolean;
  /** Default: any free one. The same one again is the same address for a browser. */
  readonly port?: number;
  /** Default: a temporary one, removed with the server. */
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
};

/** The real server, dist/server/main.mjs, as a process of its own. Answers when GET /health says 200. */
export async function startServer(input: TestServerInput): Promise<TestServer> {
  const main = inProject('dist', 'server', 'main.mjs');
  if (!existsSync(main)) throw new Error('dist/server is missing: run `npm run build`, or use a configuration with a global build.');
  const port = input.port ?? (await freePort());
  const dataDir = input.dataDir ?? (await mkdtemp(path.join(tmpdir(), 'veldwerk-test-server-')));
  const child = fork(main, [], {
    cwd: project,
    env: {
      ...process.env, HOST: '127.0.0.1', PORT: String(port), DATABASE_URL: input.databaseUrl, VELDWERK_DEMO: input.demo === true ? '1' : '0',
      VELDWERK_STATIC_DIR: inProject('dist', 'renderer'), VELDWERK_DATA_DIR: dataDir,
      // A test run that is killed takes its servers along.
      VELDWERK_CHILD: '1', ...input.env,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  child.stdout?.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr?.on('data', (text: Buffer) => (output += text.toString()));
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    if (!hasEnded()) child.kill(signal);
    const insist = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await exited;
    clearTimeout(insist);
    if (input.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
  };

  const url = `http://localhost:${port}`;
  for (let waitedMs = 0; !(await isUsable(url)); waitedMs += 50) {
    if (hasEnded()) throw new Error(`The server ended before it was usable:\n${output}`);
    if (waitedMs > usableWithinMs) {
      await end('SIGKILL');
      throw new Error(`The server was not usable within ${usableWithinMs} ms:\n${output}`);
    }
    await sleep(50);
  }
  return { url, port, pid: child.pid ?? -1, output: () => output, stop: () => end('SIGTERM'), kill9: () => end('SIGKILL') };
}

/** The demo region, or a large one, in a database. @param candidates count of people; default: the demo's own */
export async function seedDatabase(databaseUrl: string, candidates?: number): Promise<void> {
  const size = candidates === undefined ? [] : ['--candidates', String(candidates)];
  await runNodeScript(inProject('dist', 'server', 'seed.mjs'), size, { DATABASE_URL: databaseUrl });
}

/** A port of this machine that nothing listens on now. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });
}

async function isUsable(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health`, { signal: AbortSignal.timeout(2_000) })).status === 200;
  } catch {
    return false;
  }
}
