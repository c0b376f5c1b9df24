import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { openPage } from './bench-page.ts';
import type { Stage } from './stage.ts';

export interface PlainInsert {
  /** @returns one POST of all rows and their insert, from a browser's page [ms] */
  once(): Promise<number>;
  end(): Promise<void>;
}

/**
 * The reference for a push: the same rows in one bare POST from a page, inserted by one statement into a plain table of
 * the same PostgreSQL. No rights, no judging, no order, no signatures, nothing read back.
 */
export async function openPlainInsert(stage: Stage, databaseUrl: string, rows: readonly object[]): Promise<PlainInsert> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  await pool.query('create table if not exists bench_plain (id text primary key, body jsonb not null)');
  const server = createServer((request, response) => {
    if (request.method === 'GET') return void response.setHeader('content-type', 'text/html').end('<!doctype html><title>plain</title>');
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      void pool
        .query('insert into bench_plain select x.body->>\'opId\', x.body from jsonb_array_elements($1::jsonb) as x (body)', [Buffer.concat(chunks).toString('utf8')])
        .then(() => response.end('{}'), () => response.writeHead(500).end());
    });
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const page = await openPage(stage.browser, `http://127.0.0.1:${port}/`);
  await page.evaluate((all) => void Object.assign(globalThis, { plainRows: all }), rows);
  const post = () =>
    page.evaluate(async () => {
      const { plainRows } = globalThis as unknown as { plainRows: readonly object[] };
      const begun = performance.now();
      const response = await fetch('/rows', { method: 'POST', body: JSON.stringify(plainRows) });
      await response.text();
      if (!response.ok) throw new Error('the plain insert failed');
      return performance.now() - begun;
    });
  return {
    async once() {
      await pool.query('truncate bench_plain');
      return post();
    },
    async end() {
      await page.context().close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await pool.query('drop table bench_plain');
      await pool.end();
    },
  };
}
