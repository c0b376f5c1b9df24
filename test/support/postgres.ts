import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openCluster } from '#server/db/embedded-postgres/open-cluster.ts';
import { withClient } from '#server/db/embedded-postgres/role-and-database.ts';

/** Where the run's PostgreSQL is; set by the global set-up of vitest and Playwright, inherited by their workers. */
const urlVariable = 'VELDWERK_TEST_POSTGRES_URL';
/** Folder of an installed PostgreSQL to use instead of the embedded one, for instance /usr/lib/postgresql/15. */
const installedVariable = 'VELDWERK_TEST_POSTGRES_DIR';

export type TestPostgres = {
  /** Owner role `veldwerk` (no superuser), database `veldwerk`. */
  readonly url: string;
  stop(): Promise<void>;
};

/** A PostgreSQL for this run, thrown away afterwards (without fsync, the one thing in which it differs from the product's). */
export async function startPostgres(): Promise<TestPostgres> {
  const given = process.env[urlVariable];
  if (given !== undefined) return { url: given, stop: () => Promise.resolve() };
  const dataDir = await mkdtemp(path.join(tmpdir(), 'veldwerk-test-postgres-'));
  const sharedHome = await mkdtemp('/var/tmp/veldwerk-test-').catch(() => dataDir);
  const remove = async (): Promise<void> => {
    for (const dir of [dataDir, sharedHome]) await rm(dir, { recursive: true, force: true });
  };
  const installed = process.env[installedVariable];
  const binaries = installed === undefined ? {} : { binaries: { nativeDir: installed, version: path.basename(installed) } };
  const cluster = await openCluster({ dataDir, durable: false, sharedHomes: [sharedHome], ...binaries });
  if (cluster.kind === 'problem') {
    await remove();
    throw new Error(cluster.sentence);
  }
  cleanUpAfterUs(cluster.pid, [dataDir, sharedHome]);
  process.env[urlVariable] = cluster.databaseUrl;
  return {
    url: cluster.databaseUrl,
    stop: async () => {
      delete process.env[urlVariable];
      await cluster.stop();
      await remove();
    },
  };
}

/** For one file run without our configuration (`npx vitest run test/server/...`): a PostgreSQL for this process alone. */
let lonely: Promise<TestPostgres> | undefined;

/**
 * An empty database of its own, for one test file. Goes away with the run's PostgreSQL.
 * @param template name of a database to copy, for instance one that is migrated already; nobody may be connected to it
 * @returns its URL
 */
export async function createDatabase(template?: string): Promise<string> {
  const serverUrl = process.env[urlVariable] ?? (await (lonely ??= startPostgres())).url;
  const name = `test_${randomBytes(6).toString('hex')}`;
  await withClient(serverUrl, (client) =>
    client.query(`CREATE DATABASE ${name}${template === undefined ? '' : ` TEMPLATE ${client.escapeIdentifier(template)}`}`));
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** A killed run, or a worker that never says goodbye, leaves no database behind. */
function cleanUpAfterUs(pid: number, dirs: readonly string[]): void {
  const script = fileURLToPath(new URL('clean-up-after.mjs', import.meta.url));
  const child = spawn(process.execPath, [script, JSON.stringify({ pid, signal: 'SIGINT', dirs })], {
    stdio: ['pipe', 'ignore', 'ignore'], detached: true,
  });
  child.unref();
  (child.stdin as unknown as { unref(): void }).unref();
}
