import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { chromium, type Browser, type Page } from '@playwright/test';
import { openCluster } from '#server/db/embedded-postgres/open-cluster.ts';
import { withClient } from '#server/db/embedded-postgres/role-and-database.ts';
import { chromiumArgs, chromiumPath } from '../support/chromium.ts';
import { temporaryDataDir } from '../support/launcher.ts';
import { provenReader } from '../support/proven-reader.ts';
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
    async page(url) {
      const page = await (await browser.newContext()).newPage();
      page.setDefaultTimeout(120_000);
      await page.goto(url);
      return page;
    },
    async end() {
      await browser.close();
      for (const server of servers) await server.stop().catch(() => undefined);
      await cluster.stop();
      await remove();
    },
  };
}

/** Everything that this person may see, as the rows of reference A; written where the page can fetch it. */
export async function writeRows(url: string, userId: string, file: string): Promise<{ readonly rows: readonly { readonly recordId: string }[]; readonly cursor: number }> {
  const read = await provenReader(url, userId);
  const rows: { readonly recordId: string }[] = [];
  for (let cursor = 0; ; ) {
    const response = await read(`${url}/v1/changes?epoch=1&after=${cursor}`);
    const lines = (await response.text()).trimEnd().split('\n').map((line) => JSON.parse(line) as { line: string; records?: { recordId: string }[]; cursor?: number; more?: boolean });
    for (const line of lines) rows.push(...(line.records ?? []));
    const tail = lines.at(-1);
    cursor = tail?.cursor ?? cursor;
    if (tail?.more === true) continue;
    await writeFile(file, await promisify(gzip)(rows.map((row) => JSON.stringify(row)).join('\n')));
    return { rows, cursor };
  }
}
