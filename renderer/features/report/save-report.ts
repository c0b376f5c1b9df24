import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { UnlockedDevice } from '#renderer/data/device.ts';
import { saveFile } from '#renderer/platform/save-file.ts';
import type { FileToSave, SaveFileResult } from '#renderer/platform/save-file.ts';
import { makeReportFile } from '#renderer/reports/make-report-file.ts';
import type { ReportDocument } from '#shared/reports/report-document.ts';
import { reportFileName } from '#shared/reports/report-file-name.ts';

/** `noted` is false when the file is there but the device could not write down that it was made. */
export type SavedReport = SaveFileResult & { readonly noted: boolean };

export interface ReportTools {
  readonly make: (report: ReportDocument) => Promise<Uint8Array<ArrayBuffer>>;
  readonly save: (file: FileToSave) => Promise<SaveFileResult>;
}

/** Makes a report, lets the person save it, and notes that it was made. @throws Error when the file cannot be made at all */
export async function saveReport(device: UnlockedDevice, report: ReportDocument, { make, save }: ReportTools = { make: makeReportFile, save: saveFile }): Promise<SavedReport> {
  const bytes = await make(report);
  // A shell takes the bytes away with it: the hash comes first.
  const hash = bytesToHex(sha256(bytes));
  return savedAndNoted(device, { suggestedName: reportFileName(report), mediaType: 'application/pdf', bytes }, hash, save);
}

/** For any file about one person. */
export async function savedAndNoted(device: UnlockedDevice, file: FileToSave, hash: string, save: ReportTools['save'] = saveFile): Promise<SavedReport> {
  const result = await save(file);
  if (result.kind !== 'saved' && result.kind !== 'handed-over') return { ...result, noted: true };
  try {
    await device.noteExport({ name: file.suggestedName, hash, rows: 1 });
    return { ...result, noted: true };
  } catch {
    return { ...result, noted: false };
  }
}
