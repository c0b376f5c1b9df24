import pg from 'pg';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDatabase } from '../postgres.ts';
import { runNodeScript } from '../run-node-script.ts';
import { freePort, startServer, type TestServer } from '../server.ts';

/** The demo region behind a real server that can go and come back at the same address, as a network does. */
export interface Region {
  readonly url: string;
  readonly databaseUrl: string;
  /** What the server said; never a person's data. */
  output(): string;
  /** The server can be reached again. */
  start(): Promise<void>;
  /** The server cannot be reached. */
  stop(): Promise<void>;
  /** SIGKILL to the server, in the middle of whatever it does. */
  kill9(): Promise<void>;
  query<Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  end(): Promise<void>;
}

/** One seed for all files of a run: a copy of a database takes a tenth of the time. */
let seeded: Promise<string> | undefined;

/**
 * Seeded for today, as `npm start` does: a measurement is final on the device's own day, so the manager's week of the
 * test must be the running one. The people and the numbers come from the demo's fixed seed.
 * @param staticDir a build of the screen other than dist/renderer
 */
export async function startRegion(input: { readonly staticDir?: string } = {}): Promise<Region> {
  const template = new URL(await (seeded ??= seedOnce())).pathname.slice(1);
  const databaseUrl = await createDatabase(template);
  const port = await freePort();
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  // The run's PostgreSQL may go before a test that failed has closed this.
  pool.on('error', () => undefined);
  // A test that built something before this one may have left `production` behind, where a demo is refused.
  const env = { NODE_ENV: 'test', ...(input.staticDir === undefined ? {} : { VELDWERK_STATIC_DIR: input.staticDir }) };
  // One for all its starts: photos are files, and outlive a restart as the database does.
  const dataDir = await mkdtemp(path.join(tmpdir(), 'veldwerk-region-'));
  let server: TestServer | null = null;
  let said = '';
  const start = async (): Promise<void> => {
    server ??= await startServer({ databaseUrl, demo: true, port, env, dataDir });
  };
  const end = async (how: 'stop' | 'kill9'): Promise<void> => {
    await server?.[how]();
    said += server?.output() ?? '';
    server = null;
  };
  const stop = (): Promise<void> => end('stop');
  await start();
  return {
    url: `http://localhost:${port}`,
    databaseUrl,
    output: () => said + (server?.output() ?? ''),
    start,
    stop,
    kill9: () => end('kill9'),
    query: async (sql, values = []) => (await pool.query<never>(sql, [...values])).rows,
    async end() {
      await stop();
      await pool.end();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function seedOnce(): Promise<string> {
  const url = await createDatabase();
  await runNodeScript(fileURLToPath(new URL('../../../dist/server/seed.mjs', import.meta.url)), [], { DATABASE_URL: url });
  return url;
}
