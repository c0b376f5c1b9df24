import { join } from 'node:path';
import { createDeviceSecretAnswers } from './device-secret.ts';
import { openExternalLink } from './external-links.ts';
import type { ShellAnswers } from './ipc.ts';
import type { Log } from './log.ts';
import type { ShellElectron, ShellProcess } from './ports.ts';
import { saveFile, type AskWhere } from './save-file.ts';
import type { ShellTexts } from './texts.ts';

export type AnswerNeeds = {
  readonly electron: Pick<ShellElectron, 'app' | 'safeStorage' | 'dialog' | 'shell'>;
  readonly process: ShellProcess;
  readonly serverOrigin: string;
  readonly texts: ShellTexts;
  readonly log: Log;
};

const systemOf = (platform: NodeJS.Platform): 'windows' | 'macos' | 'linux' => {
  if (platform === 'win32') return 'windows';
  return platform === 'darwin' ? 'macos' : 'linux';
};

/** Every question of the contract, answered. */
export const createAnswers = ({ electron, process, serverOrigin, texts, log }: AnswerNeeds): ShellAnswers => ({
  ...createDeviceSecretAnswers({
    file: join(electron.app.getPath('userData'), 'device-secret.bin'),
    platform: process.platform,
    storage: electron.safeStorage,
    log,
  }),
  appInfo: () => ({
    appVersion: electron.app.getVersion(),
    electronVersion: process.versions['electron'] ?? '',
    chromiumVersion: process.versions['chrome'] ?? '',
    system: systemOf(process.platform),
    serverOrigin,
  }),
  saveFile: (file) => {
    const askWhere: AskWhere = async (options) => {
      const choice = await electron.dialog.showSaveDialog({ ...options, properties: ['showOverwriteConfirmation'] });
      return choice.canceled || choice.filePath === '' ? null : choice.filePath;
    };
    return saveFile(file, electron.app.getPath('documents'), texts, askWhere, log);
  },
  openExternal: ({ url }) => openExternalLink(url, (address) => electron.shell.openExternal(address), log),
});
