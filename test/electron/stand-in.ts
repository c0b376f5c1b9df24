import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindowConstructorOptions, MenuItemConstructorOptions, Rectangle, SaveDialogReturnValue, Session, WebRequest, WindowOpenHandlerResponse } from 'electron';
import type { Log, LogDetails, LogEvent } from '#electron/log.ts';
import type { GuardedContents } from '#electron/navigation.ts';
import type { ShellApp, ShellContents, ShellElectron, ShellProcess, ShellSession, ShellWindow } from '#electron/ports.ts';

/*
 * A hand-written stand-in for the few parts of Electron that the shell uses. The compiler keeps its types true: the same
 * ports are filled with Electron itself in electron/main.ts. What passes here is proven about our code, not about Electron.
 */

export class Emitter {
  readonly #listeners = new Map<string, ((...args: never[]) => void)[]>();

  on(event: string, listener: (...args: never[]) => void): void {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
  }

  once(event: string, listener: (...args: never[]) => void): void {
    this.on(event, listener);
  }

  emit(event: string, ...args: unknown[]): void {
    for (const listener of this.#listeners.get(event) ?? []) (listener as (...args: unknown[]) => void)(...args);
  }

  hears(event: string): boolean {
    return this.#listeners.has(event);
  }
}

/** An event that remembers whether it was stopped. */
export class StoppableEvent {
  stopped = false;
  readonly url: string;
  readonly isMainFrame: boolean;

  constructor(url = '', isMainFrame = true) {
    this.url = url;
    this.isMainFrame = isMainFrame;
  }

  preventDefault(): void {
    this.stopped = true;
  }
}

export class StandInContents extends Emitter implements ShellContents, GuardedContents {
  readonly id = 7;
  readonly sent: unknown[][] = [];
  currentUrl = 'app://veldwerk/';
  webRtcPolicy = '';
  openHandler: () => WindowOpenHandlerResponse = () => ({ action: 'allow' });

  getURL(): string {
    return this.currentUrl;
  }

  send(...args: unknown[]): void {
    this.sent.push(args);
  }

  setWindowOpenHandler(handler: () => WindowOpenHandlerResponse): void {
    this.openHandler = handler;
  }

  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtcPolicy = policy;
  }
}

export class StandInWindow extends Emitter implements ShellWindow {
  readonly webContents = new StandInContents();
  readonly options: BrowserWindowConstructorOptions;
  readonly loaded: string[] = [];
  readonly calls: string[] = [];
  minimized = false;
  maximized = false;
  destroyed = false;
  bounds: Rectangle = { x: 10, y: 20, width: 900, height: 700 };

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
  }

  loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    return Promise.resolve();
  }

  show(): void {
    this.calls.push('show');
  }

  focus(): void {
    this.calls.push('focus');
  }

  restore(): void {
    this.calls.push('restore');
  }

  maximize(): void {
    this.maximized = true;
  }

  isMaximized(): boolean {
    return this.maximized;
  }

  isMinimized(): boolean {
    return this.minimized;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  getNormalBounds(): Rectangle {
    return this.bounds;
  }
}

type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>;
type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>;
type DeviceHandler = NonNullable<Parameters<Session['setDevicePermissionHandler']>[0]>;

export class StandInSession extends Emitter implements ShellSession {
  permissionRequest: RequestHandler | null = null;
  permissionCheck: CheckHandler | null = null;
  devicePermission: DeviceHandler | null = null;
  displayMedia: unknown = 'not set';
  spellChecker: boolean | null = null;
  beforeRequest: unknown = null;
  readonly handlers = new Map<string, (request: Request) => Promise<Response>>();

  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Promise<Response>): void => {
      this.handlers.set(scheme, handler);
    },
  };

  readonly webRequest = {
    onBeforeRequest: (first: unknown): void => {
      this.beforeRequest = first;
    },
  } satisfies Pick<WebRequest, 'onBeforeRequest'>;

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.permissionRequest = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.permissionCheck = handler;
  }

  setDevicePermissionHandler(handler: DeviceHandler | null): void {
    this.devicePermission = handler;
  }

  setDisplayMediaRequestHandler(handler: unknown): void {
    this.displayMedia = handler;
  }

  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellChecker = enabled;
  }

  fetch(url: string, init: RequestInit): Promise<Response> {
    return fetch(url, init);
  }

  /** Asks the guard about one request. @returns whether it was cancelled */
  isCancelled(url: string): boolean {
    let cancelled = false;
    const guard = this.beforeRequest as (details: unknown, answer: (response: { cancel?: boolean }) => void) => void;
    guard({ url, resourceType: 'xhr' }, (response) => {
      cancelled = response.cancel === true;
    });
    return cancelled;
  }
}

export class StandInApp extends Emitter implements ShellApp {
  isPackaged = false;
  isFirstInstance = true;
  locale = 'nl-NL';
  switches: readonly string[] = [];
  readonly calls: string[] = [];
  readonly folder = mkdtempSync(join(tmpdir(), 'veldwerk-shell-'));
  readonly commandLine = { hasSwitch: (name: string): boolean => this.switches.includes(name) };

