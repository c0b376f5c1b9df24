import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { chromium, type Browser, type Page } from '@playwright/test';
import { principalOfRow, type UserRow } from '#server/auth/sessions.ts';
import { createPool } from '#server/db/pool.ts';
import { openCluster } from '#server/db/embedded-postgres/open-cluster.ts';
import { withClient } from '#server/db/embedded-postgres/role-and-database.ts';
import { createPostgresServerStore } from '#server/storage/postgres-server-store.ts';
import { pullPageSize } from '#server/sync/answer-pull.ts';
import { openPage } from './bench-page.ts';
import { chromiumArgs, chromiumPath } from '../support/chromium.ts';
import { temporaryDataDir } from '../support/launcher.ts';
import { runNodeScript } from '../support/run-node-script.ts';
import { startServer, type TestServer } from '../support/server.ts';

/** A real PostgreSQL with fsync, thrown away at the end, and a real Chromium. */
export interface Stage {
  /** A seeded region behind a real server that serves the page of the bench. */
  region(candidates: number, staticDir?: string): Promise<SeededRegion>;
  page(url: string): Promise<Page>;
  readonly browser: Browser;
  end(): Promise<void>;
}

export interface SeededRegion {
  readonly url: string;
  readonly databaseUrl: string;
  stop(): Promise<void>;
}

export async function openStage(project: string): Promise<Stage> {
  const { dataDir, remove } = await temporaryDataDir();
  await mkdir(dataDir, { recursive: true });
  const cluster = await openCluster({ dataDir, durable: true });
  if (cluster.kind === 'problem') throw new Error(cluster.sentence);
  const browser = await chromium.launch({ executablePath: chromiumPath(), headless: true, args: chromiumArgs.filter((flag) => flag !== '--headless') });
  const servers: TestServer[] = [];
  return {
    browser,
    async region(candidates, staticDir = path.join(project, 'dist', 'bench', 'page')) {
      const name = `bench_${randomBytes(4).toString('hex')}`;
      await withClient(cluster.databaseUrl, (client) => client.query(`CREATE DATABASE ${name}`));
      const address = new URL(cluster.databaseUrl);
      address.pathname = `/${name}`;
      await runNodeScript(path.join(project, 'dist', 'server', 'seed.mjs'), ['--candidates', String(candidates)], { DATABASE_URL: address.href });
      const server = await startServer({ databaseUrl: address.href, demo: true, env: { VELDWERK_STATIC_DIR: staticDir, VELDWERK_LOG: 'none' } });
      servers.push(server);
      return { url: server.url, databaseUrl: address.href, stop: () => server.stop() };
    },
    page: (url) => openPage(browser, url),
    async end() {
      await browser.close();
      for (const server of servers) await server.stop().catch(() => undefined);
      await cluster.stop();
      await remove();
    },
  };
}

/**
 * Everything that this person may see, as the rows of reference A and B; written where the page can fetch it. Read past
 * the server's doors, in the shape in which they leave them. @returns how many there are [count]
 */
export async function writeRows(databaseUrl: string, userId: string, file: string): Promise<{ readonly rows: number }> {
  const pool = createPool(databaseUrl);
  const lines: string[] = [];
  try {
    const { rows: [row] } = await pool.query<UserRow>('select region, user_id, display_name, role, municipalities from app_user where user_id = $1', [userId]);
    if (row === undefined) throw new Error(`there is no ${userId}`);
    await createPostgresServerStore(pool).read(principalOfRow(row), async (snapshot) => {
      for (let after = 0, complete = false; !complete; ) {
        const page = await snapshot.rows(after, pullPageSize);
        for (const each of page.rows) lines.push(each.text);
        after = page.rows.at(-1)?.n ?? after;
        ({ complete } = page);
      }
    });
  } finally {
    await pool.end();
  }
  await writeFile(file, await promisify(gzip)(lines.join('\n')));
  return { rows: lines.length };
}
