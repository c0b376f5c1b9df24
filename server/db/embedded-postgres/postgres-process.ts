import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { endsWithin, runningPostmaster } from './postmaster.ts';
import { program } from './platform-binaries.ts';
import type { RunAs } from './run-as.ts';

export type PostgresProcess = {
  readonly pid: number;
  readonly port: number;
  /** Settles when PostgreSQL ended, wanted or not. */
  readonly exited: Promise<void>;
  /** Fast and clean: open transactions are rolled back, everything is flushed. */
  stop(): Promise<void>;
};

export type StartInput = {
  readonly nativeDir: string;
  readonly clusterDir: string;
  readonly logFile: string;
  readonly runAs: RunAs;
  /** fsync on. Only a database that is thrown away after the test run may go without. */
  readonly durable: boolean;
};

/** Without the PG... variables of the person who started us: PGPORT or PGDATA would send us to their own database. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith('PG'));
  return { ...Object.fromEntries(own), LC_ALL: 'C', LANGUAGE: 'C' };
}

export async function startPostgresProcess(input: StartInput): Promise<PostgresProcess> {
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', 'max_connections=100', 'shared_buffers=64MB',
    'timezone=UTC', 'log_timezone=UTC', 'log_min_messages=warning', 'log_checkpoints=off', 'password_encryption=scram-sha-256',
    ...(input.durable ? ['fsync=on', 'synchronous_commit=on'] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ];
  return process.platform === 'win32' ? startWithPgCtl(input, port, settings) : startDirectly(input, port, settings);
}

function startDirectly(input: StartInput, port: number, settings: readonly string[]): PostgresProcess {
  // To a file, not to a pipe of ours: a log that nobody reads any more must not stop a database that is stopping.
  const log = openSync(input.logFile, 'a', 0o600);
  let child: ChildProcess;
  try {
    child = spawn(program(input.nativeDir, 'postgres'), ['-D', input.clusterDir, ...settings.flatMap((s) => ['-c', s])], {
      ...input.runAs,
      cwd: '/',
      env: cleanEnvironment(),
      stdio: ['ignore', log, log],
      // A session of its own: Ctrl-C in the terminal reaches us, and we stop the database after the server.
      detached: true,
    });
  } finally {
    closeSync(log);
  }
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`could not run ${program(input.nativeDir, 'postgres')}`);
  const stop = async (): Promise<void> => {
    for (const [signal, waitMs] of [['SIGINT', 15_000], ['SIGQUIT', 5_000], ['SIGKILL', 5_000]] as const) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      if (await settledWithin(exited, waitMs)) return;
    }
  };
  return { pid, port, exited, stop };
}

/** Windows: only pg_ctl knows how to drop an administrator's rights and how to ask PostgreSQL to stop. */
async function startWithPgCtl(input: StartInput, port: number, settings: readonly string[]): Promise<PostgresProcess> {
  const pgCtl = program(input.nativeDir, 'pg_ctl');
  const options = { env: cleanEnvironment(), stdio: 'ignore', windowsHide: true } as const;
  const serverOptions = settings.map((setting) => `-c ${setting}`).join(' ');
  spawnSync(pgCtl, ['start', '-D', input.clusterDir, '-l', input.logFile, '-w', '-o', serverOptions], options);
  const pid = runningPostmaster(input.clusterDir);
  if (pid === undefined) throw new Error('PostgreSQL did not start');
  const exited = (async (): Promise<void> => {
    while (!(await endsWithin(pid, 60_000)));
  })();
  const stop = async (): Promise<void> => {
    spawnSync(pgCtl, ['stop', '-D', input.clusterDir, '-m', 'fast', '-w'], options);
    await settledWithin(exited, 5_000);
  };
  return { pid, port, exited, stop };
}

async function settledWithin(promise: Promise<void>, waitMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), waitMs);
  });
  try {
    return await Promise.race([promise.then(() => true), timeout]);
  } finally {
    clearTimeout(timer);
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });
}
