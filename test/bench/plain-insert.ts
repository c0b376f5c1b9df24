import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

/**
 * The reference for a push: the same rows in bare POSTs of the same size, each inserted by one statement into a plain
 * table of the same PostgreSQL. No rights, no judging, no order, no signatures. @returns median-ready times [ms]
 */
export async function plainInsert(databaseUrl: string, rows: readonly object[], batchSize: number, runs: number): Promise<readonly number[]> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  await pool.query('create table if not exists bench_plain (id text primary key, body jsonb not null)');
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      void pool
        .query('insert into bench_plain select x.id, x.body from jsonb_to_recordset($1::jsonb) as x (id text, body jsonb)', [Buffer.concat(chunks).toString('utf8')])
        .then(() => response.end('{}'), () => response.writeHead(500).end());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    await pool.query('truncate bench_plain');
    const begun = performance.now();
    for (let start = 0; start < rows.length; start += batchSize) {
      const body = JSON.stringify(rows.slice(start, start + batchSize).map((row, index) => ({ id: `${start + index}`, body: row })));
      const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body });
      if (!response.ok) throw new Error('the plain insert failed');
      await response.text();
    }
    times.push(performance.now() - begun);
  }
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await pool.query('drop table bench_plain');
  await pool.end();
  return times;
}
