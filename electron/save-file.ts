import { basename, extname, join } from 'node:path';
import type { FileFilter } from 'electron';
import type { FileToSave, SavedFile } from '#shared/ipc/contract.ts';
import { errorCode, type Log } from './log.ts';
import type { ShellTexts } from './texts.ts';
import { writeFileWhole } from './write-file.ts';

/** Asks the user where to put a file. @returns the full path, or `null` when the user changed their mind */
export type AskWhere = (options: { readonly defaultPath: string; readonly filters: FileFilter[] }) => Promise<string | null>;

const failureOf = (code: string): 'no-space' | 'no-permission' | 'in-use' | 'other' => {
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return 'no-space';
  if (code === 'EBUSY' || code === 'ETXTBSY') return 'in-use';
  return code === 'EACCES' || code === 'EPERM' || code === 'EROFS' ? 'no-permission' : 'other';
};

/** Puts one finished export where the user says. The folder never goes back to the page. */
export const saveFile = async (file: FileToSave, folder: string, texts: ShellTexts, askWhere: AskWhere, log: Log): Promise<SavedFile> => {
  const extension = extname(file.suggestedName).slice(1);
  const filters = [{ name: texts.fileKinds[extension] ?? extension, extensions: [extension] }];
  const path = await askWhere({ defaultPath: join(folder, file.suggestedName), filters });
  if (path === null) return { kind: 'cancelled' };
  try {
    await writeFileWhole(path, file.bytes);
    return { kind: 'saved', fileName: basename(path) };
  } catch (error) {
    const code = errorCode(error);
    log('file-not-saved', { code });
    return { kind: 'failed', reason: failureOf(code) };
  }
};
