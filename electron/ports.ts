import type {
  App,
  BrowserWindowConstructorOptions,
  CustomScheme,
  MenuItemConstructorOptions,
  MessageBoxSyncOptions,
  Rectangle,
  SaveDialogOptions,
  SaveDialogReturnValue,
  Shell,
} from 'electron';
import type { SecretStorage } from './device-secret.ts';
import type { IpcReceiver } from './ipc.ts';
import type { PowerEvents } from './lock-events.ts';
import type { GuardedContents } from './navigation.ts';
import type { PermissionSession } from './permissions.ts';
import type { GuardedSession } from './request-guard.ts';

/**
 * The few parts of Electron that the shell uses. `main.ts` hands in Electron itself, tests a stand-in; because Electron is
 * assigned to these types there, the compiler keeps them, and with them the stand-in, true to `electron.d.ts`.
 */
export type ShellElectron = {
  readonly app: ShellApp;
  readonly BrowserWindow: new (options: BrowserWindowConstructorOptions) => ShellWindow;
  readonly session: { fromPartition(partition: string): ShellSession };
  readonly protocol: { registerSchemesAsPrivileged(schemes: CustomScheme[]): void };
  readonly ipcMain: IpcReceiver;
  readonly safeStorage: SecretStorage;
  readonly powerMonitor: PowerEvents;
  readonly screen: { getAllDisplays(): readonly { readonly workArea: Rectangle }[] };
  readonly shell: Pick<Shell, 'openExternal'>;
  readonly dialog: ShellDialog;
  readonly setMenu: (template: MenuItemConstructorOptions[]) => void;
};

export type ShellApp = Pick<App, 'enableSandbox' | 'requestSingleInstanceLock' | 'quit' | 'exit' | 'getVersion' | 'getLocale' | 'isPackaged'> & {
  readonly commandLine: { hasSwitch(name: string): boolean };
  getPath(name: 'userData' | 'documents' | 'logs'): string;
  whenReady(): Promise<void>;
  on(event: 'second-instance' | 'window-all-closed', listener: () => void): unknown;
  on(event: 'web-contents-created', listener: (event: unknown, contents: GuardedContents) => void): unknown;
  on(event: 'child-process-gone', listener: (event: unknown, details: { readonly type: string; readonly reason: string }) => void): unknown;
};

export type ShellSession = PermissionSession &
  GuardedSession & {
    readonly protocol: { handle(scheme: string, handler: (request: Request) => Promise<Response>): void };
    fetch(url: string, init: RequestInit): Promise<Response>;
  };

export type ShellContents = {
  readonly id: number;
  send(channel: string, ...args: unknown[]): void;
  on(event: 'did-navigate', listener: (event: unknown, url: string, httpResponseCode: number) => void): unknown;
  on(event: 'render-process-gone', listener: (event: unknown, details: { readonly reason: string; readonly exitCode: number }) => void): unknown;
  on(event: 'will-prevent-unload', listener: (event: { preventDefault(): void }) => void): unknown;
};

export type ShellWindow = {
  readonly webContents: ShellContents;
  loadURL(url: string): Promise<void>;
  show(): void;
  focus(): void;
  restore(): void;
  maximize(): void;
  isMaximized(): boolean;
  isMinimized(): boolean;
  isDestroyed(): boolean;
  getNormalBounds(): Rectangle;
  once(event: 'ready-to-show', listener: () => void): unknown;
  on(event: 'close' | 'unresponsive', listener: () => void): unknown;
};

/** Dialogs, hung on the one window when it is there. */
export type ShellDialog = {
  showErrorBox(title: string, content: string): void;
  showSaveDialog(options: SaveDialogOptions): Promise<SaveDialogReturnValue>;
  showMessageBoxSync(options: MessageBoxSyncOptions): number;
};

/** What the shell takes from Node's `process`. */
export type ShellProcess = {
  readonly platform: NodeJS.Platform;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly versions: Readonly<Record<string, string | undefined>>;
  readonly resourcesPath: string;
};
