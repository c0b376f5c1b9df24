import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clusterDirOf, launch, type Launch } from '../../support/launcher.ts';
import { descendantsOf, survivors } from '../../support/process-tree.ts';
import { freePort } from '../../support/server.ts';

const project = fileURLToPath(new URL('../../..', import.meta.url));

/** The files of a clone, as they stand here: also what is not committed yet, nothing that is ignored. */
function filesOfClone(): readonly string[] | null {
  try {
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: project, encoding: 'utf8' });
    return [...new Set(listed.split('\0'))].filter((file) => file !== '');
  } catch {
    return null;
  }
}
const files = filesOfClone();

/** Process -> its group, of all that run now. */
const groups = (): ReadonlyMap<number, number> =>
  new Map(execFileSync('ps', ['-eo', 'pid=,pgid='], { encoding: 'utf8' }).trim().split('\n').map((row) => row.trim().split(/\s+/).map(Number) as [number, number]));

/*
 * A newcomer's first command on a fresh clone, with nothing there but Node and npm: in a folder that nobody else may enter,
 * which PostgreSQL under its own user cannot reach.
 */
describe.skipIf(process.platform === 'win32' || files === null)('a newcomer with a fresh clone', () => {
  let above = '';
  let clone = '';
  let port = 0;
  const running: Launch[] = [];

  beforeAll(async () => {
    above = realpathSync(mkdtempSync(path.join(tmpdir(), 'veldwerk-newcomer-')));
    chmodSync(above, 0o700);
    clone = path.join(above, 'veldwerk');
    mkdirSync(clone);
    for (const file of files ?? []) cpSync(path.join(project, file), path.join(clone, file), { recursive: true, force: true, errorOnExist: false });
    port = await freePort();
  });
  afterAll(async () => {
    for (const { child, pid, ended } of running) {
      const left = descendantsOf(pid);
      child.kill('SIGKILL');
      await ended;
      for (const each of await survivors(left, 15_000)) process.kill(each, 'SIGKILL');
    }
    const clusterDir = await clusterDirOf(path.join(clone, '.veldwerk-data')).catch(() => undefined);
    for (const dir of [above, ...(clusterDir === undefined ? [] : [clusterDir])]) rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  });

  const npmStart = async (): Promise<Launch> => {
    const started = await launch({
      cwd: clone, command: ['npm', 'start', '--'], dataDir: path.join(clone, '.veldwerk-data'), port, openWithinMs: 280_000,
      // What this machine fetched before need not be fetched again.
      env: { npm_config_prefer_offline: 'true', npm_config_update_notifier: 'false' },
    });
    running.push(started);
    await started.untilOpen();
    return started;
  };
  /** As a terminal does it: to npm and to everything it started that is still in its group; npm alone would wait for the others. */
  const ctrlC = async ({ pid, ended }: Launch): Promise<readonly number[]> => {
    const below = descendantsOf(pid);
    const groupOf = groups();
    for (const each of [pid, ...below]) if (groupOf.get(each) === groupOf.get(pid)) process.kill(each, 'SIGINT');
    await ended;
    return survivors(below, 15_000);
  };

  it('has the app running after one command, finds everything again at the next, and leaves nothing behind', { timeout: 400_000 }, async () => {
    const first = await npmStart();
    expect(first.said()).toContain('Installing the packages');
    expect((await fetch(`${first.url}/health`)).status).toBe(200);
    expect(first.said()).toMatch(/sign in as .*Sanne de Wit \(jobcoach\)/);
    const signedIn = await fetch(`${first.url}/v1/demo/session`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ userId: 'jobcoach-sanne' }),
    });
    const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
    expect(signedIn.status).toBe(200);
    expect(await ctrlC(first)).toEqual([]);

    const second = await npmStart();
    expect(second.said()).not.toContain('Installing the packages');
    expect(second.said()).not.toContain('Making the demo region');
    const session = await fetch(`${second.url}/v1/session`, { headers: { cookie } });
    expect(await session.json()).toMatchObject({ principal: { displayName: 'Sanne de Wit' } });
    expect(await ctrlC(second)).toEqual([]);
  });
});
