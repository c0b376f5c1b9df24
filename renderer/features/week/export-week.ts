import { writeWorkbook } from '#renderer/data/export/workbook.ts';
import type { UnlockedDevice } from '#renderer/data/device.ts';
import { saveFile } from '#renderer/platform/save-file.ts';
import type { FileToSave, SaveFileResult } from '#renderer/platform/save-file.ts';
import { hashRows } from '#shared/export/week-rows.ts';
import { weekCsv } from '#shared/export/week-csv.ts';
import { weekFileName, weekSheets } from '#shared/export/week-sheets.ts';
import type { WeekExport } from '#shared/export/week-sheets.ts';
import type { Words } from '#shared/export/week-words.ts';
import { runSteps } from './run-steps.ts';
import type { TwoWeeks } from './use-week-count.ts';

export type WeekFileKind = 'xlsx' | 'csv';

const mediaTypes: Record<WeekFileKind, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
};

export interface WeekFileRequest extends TwoWeeks {
  readonly kind: WeekFileKind;
  readonly device: UnlockedDevice;
  readonly words: Words;
  readonly region: string;
  readonly madeAtMs: number;
  readonly dataThroughMs: number | null;
}

/** `noted` is false when the file is there but the device could not write down that it was made. */
export type WeekFileResult = SaveFileResult & { readonly noted: boolean };

/** Makes the file, lets the person save it, and notes that it was made. @throws Error when the file cannot be made at all */
export async function exportWeek(request: WeekFileRequest, save: (file: FileToSave) => Promise<SaveFileResult> = saveFile): Promise<WeekFileResult> {
  const { kind, device, words, current, previous } = request;
  const hash = (await runSteps(hashRows(current.rows), new AbortController().signal)) ?? '';
  const status = device.syncStatus.current();
  const week: WeekExport = {
    figures: { ...current, hash },
    previous,
    region: request.region,
    madeAtMs: request.madeAtMs,
    madeBy: { role: device.principal.role, userId: device.principal.userId },
    dataThroughMs: request.dataThroughMs,
    // A refused change and one of two versions are not on the server either.
    unsentCount: status.unsentCount + status.problemCount,
  };
  const bytes = kind === 'xlsx' ? await writeWorkbook(weekSheets(week, words)) : new TextEncoder().encode(weekCsv(week, words));
  const suggestedName = weekFileName(week, kind);
  const result = await save({ suggestedName, mediaType: mediaTypes[kind], bytes });
  if (result.kind !== 'saved' && result.kind !== 'handed-over') return { ...result, noted: true };
  try {
    await device.noteExport({ name: suggestedName, hash, rows: current.rows.length });
    return { ...result, noted: true };
  } catch {
    return { ...result, noted: false };
  }
}