  enableSandbox(): void {
    this.calls.push('enableSandbox');
  }

  requestSingleInstanceLock(): boolean {
    return this.isFirstInstance;
  }

  quit(): void {
    this.calls.push('quit');
  }

  exit(code?: number): void {
    this.calls.push(`exit ${code ?? 0}`);
  }

  getVersion(): string {
    return '0.1.0';
  }

  getLocale(): string {
    return this.locale;
  }

  getPath(): string {
    return this.folder;
  }

  whenReady(): Promise<void> {
    this.calls.push('whenReady');
    return Promise.resolve();
  }
}

/** The system's key store, with a lock that can be seen through: good enough to tell sealed from plain. */
export class StandInSafeStorage {
  backend: 'basic_text' | 'gnome_libsecret' | 'kwallet' | 'kwallet5' | 'kwallet6' | 'unknown' = 'gnome_libsecret';
  available = true;
  prefix = 'v11';
  opens = true;
  keyIsOld = false;

  getSelectedStorageBackend(): typeof this.backend {
    return this.backend;
  }

  isAsyncEncryptionAvailable(): Promise<boolean> {
    return Promise.resolve(this.available);
  }

  encryptStringAsync(text: string): Promise<Buffer> {
    return Promise.resolve(Buffer.concat([Buffer.from(this.prefix), Buffer.from(text).map((byte) => byte ^ 0x5a)]));
  }

  decryptStringAsync(encrypted: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> {
    if (!this.opens) return Promise.reject(new Error('cannot be opened'));
    const result = Buffer.from(encrypted.subarray(3)).map((byte) => byte ^ 0x5a);
    return Promise.resolve({ result: Buffer.from(result).toString(), shouldReEncrypt: this.keyIsOld });
  }
}

export type IpcListener = Parameters<ShellElectron['ipcMain']['handle']>[1];

export type StandIn = {
  readonly electron: ShellElectron;
  readonly app: StandInApp;
  readonly windows: StandInWindow[];
  readonly sessions: Map<string, StandInSession>;
  readonly safeStorage: StandInSafeStorage;
  readonly power: Emitter;
  readonly channels: Map<string, IpcListener>;
  readonly schemes: unknown[];
  readonly menus: MenuItemConstructorOptions[][];
  readonly errorBoxes: string[][];
  readonly opened: string[];
  readonly answers: { save: SaveDialogReturnValue; messageBox: number };
  readonly askedToSave: unknown[];
};

export const createStandIn = (): StandIn => {
  const app = new StandInApp();
  const windows: StandInWindow[] = [];
  const sessions = new Map<string, StandInSession>();
  const safeStorage = new StandInSafeStorage();
  const power = new Emitter();
  const channels = new Map<string, IpcListener>();
  const schemes: unknown[] = [];
  const menus: MenuItemConstructorOptions[][] = [];
  const errorBoxes: string[][] = [];
  const opened: string[] = [];
  const askedToSave: unknown[] = [];
  const answers = { save: { canceled: true, filePath: '' } as SaveDialogReturnValue, messageBox: 0 };
  class BrowserWindow extends StandInWindow {
    constructor(options: BrowserWindowConstructorOptions) {
      super(options);
      windows.push(this);
      app.emit('web-contents-created', {}, this.webContents);
    }
  }
  const electron: ShellElectron = {
    app,
    BrowserWindow,
    session: {
      fromPartition: (partition) => {
        const session = sessions.get(partition) ?? new StandInSession();
        sessions.set(partition, session);
        return session;
      },
    },
    protocol: { registerSchemesAsPrivileged: (list) => void schemes.push(...list) },
    ipcMain: { handle: (channel, listener) => void channels.set(channel, listener) },
    safeStorage,
    powerMonitor: power,
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
    shell: {
      openExternal: (url) => {
        opened.push(url);
        return Promise.resolve();
      },
    },
    dialog: {
      showErrorBox: (title, content) => void errorBoxes.push([title, content]),
      showSaveDialog: (options) => {
        askedToSave.push(options);
        return Promise.resolve(answers.save);
      },
      showMessageBoxSync: () => answers.messageBox,
    },
    setMenu: (template) => void menus.push(template),
  };
  return { electron, app, windows, sessions, safeStorage, power, channels, schemes, menus, errorBoxes, opened, answers, askedToSave };
};

/** A log that keeps its lines. */
export const keepLog = (): { readonly log: Log; readonly lines: (readonly [LogEvent, LogDetails])[] } => {
  const lines: (readonly [LogEvent, LogDetails])[] = [];
  return { lines, log: (event, details = {}) => void lines.push([event, details]) };
};

export const standInProcess = (changes: Partial<ShellProcess> = {}): ShellProcess => ({
  platform: 'linux',
  argv: ['electron', '.', '--server-url=http://localhost:4310'],
  env: {},
  versions: { electron: '45.4.1', chrome: '144.0' },
  resourcesPath: '/nowhere',
  ...changes,
});
