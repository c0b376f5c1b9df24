import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withClient } from '#server/db/embedded-postgres/role-and-database.ts';
import { clusterDirOf, databaseUrlOf, launch, temporaryDataDir, type Launch, type LaunchInput } from '../../support/launcher.ts';
import { descendantsOf, survivors } from '../../support/process-tree.ts';
import { freePort } from '../../support/server.ts';

const project = fileURLToPath(new URL('../../..', import.meta.url));
const isRoot = process.getuid?.() === 0;

// Signals and process trees are looked at as Linux and macOS know them.
describe.skipIf(process.platform === 'win32')('npm start', () => {
  let dataDir = '';
  let remove = async (): Promise<void> => undefined;
  let launched: Launch[] = [];

  beforeEach(async () => {
    launched = [];
    ({ dataDir, remove } = await temporaryDataDir());
  });
  afterEach(async () => {
    for (const { child, pid, ended } of launched) {
      const left = descendantsOf(pid);
      child.kill('SIGKILL');
      await ended;
      for (const process_ of await survivors(left, 15_000)) process.kill(process_, 'SIGKILL');
    }
    await remove();
  });

  const start = async (input: Partial<LaunchInput> = {}): Promise<Launch> => {
    const started = await launch({ dataDir, ...input });
    launched.push(started);
    return started;
  };
  const open = async (input: Partial<LaunchInput> = {}): Promise<Launch> => {
    const started = await start(input);
    await started.untilOpen();
    return started;
  };
  const stop = async ({ child, ended }: Launch): Promise<number | string> => {
    child.kill('SIGTERM');
    return ended;
  };
  /** What a refusal must look like: one sentence, exit code 1, no stack trace. */
  const expectOneSentence = async (started: Launch, sentence: RegExp): Promise<void> => {
    expect(await started.ended).toBe(1);
    expect(started.said().trim()).toMatch(sentence);
    expect(started.said().trim().split('\n')).toHaveLength(1);
    expect(started.said()).not.toMatch(/\n\s+at |node:/);
  };

  it('answers /health, serves the app and names the address and the demo users in one line', async () => {
    const app = await open();
    expect((await fetch(`${app.url}/health`)).status).toBe(200);
    const page = await (await fetch(app.url)).text();
    expect(page).toContain('<title>Veldwerk</title>');
    // React as it is for people: its development form is twice as slow and says this in the console.
    const script = /<script [^>]*src="([^"]+)"/.exec(page)?.[1] ?? '';
    expect(await (await fetch(new URL(script, app.url))).text()).not.toContain('Download the React DevTools');
    const lines = app.said().trim().split('\n');
    expect(lines.filter((line) => line.includes(app.url))).toHaveLength(1);
    const roles = [...(lines.at(-1) ?? '').matchAll(/\(([a-z-]+)\)/g)].map(([, role]) => role);
    expect(roles.toSorted((a = '', b = '') => a.localeCompare(b))).toEqual(['administrator', 'consultant', 'jobcoach', 'loonwaarde-expert', 'manager']);
  });

  it('finds everything as it was left, and seeds once', async () => {
    const first = await open();
    expect(first.said()).toContain('demo region');
    await withClient(await databaseUrlOf(dataDir), (client) => client.query('CREATE TABLE left_behind AS SELECT 7 AS value'));
    expect(await stop(first)).toBe(0);
    const second = await open();
    expect(second.said()).not.toContain('Making the demo region');
    const { rows } = await withClient(await databaseUrlOf(dataDir), (client) => client.query('SELECT value FROM left_behind'));
    expect(rows).toEqual([{ value: 7 }]);
  });

  it('keeps the passwords of the database to its owner', async () => {
    await open();
    for (const name of ['postgres.json', 'running.json']) expect(statSync(path.join(dataDir, name)).mode & 0o077).toBe(0);
    const url = new URL(await databaseUrlOf(dataDir));
    url.password = 'guess';
    await expect(withClient(url.href, (client) => client.query('SELECT 1'))).rejects.toThrow(/password authentication failed/);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('leaves no process behind after %s', async (signal) => {
    const app = await open();
    const processes = descendantsOf(app.pid);
    expect(processes.length).toBeGreaterThan(2);
    app.child.kill(signal);
    expect(await app.ended).toBe(0);
    expect(await survivors(processes, 0)).toEqual([]);
    expect(existsSync(path.join(await clusterDirOf(dataDir), 'postmaster.pid'))).toBe(false);
  });

  it('leaves no process behind after an impatient second and third Ctrl-C', async () => {
    const app = await open();
    const processes = descendantsOf(app.pid);
    for (let press = 0; press < 3; press += 1) app.child.kill('SIGINT');
    expect(await app.ended).toBe(0);
    expect(await survivors(processes, 0)).toEqual([]);
  });

  it('leaves no process behind when it is stopped before it was ready', async () => {
    const app = await start();
    for (let looks = 0; looks < 100 && !existsSync(path.join(dataDir, 'postgres.json')); looks += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    const processes = descendantsOf(app.pid);
    app.child.kill('SIGTERM');
    expect(await app.ended).toBe(0);
    expect(await survivors(processes, 0)).toEqual([]);
    await open();
  });

  it('leaves no process behind when it is killed with -9, and starts again at once at the same address', async () => {
    const port = await freePort();
    const app = await open({ port });
    const processes = descendantsOf(app.pid);
    app.child.kill('SIGKILL');
    await app.ended;
    await open({ port });
    expect(await survivors(processes, 10_000)).toEqual([]);
  });

  it('starts again after everything was killed with -9', async () => {
    const app = await open();
    const processes = descendantsOf(app.pid);
    for (const pid of [app.pid, ...processes]) process.kill(pid, 'SIGKILL');
    await app.ended;
    expect(existsSync(path.join(await clusterDirOf(dataDir), 'postmaster.pid'))).toBe(true);
    await open();
  });

  it('starts again when the number in postmaster.pid is a stranger\'s by now', async () => {
    await stop(await open());
    writeFileSync(path.join(await clusterDirOf(dataDir), 'postmaster.pid'), `${process.pid}\n/nowhere\n0\n5432\n\n127.0.0.1\n\nready\n`);
    await open();
  });

  it('says in one sentence that it runs already with this data folder', async () => {
    const app = await open();
    await expectOneSentence(await start(), new RegExp(`^Veldwerk already runs with the data folder .*, at ${app.url}\\.$`));
    expect((await fetch(`${app.url}/health`)).status).toBe(200);
  });

  it.each(['127.0.0.1', '::1'])('says in one sentence that the port is taken on %s, and takes no other', async (host) => {
    const port = await freePort();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, host, resolve));
    try {
      await expectOneSentence(await start({ port }), new RegExp(`^Port ${port} is taken by another program; .*--port.*\\.$`));
    } finally {
      other.close();
    }
  });

  it('says in one sentence that the data folder cannot be written', async () => {
    writeFileSync(path.join(path.dirname(dataDir), 'file'), '');
    await expectOneSentence(await start({ dataDir: path.join(path.dirname(dataDir), 'file') }), /^The data folder .* cannot be written \(it is a file\); choose another with --data-dir\.$/);
  });

  it.each([[['--no-open', '--prot', '1']], [['--no-open', '--port', 'x']], [['--no-open', 'there']]])('says in one sentence what is wrong with %s', async (args) => {
    await expectOneSentence(await start({ args }), /^[^\n]*(--help shows what there is|--port must be a number)[^\n]*\.$/);
  });

  it('uses DATABASE_URL instead of an own database', async () => {
    const first = await open();
    const databaseUrl = await databaseUrlOf(dataDir);
    const elsewhere = await temporaryDataDir();
    try {
      const second = await open({ dataDir: elsewhere.dataDir, env: { DATABASE_URL: databaseUrl } });
      expect(existsSync(path.join(elsewhere.dataDir, 'postgres.json'))).toBe(false);
      expect((await fetch(`${second.url}/health`)).status).toBe(200);
      await stop(second);
      expect((await fetch(`${first.url}/health`)).status).toBe(200);
    } finally {
      await elsewhere.remove();
    }
  });

  it('says in one sentence that DATABASE_URL is no address', async () => {
    await expectOneSentence(await start({ env: { DATABASE_URL: 'localhost/veldwerk' } }), /^DATABASE_URL must be the address of a PostgreSQL database, .*\.$/);
  });

  it.each([['the server', 'dist/server/main.mjs'], ['the keeper of PostgreSQL', 'dist/server/embedded-postgres.mjs']])('says so and leaves nothing behind when %s dies', async (_what, script) => {
    const app = await open();
    const processes = descendantsOf(app.pid);
    const commands = spawnSync('ps', ['-o', 'pid=,args=', '-p', processes.join(',')], { encoding: 'utf8' }).stdout.split('\n');
    process.kill(Number.parseInt(commands.find((line) => line.includes(script)) ?? '', 10), 'SIGKILL');
    expect(await app.ended).toBe(1);
    expect(app.said()).toMatch(/^(The server|PostgreSQL) ended unexpectedly; its log is in .*\.$/m);
    expect(await survivors(processes, 2_000)).toEqual([]);
  });

  it('says in one sentence that the database of DATABASE_URL does not answer', async () => {
    const port = await freePort();
    const app = await start({ env: { DATABASE_URL: `postgres://nobody:x@127.0.0.1:${port}/none` } });
    expect(await app.ended).toBe(1);
    expect(app.said().trim().split('\n').at(-1)).toMatch(/^The demo region could not be made: PostgreSQL cannot be reached at the address in DATABASE_URL\.$/);
    expect(app.said()).not.toMatch(/\n\s+at /);
  });

  it.skipIf(!isRoot)('places the database elsewhere when its user cannot reach the data folder, and says where', async () => {
    await remove();
    ({ dataDir, remove } = await temporaryDataDir(0o700));
    const app = await open();
    const clusterDir = await clusterDirOf(dataDir);
    expect(clusterDir.startsWith(dataDir)).toBe(false);
    expect(app.said()).toContain(`The database lies in ${clusterDir}`);
    expect(statSync(clusterDir).uid).not.toBe(0);
    await stop(app);
    await open();
    expect(await clusterDirOf(dataDir)).toBe(clusterDir);
  });

  it('ends when the npm that started it is killed with -9', async () => {
    const npm = await open({ command: ['npm', 'start', '--'] });
    const processes = descendantsOf(npm.pid);
    npm.child.kill('SIGKILL');
    await npm.ended;
    const left = await survivors(processes, 15_000);
    for (const pid of left) process.kill(pid, 'SIGKILL');
    expect(left).toEqual([]);
  });

  it('npm run seed fills the database of a folder, whether Veldwerk runs with it or not', async () => {
    const seed = (): string => {
      const { DATABASE_URL: _database, ...env } = process.env;
      const { status, stdout, stderr } = spawnSync(process.execPath, ['build/scripts/seed.mjs', '--candidates', '25', '--data-dir', dataDir], { cwd: project, env, encoding: 'utf8' });
      expect([status, stderr]).toEqual([0, '']);
      return stdout;
    };
    seed();
    expect(existsSync(path.join(await clusterDirOf(dataDir), 'postmaster.pid'))).toBe(false);
    await open();
    seed();
    expect(readFileSync(path.join(dataDir, 'postgres.log'), 'utf8')).not.toContain('PANIC');
  });
});
