import { createHash } from 'node:crypto';
import { lockChannel } from '#shared/ipc/questions.ts';
import { createAnswers } from './answers.ts';
import { createAppProtocolHandler } from './app-protocol.ts';
import { appScheme, appSchemePrivileges } from './app-scheme.ts';
import { findRefusedSwitch } from './command-line.ts';
import { registerQuestions } from './ipc.ts';
import { watchLockEvents } from './lock-events.ts';
import type { Log } from './log.ts';
import { menuTemplate } from './menu.ts';
import { guardContents } from './navigation.ts';
import { listPageFiles } from './page-files.ts';
import { denyAllPermissions } from './permissions.ts';
import { policyFilePath, readPolicy } from './policy.ts';
import type { ShellElectron, ShellProcess, ShellWindow } from './ports.ts';
import { guardRequests } from './request-guard.ts';
import { findServerAddress, type ServerAddress } from './server-address.ts';
import { textsFor, type ShellTexts } from './texts.ts';
import { openWindow } from './window.ts';

export type ShellStart = {
  readonly electron: ShellElectron;
  readonly process: ShellProcess;
  readonly pageFolder: string;
  readonly preloadFile: string;
  readonly policyFile?: string;
  readonly log: Log;
};

/** Data belongs to its server: another address is another, empty store, never this one under another flag. */
export const partitionFor = (serverOrigin: string): string => `persist:${createHash('sha256').update(serverOrigin).digest('hex').slice(0, 16)}`;

const whyNot = (address: Exclude<ServerAddress, { kind: 'known' }> | 'policy-broken', texts: ShellTexts): string => {
  if (address === 'policy-broken') return texts.policyBroken;
  return address.kind === 'missing' ? texts.serverMissing : texts.serverRefused;
};

const serverAddressOf = (start: ShellStart): ServerAddress | 'policy-broken' => {
  const { electron, process } = start;
  const policy = readPolicy(start.policyFile ?? policyFilePath(process.platform, process.resourcesPath));
  if (policy === 'broken') return 'policy-broken';
  return findServerAddress({ isPackaged: electron.app.isPackaged, policyServerUrl: policy?.serverUrl ?? null, argv: process.argv, env: process.env });
};

const prepareSession = async (start: ShellStart, serverOrigin: string, partition: string): Promise<void> => {
  const { electron, log, pageFolder } = start;
  const session = electron.session.fromPartition(partition);
  denyAllPermissions(session, log);
  guardRequests(session, serverOrigin, log);
  const files = await listPageFiles(pageFolder);
  const fetchFromServer = (url: string, init: RequestInit): Promise<Response> => session.fetch(url, init);
  session.protocol.handle(appScheme, createAppProtocolHandler({ files, serverOrigin, fetchFromServer, log }));
};

/**
 * Starts the shell: everything that must be said before Electron is ready, then the locks, then the window.
 * @returns the window, or `null` when the app is on its way out (second instance, refused switch, no server address)
 * @throws when the built page cannot be read
 */
export const startShell = async (start: ShellStart): Promise<ShellWindow | null> => {
  const { electron, process, log } = start;
  const { app } = electron;
  const refusedSwitch = app.isPackaged ? findRefusedSwitch((name) => app.commandLine.hasSwitch(name)) : null;
  if (refusedSwitch !== null) {
    log('switch-refused', { switch: refusedSwitch });
    app.exit(1);
    return null;
  }
  app.enableSandbox();
  electron.protocol.registerSchemesAsPrivileged([appSchemePrivileges]);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return null;
  }
  app.on('web-contents-created', (_event, contents) => guardContents(contents, log));
  app.on('child-process-gone', (_event, { type, reason }) => log('process-gone', { type: type.replaceAll(' ', '-'), reason }));
  app.on('window-all-closed', () => app.quit());
  let window: ShellWindow | null = null;
  // Only comes to the front: what a second start was given on its command line is never looked at.
  app.on('second-instance', () => {
    log('second-instance');
    if (window === null || window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  await app.whenReady();
  const texts = textsFor(app.getLocale());
  const address = serverAddressOf(start);
  if (address === 'policy-broken' || address.kind !== 'known') {
    log('server-address-refused', { kind: address === 'policy-broken' ? address : address.kind });
    electron.dialog.showErrorBox(texts.cannotStart, whyNot(address, texts));
    app.exit(1);
    return null;
  }
  const partition = partitionFor(address.origin);
  await prepareSession(start, address.origin, partition);
  electron.setMenu(menuTemplate(texts, process.platform, app.isPackaged));
  const opened = openWindow({ electron, partition, preloadFile: start.preloadFile, texts, log });
  window = opened;
  const isOurWindow = (contentsId: number): boolean => !opened.isDestroyed() && opened.webContents.id === contentsId;
  registerQuestions(electron.ipcMain, isOurWindow, createAnswers({ electron, process, serverOrigin: address.origin, texts, log }), log);
  watchLockEvents(electron.powerMonitor, (reason) => {
    if (!opened.isDestroyed()) opened.webContents.send(lockChannel, reason);
  });
  log('started', { packaged: app.isPackaged });
  return opened;
};
