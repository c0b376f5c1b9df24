import { join } from 'node:path';
import type { BrowserWindowConstructorOptions } from 'electron';
import { appPageUrl } from './app-scheme.ts';
import { errorCode, type Log } from './log.ts';
import type { ShellElectron, ShellWindow } from './ports.ts';
import type { ShellTexts } from './texts.ts';
import { readWindowState, rememberWindowState } from './window-state.ts';

/** How often a crashed page is loaded again before it is left blank: a page that crashes at once must not spin. */
const maxReloadsAfterCrash = 3;

/** The page gets nothing of Node and nothing experimental; most of this is Electron's default, and said all the same. */
export const webPreferences = (preloadFile: string, isPackaged: boolean): NonNullable<BrowserWindowConstructorOptions['webPreferences']> => ({
  preload: preloadFile,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  plugins: false,
  spellcheck: false,
  devTools: !isPackaged,
});

export type WindowNeeds = {
  readonly electron: Pick<ShellElectron, 'BrowserWindow' | 'screen' | 'dialog' | 'app'>;
  /** Name of the session that holds the data of this server. */
  readonly partition: string;
  readonly preloadFile: string;
  readonly texts: ShellTexts;
  readonly log: Log;
};

const load = (window: ShellWindow, log: Log): void => {
  window.loadURL(appPageUrl).catch((error: unknown) => log('impossible', { where: 'load', code: errorCode(error) }));
};

const watchPage = (window: ShellWindow, { electron, texts, log }: WindowNeeds): void => {
  let reloads = 0;
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log('page-gone', { reason, exitCode });
    if (reason === 'clean-exit' || window.isDestroyed() || reloads >= maxReloadsAfterCrash) return;
    reloads += 1;
    load(window, log);
  });
  // A place in the page that no longer exists after an update: start at the beginning rather than at a bare 404.
  window.webContents.on('did-navigate', (_event, url, httpResponseCode) => {
    if (httpResponseCode === 404 && url !== appPageUrl) load(window, log);
  });
  // Without this Electron keeps the window open without a word when the page asks not to be closed.
  window.webContents.on('will-prevent-unload', (event) => {
    const choice = electron.dialog.showMessageBoxSync({
      type: 'warning',
      message: texts.closeQuestion,
      detail: texts.closeDetail,
      buttons: [texts.stay, texts.closeAnyway],
      defaultId: 0,
      cancelId: 0,
    });
    if (choice === 1) event.preventDefault();
  });
  window.on('unresponsive', () => log('page-not-responding'));
};

/** Opens the one window, where it was last time. */
export const openWindow = (needs: WindowNeeds): ShellWindow => {
  const { electron, partition, preloadFile, log } = needs;
  const stateFile = join(electron.app.getPath('userData'), 'window-state.json');
  const areas = electron.screen.getAllDisplays().map((display) => display.workArea);
  const state = readWindowState(stateFile, areas);
  const place = state === null ? { width: 1280, height: 800 } : { x: state.x, y: state.y, width: state.width, height: state.height };
  const window = new electron.BrowserWindow({
    ...place,
    minWidth: 400,
    minHeight: 300,
    show: false,
    title: 'Veldwerk',
    backgroundColor: '#ffffff',
    webPreferences: { ...webPreferences(preloadFile, electron.app.isPackaged), partition },
  });
  if (state?.maximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => rememberWindowState(stateFile, { ...window.getNormalBounds(), maximized: window.isMaximized() }));
  watchPage(window, needs);
  load(window, log);
  return window;
};
