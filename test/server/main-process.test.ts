import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rolldown, type InputOptions, type OutputOptions } from 'rolldown';
import { afterAll, beforeAll, expect, test } from 'vitest';
import pg from 'pg';
import { migrationsDir } from '#server/db/migrate.ts';
import { createDatabase } from '../support/postgres.ts';

/** The server as it runs in the product: one bundle with its migrations beside it, in a process of its own. */
let dir: string;
let databaseUrl: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'veldwerk-server-'));
  // The product's own bundle settings; plain JavaScript without types.
  const { serverBundle } = (await import(new URL('../../build/bundle/server.mjs', import.meta.url).href)) as { serverBundle: (entries: object, outDir: string) => InputOptions & { output: OutputOptions } };
  const { output, ...input } = serverBundle({ main: 'server/main.ts', admin: 'server/admin.ts' }, dir);
  const bundle = await rolldown(input);
  await bundle.write(output);
  await bundle.close();
  await cp(migrationsDir(), path.join(dir, 'migrations'), { recursive: true });
  databaseUrl = await createDatabase();
}, 60_000);
afterAll(() => rm(dir, { recursive: true }));

interface Running {
  readonly child: ChildProcess;
  readonly printed: () => string;
  readonly exited: Promise<number | string>;
  /** The address it says it is ready at. */
  readonly ready: Promise<string>;
}

function start(environment: Readonly<Record<string, string>>, ipc = false): Running {
  const child = spawn(process.execPath, [path.join(dir, 'main.mjs')], { env: { PATH: process.env['PATH'] ?? '', PORT: '0', ...environment }, stdio: ['pipe', 'pipe', 'pipe', ...(ipc ? ['ipc' as const] : [])] });
  let printed = '';
  const exited = new Promise<number | string>((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal ?? 'gone')));
  const ready = new Promise<string>((resolve) => {
    const listen = (text: Buffer): void => {
      printed += text.toString();
      const address = /http:\/\/[^\s]+/.exec(printed)?.[0];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
  });
  return { child, printed: () => printed, exited, ready };
}

test('it migrates, says in one line where it is, answers, and ends in good order when asked', async () => {
  const server = start({ DATABASE_URL: databaseUrl, VELDWERK_DEMO: '1', VELDWERK_LOG: 'errors' });
  const address = await server.ready;
  expect((await fetch(`${address}/health`)).status).toBe(200);
  expect(await (await fetch(`${address}/v1/demo/users`)).json()).toEqual({ users: [] });
  server.child.kill('SIGTERM');
  expect(await server.exited).toBe(0);
  expect(server.printed().trim().split('\n')).toEqual([`Veldwerk's server is ready at ${address} (demo: anyone may sign in as anyone)`]);
});

test.each([false, true])('as a child it ends when its parent is gone (over IPC: %s)', async (ipc) => {
  const server = start({ DATABASE_URL: databaseUrl, VELDWERK_CHILD: '1' }, ipc);
  await server.ready;
  if (ipc) server.child.disconnect();
  else server.child.stdin?.end();
  expect(await server.exited).toBe(0);
});

test('what stands in the way is a sentence, not a stack', async () => {
  const taken = createServer();
  const port = await new Promise<number>((resolve) => taken.listen(0, '127.0.0.1', () => resolve((taken.address() as { port: number }).port)));
  const unreachable = 'postgresql://veldwerk@127.0.0.1:1/veldwerk';
  const missing = new URL(databaseUrl);
  missing.pathname = '/bestaat-niet';
  const cases: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
    [{}, 'DATABASE_URL must be set'],
    [{ DATABASE_URL: databaseUrl, PORT: String(port) }, `Port ${port} is taken by another program.`],
    [{ DATABASE_URL: unreachable }, 'PostgreSQL cannot be reached'],
    [{ DATABASE_URL: missing.href }, 'does not exist'],
  ];
  for (const [environment, sentence] of cases) {
    const server = start(environment);
    expect(await server.exited).toBe(1);
    expect(server.printed()).toContain(sentence);
    expect(server.printed()).not.toMatch(/^\s+at /m);
  }
  taken.close();
});

test('a database of a newer server is left alone', async () => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`insert into schema_migration (number, name, checksum) values (9999, '9999-future.sql', 'x')`);
  const server = start({ DATABASE_URL: databaseUrl });
  expect(await server.exited).toBe(1);
  expect(server.printed()).toContain('The database is newer than this server');
  await client.query('delete from schema_migration where number = 9999');
  await client.end();
});

test('the administrator’s program notes a backup and begins a new epoch, and says what it can do when asked for anything else', async () => {
  const admin = (args: readonly string[], url = databaseUrl) => spawnSync(process.execPath, [path.join(dir, 'admin.mjs'), ...args], { env: { PATH: process.env['PATH'] ?? '', DATABASE_URL: url }, encoding: 'utf8' });
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await client.query(`insert into region (id, name, n) values ('regio', 'Regio', 12)`);
  expect(admin(['position'])).toMatchObject({ status: 0, stdout: 'regio: epoch 1, position 12, backed up through 0\n' });
  expect(admin(['backed-up-through', '9'])).toMatchObject({ status: 0, stdout: 'regio: epoch 1, position 12, backed up through 9\n' });
  expect(admin(['backed-up-through', 'now'])).toMatchObject({ status: 0, stdout: 'regio: epoch 1, position 12, backed up through 12\n' });
  expect(admin(['new-epoch'])).toMatchObject({ status: 0, stdout: 'regio: epoch 2, position 12, backed up through 12\n' });
  // The restore that began the epoch is a line of the audit; whoever can switch its guard off can take it out, but not unnoticed.
  expect(admin(['check-audit'])).toMatchObject({ status: 0, stdout: 'regio: 1 lines of the audit, all as they were written\n' });
  await client.query('alter table audit_event disable trigger audit_event_is_append_only');
  await client.query(`update audit_event set at_ms = 1`);
  expect(admin(['check-audit'])).toMatchObject({ status: 1, stdout: 'regio: 1 lines of the audit, 1 chains broken\nregio: server, line 1 was changed\n' });
  await client.query('delete from audit_event');
  expect(admin(['check-audit'])).toMatchObject({ status: 1, stdout: 'regio: 0 lines of the audit, 1 chains broken\nregio: server, line 1 is missing\n' });
  for (const wrong of [[], ['restore'], ['backed-up-through'], ['backed-up-through', '-1'], ['new-epoch', 'regio'], ['position', '1', '2']]) expect(admin(wrong)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('Usage:') as string });
  expect(admin(['position'], '').stderr).toContain('DATABASE_URL must be');
  expect(admin(['position'], 'postgresql://x@127.0.0.1:1/x')).toMatchObject({ status: 1, stderr: 'PostgreSQL cannot be reached at the address in DATABASE_URL.\n' });
  await client.end();
});
