import { bridgeName } from '#shared/ipc/questions.ts';
import type { SavedFile, VeldwerkShell } from '#shared/ipc/contract.ts';

export interface FileToSave {
  readonly suggestedName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A browser takes the file over and does not say what became of it: `handed-over` is all that is known there. */
export type SaveFileResult = SavedFile | { readonly kind: 'handed-over'; readonly fileName: string };

/** Saves a finished file: in the shell where the person chooses, in a browser window among the downloads. @throws never */
export async function saveFile(file: FileToSave): Promise<SaveFileResult> {
  const shell = (window as { readonly [bridgeName]?: VeldwerkShell })[bridgeName];
  if (shell === undefined) return download(file);
  try {
    return await shell.saveFile({ suggestedName: file.suggestedName, bytes: file.bytes });
  } catch {
    return { kind: 'failed', reason: 'other' };
  }
}

function download({ suggestedName, mediaType, bytes }: FileToSave): SaveFileResult {
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = suggestedName;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the blob after this call returns; it may take a while on a slow disk.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return { kind: 'handed-over', fileName: suggestedName };
}
