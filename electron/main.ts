import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, powerMonitor, protocol, safeStorage, screen, session, shell } from 'electron';
import { createLog, errorCode, logFileWriter } from './log.ts';
import type { ShellElectron } from './ports.ts';
import { startShell } from './start-shell.ts';

/** The only file that touches Electron at run time; everything else gets it handed in. */
const electron: ShellElectron = {
  app,
  BrowserWindow,
  session,
  protocol,
  ipcMain,
  safeStorage,
  powerMonitor,
  screen,
  shell,
  dialog: {
    showErrorBox: (title, content) => dialog.showErrorBox(title, content),
    showSaveDialog: (options) => {
      const [window] = BrowserWindow.getAllWindows();
      return window === undefined ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options);
    },
    showMessageBoxSync: (options) => {
      const [window] = BrowserWindow.getAllWindows();
      return window === undefined ? dialog.showMessageBoxSync(options) : dialog.showMessageBoxSync(window, options);
    },
  },
  setMenu: (template) => Menu.setApplicationMenu(Menu.buildFromTemplate(template)),
};

const log = createLog(logFileWriter(app.getPath('logs')), () => Date.now());

// Bundled to dist/electron/main.mjs, beside preload.cjs and next to dist/renderer.
const here = import.meta.dirname;
startShell({ electron, process, pageFolder: join(here, '..', 'renderer'), preloadFile: join(here, 'preload.cjs'), log }).catch((error: unknown) => {
  log('impossible', { where: 'start', code: errorCode(error) });
  app.exit(1);
});
