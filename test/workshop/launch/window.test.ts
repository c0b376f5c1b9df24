import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launch, temporaryDataDir, type Launch } from '../../support/launcher.ts';
import { descendantsOf, survivors } from '../../support/process-tree.ts';
import { chromiumPath } from '../../support/chromium.ts';

const hasXvfb = spawnSync('sh', ['-c', 'command -v Xvfb']).status === 0;
/** No download in a test, and no search for a browser of this machine. */
const onlyThisBrowser = (program: string): Record<string, string> => ({
  ELECTRON_SKIP_BINARY_DOWNLOAD: '1', ELECTRON_OVERRIDE_DIST_PATH: '/nowhere', PLAYWRIGHT_CHROMIUM_PATH: program,
});

describe.skipIf(process.platform !== 'linux')('npm start with a window', () => {
  let dataDir = '';
  let remove = async (): Promise<void> => undefined;
  let app: Launch | undefined;
  let screen: ChildProcess | undefined;

  beforeEach(async () => {
    ({ dataDir, remove } = await temporaryDataDir());
  });
  afterEach(async () => {
    if (app !== undefined) {
      const left = descendantsOf(app.pid);
      app.child.kill('SIGKILL');
      await app.ended;
      for (const pid of await survivors(left, 15_000)) process.kill(pid, 'SIGKILL');
    }
    screen?.kill();
    app = undefined;
    screen = undefined;
    await remove();
  });

  const fakeBrowser = (script: string): string => {
    const file = path.join(path.dirname(dataDir), 'chromium');
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
    return file;
  };

  it('tries none without a screen, and says so', async () => {
    app = await launch({ dataDir, args: [], env: onlyThisBrowser(fakeBrowser('exit 0')) });
    await app.untilOpen();
    expect(app.said()).toMatch(/^No window, because this session has no screen; open http.* and sign in as .*\.$/m);
  });

  it('opens the address as an app window with a profile in the data folder, and goes on when the window is closed', async () => {
    const seen = path.join(path.dirname(dataDir), 'seen');
    app = await launch({ dataDir, args: [], env: { ...onlyThisBrowser(fakeBrowser(`echo "$@" > ${seen}; sleep 6`)), DISPLAY: ':77' } });
    await app.untilOpen();
    expect(readFileSync(seen, 'utf8')).toContain(`--app=${app.url} --user-data-dir=${path.join(dataDir, 'browser')} --no-first-run --no-default-browser-check`);
    for (let looks = 0; looks < 200 && !app.said().includes('The window is closed'); looks += 1) await sleep(50);
    expect(app.said()).toContain(`The window is closed; Veldwerk goes on at ${app.url} until Ctrl-C.`);
    expect((await fetch(`${app.url}/health`)).status).toBe(200);
  });

  it('prefers Electron, in a profile of its own, and remembers what it opened', async () => {
    const seen = path.join(path.dirname(dataDir), 'seen');
    const electron = fakeBrowser(`echo "$VELDWERK_SERVER_URL $@" > ${seen}; exec sleep 300`);
    const distribution = path.dirname(electron);
    renameSync(electron, path.join(distribution, 'electron'));
    const browser = fakeBrowser('exec sleep 300');
    const env = { ...onlyThisBrowser(browser), ELECTRON_OVERRIDE_DIST_PATH: distribution, DISPLAY: ':77' };
    app = await launch({ dataDir, args: [], env });
    await app.untilOpen();
    expect(readFileSync(seen, 'utf8').startsWith(`${app.url} `)).toBe(true);
    expect(readFileSync(seen, 'utf8')).toContain(`--user-data-dir=${path.join(dataDir, 'electron')} `);
    expect(JSON.parse(readFileSync(path.join(dataDir, 'window.json'), 'utf8'))).toEqual({ program: path.join(distribution, 'electron') });
    app.child.kill('SIGINT');
    await app.ended;
    expect(app.said()).not.toContain('The window is closed');
  });

  it('goes on with the browser that was used before, because the records are in there', async () => {
    const seen = path.join(path.dirname(dataDir), 'seen');
    const browser = fakeBrowser(`echo browser >> ${seen}; exec sleep 300`);
    const distribution = path.join(path.dirname(dataDir), 'dist');
    mkdirSync(distribution);
    writeFileSync(path.join(distribution, 'electron'), `#!/bin/sh\necho electron >> ${seen}; exec sleep 300\n`, { mode: 0o755 });
    mkdirSync(dataDir);
    writeFileSync(path.join(dataDir, 'window.json'), JSON.stringify({ program: browser }));
    app = await launch({ dataDir, args: [], env: { ...onlyThisBrowser(browser), ELECTRON_OVERRIDE_DIST_PATH: distribution, DISPLAY: ':77' } });
    await app.untilOpen();
    expect(readFileSync(seen, 'utf8')).toBe('browser\n');
  });

  it('says in one line that the window could not be opened, with the address', async () => {
    app = await launch({ dataDir, args: [], env: { ...onlyThisBrowser(fakeBrowser('exit 3')), DISPLAY: ':77', PATH: path.dirname(process.execPath) } });
    await app.untilOpen();
    expect(app.said()).toMatch(/^No window, because chromium ended at once \(code 3\); open http.* and sign in as .*\.$/m);
  });

  it('takes a browser that ignores being asked along at the end', async () => {
    app = await launch({ dataDir, args: [], env: { ...onlyThisBrowser(fakeBrowser('trap "" TERM INT HUP; (trap "" TERM; sleep 300) & sleep 300')), DISPLAY: ':77' } });
    await app.untilOpen();
    const processes = descendantsOf(app.pid);
    app.child.kill('SIGINT');
    expect(await app.ended).toBe(0);
    expect(await survivors(processes, 0)).toEqual([]);
  });

  it.skipIf(!hasXvfb).each(['SIGINT', 'SIGKILL'] as const)('leaves nothing of a real Chromium behind after %s', async (signal) => {
    const display = `:${90 + (process.pid % 100)}`;
    screen = spawn('Xvfb', [display, '-screen', '0', '1280x800x24', '-nolisten', 'tcp'], { stdio: 'ignore' });
    for (let looks = 0; looks < 100 && !existsSync(`/tmp/.X11-unix/X${display.slice(1)}`); looks += 1) await sleep(50);
    app = await launch({ dataDir, args: [], env: { ...onlyThisBrowser(chromiumPath()), DISPLAY: display } });
    await app.untilOpen();
    expect(app.said()).toMatch(/^Veldwerk runs at http/m);
    const processes = descendantsOf(app.pid);
    expect(processes.length).toBeGreaterThan(8);
    app.child.kill(signal);
    await app.ended;
    expect(await survivors(processes, signal === 'SIGINT' ? 0 : 15_000)).toEqual([]);
  });
});
