import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import type { ShellProcess } from '#electron/ports.ts';
import { partitionFor, startShell } from '#electron/start-shell.ts';
import { dutchTexts, englishTexts } from '#electron/texts.ts';
import { createStandIn, keepLog, standInProcess, StoppableEvent, type StandIn } from './stand-in.ts';

const server = 'http://localhost:4310';

const start = async (prepare: (standIn: StandIn) => void = () => undefined, process: Partial<ShellProcess> = {}, policy?: string) => {
  const standIn = createStandIn();
  prepare(standIn);
  const pageFolder = join(standIn.app.folder, 'renderer');
  mkdirSync(pageFolder);
  writeFileSync(join(pageFolder, 'index.html'), '<!doctype html>');
  const policyFile = join(standIn.app.folder, 'policy.json');
  if (policy !== undefined) writeFileSync(policyFile, policy);
  const kept = keepLog();
  const window = await startShell({ electron: standIn.electron, process: standInProcess(process), pageFolder, preloadFile: '/app/preload.cjs', policyFile, log: kept.log });
  return { ...standIn, opened: standIn.opened, window: standIn.windows[0], isOpen: window !== null, lines: kept.lines };
};

const packaged = (standIn: StandIn): void => {
  standIn.app.isPackaged = true;
};

describe('stand-in: starting the shell', () => {
  it('opens the page in a sandboxed, isolated window without Node', async () => {
    const { app, window, schemes } = await start();
    expect(window?.loaded).toEqual(['app://veldwerk/']);
    expect(window?.options.webPreferences).toMatchObject({
      preload: '/app/preload.cjs',
      partition: partitionFor(server),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      spellcheck: false,
    });
    expect(window?.options.webPreferences).not.toHaveProperty('enableBlinkFeatures');
    expect(app.calls.indexOf('enableSandbox')).toBeLessThan(app.calls.indexOf('whenReady'));
    expect(schemes).toEqual([{ scheme: 'app', privileges: expect.not.objectContaining({ bypassCSP: true, allowServiceWorkers: true }) as unknown }]);
  });

  it('has every lock on before the page is loaded', async () => {
    const { sessions, window } = await start();
    const session = sessions.get(partitionFor(server));
    expect([...(session?.handlers.keys() ?? [])]).toEqual(['app']);
    expect(session?.permissionRequest).not.toBeNull();
    expect(session?.permissionCheck).not.toBeNull();
    expect(session?.isCancelled('https://elsewhere.example/')).toBe(true);
    for (const event of ['will-frame-navigate', 'will-redirect', 'will-attach-webview']) expect(window?.webContents.hears(event)).toBe(true);
    expect(window?.webContents.openHandler()).toEqual({ action: 'deny' });
  });

  it('a second instance goes away, and only brings the first one to the front', async () => {
    const second = await start(({ app }) => {
      app.isFirstInstance = false;
    });
    expect(second.isOpen).toBe(false);
    expect(second.windows).toEqual([]);
    expect(second.app.calls).toContain('quit');

    const first = await start();
    first.window!.minimized = true;
    first.app.emit('second-instance', {}, ['veldwerk', '--server-url=https://evil.example', 'https://evil.example'], '/tmp');
    expect(first.window?.calls).toEqual(['restore', 'focus']);
    expect(first.window?.loaded).toEqual(['app://veldwerk/']);
  });

  it('another server is another store', async () => {
    const { sessions } = await start(undefined, { argv: ['--server-url=https://regio.example'] });
    expect([...sessions.keys()]).toEqual([partitionFor('https://regio.example')]);
    expect(partitionFor('https://regio.example')).not.toBe(partitionFor(server));
  });

  it('[T7] an installed app does not listen to argument and environment', async () => {
    const { app, errorBoxes, windows } = await start(packaged, { env: { VELDWERK_SERVER_URL: 'https://evil.example' } });
    expect(windows).toEqual([]);
    expect(app.calls).toContain('exit 1');
    expect(errorBoxes).toEqual([[dutchTexts.cannotStart, dutchTexts.serverMissing]]);
  });

  it('[T7] an installed app takes its server from policy, also against an argument', async () => {
    const { sessions } = await start(packaged, { argv: ['--server-url=https://evil.example'] }, '{"serverUrl":"https://regio.example"}');
    expect([...sessions.keys()]).toEqual([partitionFor('https://regio.example')]);
  });

  it('a policy that cannot be read is not the same as no policy', async () => {
    for (const policy of ['{', '[]', '{"serverUrl":7}']) {
      const { errorBoxes, windows } = await start(undefined, {}, policy);
      expect(windows).toEqual([]);
      expect(errorBoxes).toEqual([[dutchTexts.cannotStart, dutchTexts.policyBroken]]);
    }
  });

  it('says in English why it cannot start on an English system', async () => {
    const { errorBoxes } = await start(({ app }) => (app.locale = 'en-GB'), { argv: ['--server-url=http://regio.example'] });
    expect(errorBoxes).toEqual([[englishTexts.cannotStart, englishTexts.serverRefused]]);
  });

  it.each(['remote-debugging-port', 'inspect', 'no-sandbox', 'proxy-server', 'disable-web-security', 'host-resolver-rules', 'ssl-key-log-file', 'password-store'])(
    '[T7] an installed app started with --%s stops',
    async (name) => {
      const { app, windows } = await start((standIn) => {
        packaged(standIn);
        standIn.app.switches = [name];
      });
      expect(app.calls).toEqual(['exit 1']);
      expect(windows).toEqual([]);
    },
  );

  it('[T14] tells the page when the system locks, sleeps or changes user, and nobody when the window is gone', async () => {
    const { power, window } = await start();
    for (const event of ['lock-screen', 'suspend', 'user-did-resign-active']) power.emit(event);
    expect(window?.webContents.sent).toEqual([
      ['veldwerk:lock', 'screen-locked'],
      ['veldwerk:lock', 'suspend'],
      ['veldwerk:lock', 'user-switched'],
    ]);
    window!.destroyed = true;
    power.emit('suspend');
    expect(window?.webContents.sent).toHaveLength(3);
  });

  it('answers the questions of its own window only', async () => {
    const { channels } = await start();
    const ask = (id: number) => channels.get('veldwerk:appInfo')?.({ sender: { id }, senderFrame: { url: 'app://veldwerk/', parent: null } }, undefined);
    expect(await ask(7)).toMatchObject({ kind: 'answer', value: { serverOrigin: server, system: 'linux', electronVersion: '45.4.1' } });
    expect(await ask(8)).toEqual({ kind: 'refused', reason: 'sender' });
  });

  it('saves an export where the user says, and gives the page the name without the folder', async () => {
    const { channels, answers, app, askedToSave } = await start();
    const save = () =>
      channels.get('veldwerk:saveFile')?.({ sender: { id: 7 }, senderFrame: { url: 'app://veldwerk/', parent: null } }, { suggestedName: 'week 47.xlsx', bytes: new Uint8Array([80, 75]) });
    expect(await save()).toEqual({ kind: 'answer', value: { kind: 'cancelled' } });
    const filePath = join(app.folder, 'anders.xlsx');
    answers.save = { canceled: false, filePath };
    expect(await save()).toEqual({ kind: 'answer', value: { kind: 'saved', fileName: 'anders.xlsx' } });
    expect([...readFileSync(filePath)]).toEqual([80, 75]);
    expect(askedToSave[0]).toMatchObject({ defaultPath: join(app.folder, 'week 47.xlsx'), filters: [{ name: 'Excel-werkmap', extensions: ['xlsx'] }] });
    answers.save = { canceled: false, filePath: join(app.folder, 'no', 'such', 'folder.xlsx') };
    expect(await save()).toEqual({ kind: 'answer', value: { kind: 'failed', reason: 'other' } });
  });

  it('loads a page that crashed again, but not for ever', async () => {
    const { window } = await start();
    for (let crash = 0; crash < 6; crash += 1) window?.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    expect(window?.loaded).toHaveLength(4);
  });

  it('starts at the beginning when a place in the page is gone', async () => {
    const { window } = await start();
    window?.webContents.emit('did-navigate', {}, 'app://veldwerk/oud', 404);
    expect(window?.loaded).toHaveLength(2);
    window?.webContents.emit('did-navigate', {}, 'app://veldwerk/', 404);
    expect(window?.loaded).toHaveLength(2);
  });

  it('asks before it closes over something that is not saved, and stays by default', async () => {
    const { window, answers } = await start();
    const close = (): boolean => {
      const attempt = new StoppableEvent();
      window?.webContents.emit('will-prevent-unload', attempt);
      return attempt.stopped;
    };
    expect(close()).toBe(false);
    answers.messageBox = 1;
    expect(close()).toBe(true);
  });

  it('opens where it was closed, and in the middle when that screen is gone', async () => {
    const { window, app } = await start();
    window?.emit('close');
    const file = join(app.folder, 'window-state.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ x: 10, y: 20, width: 900, height: 700, maximized: false });
    const stateOf = async (text: string) => (await start((next) => writeFileSync(join(next.app.folder, 'window-state.json'), text))).window;
    expect((await stateOf('{"x":10,"y":20,"width":900,"height":700,"maximized":true}'))?.options).toMatchObject({ x: 10, y: 20, width: 900, height: 700 });
    expect((await stateOf('{"x":10,"y":20,"width":900,"height":700,"maximized":true}'))?.maximized).toBe(true);
    for (const broken of ['{"x":5000,"y":20,"width":900,"height":700,"maximized":false}', '{"x":10,"y":-900,"width":900,"height":700,"maximized":false}', '{"x":"1"}', '']) {
      expect((await stateOf(broken))?.options).toMatchObject({ width: 1280, height: 800 });
    }
  });
});

describe('stand-in: the menu', () => {
  const labelsAndRoles = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? labelsAndRoles(item.submenu) : [])]);

  it('is Dutch, made of roles, and has no developer tools once installed', async () => {
    const development = labelsAndRoles((await start()).menus[0] ?? []);
    expect(development.map((item) => item.label)).toEqual(expect.arrayContaining(['Bewerken', 'Ongedaan maken', 'Groter', 'Veldwerk afsluiten']));
    expect(development.every((item) => item.click === undefined)).toBe(true);
    expect(development.some((item) => item.role === 'toggleDevTools')).toBe(true);
    const installed = await start(packaged, {}, '{"serverUrl":"https://regio.example"}');
    const items = labelsAndRoles(installed.menus[0] ?? []);
    expect(items.some((item) => item.role === 'toggleDevTools' || item.role === 'reload')).toBe(false);
    expect(installed.window?.options.webPreferences?.devTools).toBe(false);
  });
});
