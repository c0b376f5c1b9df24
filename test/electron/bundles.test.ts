import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { shellQuestions } from '#shared/ipc/questions.ts';
import { buildElectron } from '../../build/scripts/build-electron.mjs';
import { Emitter } from './stand-in.ts';

const appFolder = mkdtempSync(join(tmpdir(), 'veldwerk-bundle-'));
let preload = '';
let main = '';

beforeAll(async () => {
  const built = await buildElectron({ outputFolder: join(appFolder, 'dist', 'electron'), production: true });
  preload = readFileSync(built.preload, 'utf8');
  main = readFileSync(built.main, 'utf8');
}, 60_000);

/** Loads the bundled preload as a sandboxed page would: with `require('electron')` and nothing else. */
const loadPreload = (reply: unknown) => {
  const exposed = new Map<string, Record<string, (...args: unknown[]) => unknown>>();
  const invoked: unknown[][] = [];
  const events = new Emitter();
  const removed: unknown[] = [];
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, value: Record<string, () => unknown>) => exposed.set(name, value) },
    ipcRenderer: {
      invoke: (...args: unknown[]) => {
        invoked.push(args);
        return Promise.resolve(reply);
      },
      on: (event: string, listener: () => void) => events.on(event, listener),
      removeListener: (...args: unknown[]) => void removed.push(args),
    },
  };
  const asked: string[] = [];
  runInNewContext(preload, {
    require: (name: string) => {
      asked.push(name);
      return electron;
    },
  });
  return { exposed, invoked, events, removed, asked, shell: exposed.get('veldwerkShell')! };
};

describe('stand-in: the bundled preload', () => {
  it('needs nothing but Electron and shows the page the questions of the contract, nothing generic', () => {
    const { exposed, shell, asked } = loadPreload(undefined);
    expect(asked).toEqual(['electron']);
    expect([...exposed.keys()]).toEqual(['veldwerkShell']);
    expect(Object.keys(shell)).toEqual([...shellQuestions, 'onLock']);
  });

  it('asks on the channel of the question and hands over the answer', async () => {
    const { shell, invoked } = loadPreload({ kind: 'answer', value: { kind: 'opened' } });
    expect(await shell['openExternal']?.({ url: 'https://www.uwv.nl/' }, 'more')).toEqual({ kind: 'opened' });
    expect(invoked).toEqual([['veldwerk:openExternal', { url: 'https://www.uwv.nl/' }]]);
  });

  it('rejects when the shell refused', async () => {
    const { shell } = loadPreload({ kind: 'refused', reason: 'sender' });
    await expect(shell['appInfo']?.()).rejects.toThrow('The shell refused appInfo: sender');
  });

  it('gives the page the reason of a lock and never the event, until it stops listening', () => {
    const { shell, events, removed } = loadPreload(undefined);
    const heard: unknown[][] = [];
    const stop = shell['onLock']?.((...args: unknown[]) => heard.push(args)) as () => void;
    events.emit('veldwerk:lock', { sender: 'the way back' }, 'suspend');
    expect(heard).toEqual([['suspend']]);
    stop();
    expect(removed).toHaveLength(1);
  });
});

describe('stand-in: the bundled main', () => {
  it('starts as one file, without node_modules, and opens the page', () => {
    // The stand-in for Electron is the only package this process can find.
    const electronFolder = join(appFolder, 'node_modules', 'electron');
    mkdirSync(electronFolder, { recursive: true });
    mkdirSync(join(appFolder, 'dist', 'renderer'), { recursive: true });
    writeFileSync(join(appFolder, 'dist', 'renderer', 'index.html'), '<!doctype html>');
    writeFileSync(join(electronFolder, 'package.json'), '{"name":"electron","type":"module","main":"index.mjs"}');
    writeFileSync(join(electronFolder, 'index.mjs'), standInModule);
    const profile = join(appFolder, 'profile');
    const run = spawnSync(process.execPath, [join(appFolder, 'dist', 'electron', 'main.mjs')], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], VELDWERK_SERVER_URL: 'http://localhost:4310', STAND_IN_PROFILE: profile },
    });
    expect(run.status, run.stderr).toBe(0);
    expect(run.stdout.trim().split('\n')).toEqual(['loaded app://veldwerk/', 'answers 5 questions']);
    expect(readFileSync(join(profile, 'veldwerk.log'), 'utf8')).toContain('"event":"started"');
  });

  it('holds no path of this machine', () => {
    for (const bundle of [main, preload]) {
      expect(bundle).not.toContain(process.cwd());
      expect(bundle).not.toContain('sourceMappingURL');
    }
  });
});

const standInModule = `
const silent = () => undefined;
const target = { webRequest: { onBeforeRequest: silent }, protocol: { handle: silent } };
const session = new Proxy(target, { get: (known, name) => known[name] ?? silent });
let questions = 0;
export const app = {
  isPackaged: false, commandLine: { hasSwitch: () => false }, enableSandbox: silent, on: silent, quit: silent,
  requestSingleInstanceLock: () => true, whenReady: async () => undefined, getLocale: () => 'nl', getVersion: () => '0',
  getPath: () => process.env.STAND_IN_PROFILE, exit: (code) => process.exit(code),
};
export class BrowserWindow {
  webContents = { id: 1, on: silent };
  on() {}
  once() {}
  isDestroyed() { return false; }
  async loadURL(url) { console.log('loaded ' + url); }
}
export const ipcMain = { handle: () => { questions += 1; if (questions === 5) setImmediate(() => console.log('answers 5 questions')); } };
const fromPartition = () => session;
const sessionModule = { fromPartition };
export { sessionModule as session };
export const protocol = { registerSchemesAsPrivileged: silent };
export const screen = { getAllDisplays: () => [] };
export const Menu = { buildFromTemplate: (items) => items, setApplicationMenu: silent };
export const powerMonitor = { on: silent };
export const dialog = {}, safeStorage = {}, shell = {};
`;
