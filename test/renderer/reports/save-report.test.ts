import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { UnlockedDevice } from '#renderer/data/device.ts';
import type { FileToSave, SaveFileResult } from '#renderer/platform/save-file.ts';
import { saveReport } from '#renderer/features/report/save-report.ts';
import { measurementReport } from '#shared/reports/measurement-report.ts';
import { aMeasurement, recordId } from '../../support/reports/a-measurement.ts';

const bytes = new TextEncoder().encode('%PDF-1.7 …');
const report = measurementReport(aMeasurement());

function desk(answer: SaveFileResult, { notes = true } = {}) {
  const saved: FileToSave[] = [];
  const noted: unknown[] = [];
  const device = { noteExport: (input: unknown) => (notes ? Promise.resolve(void noted.push(input)) : Promise.reject(new Error('disk'))) } as Pick<UnlockedDevice, 'noteExport'> as UnlockedDevice;
  const tools = { make: () => Promise.resolve(bytes), save: (file: FileToSave) => Promise.resolve((saved.push(file), answer)) };
  return { device, tools, saved, noted };
}

describe('saving a report', () => {
  const fileName = `loonwaarderapport-2026-11-22-${recordId}.pdf`;

  it('offers it under a name without a name, and notes which file left the device', async () => {
    const { device, tools, saved, noted } = desk({ kind: 'saved', fileName });
    expect(await saveReport(device, report, tools)).toEqual({ kind: 'saved', fileName, noted: true });
    expect(saved).toEqual([{ suggestedName: fileName, mediaType: 'application/pdf', bytes }]);
    expect(noted).toEqual([{ name: fileName, hash: createHash('sha256').update(bytes).digest('hex'), rows: 1 }]);
  });

  it.each([{ kind: 'cancelled' }, { kind: 'failed', reason: 'no-space' }] as const)('notes nothing when nothing left: $kind', async (answer) => {
    const { device, tools, noted } = desk(answer);
    expect(await saveReport(device, report, tools)).toEqual({ ...answer, noted: true });
    expect(noted).toEqual([]);
  });

  it('says so when the file is there and could not be noted', async () => {
    const { device, tools } = desk({ kind: 'handed-over', fileName }, { notes: false });
    expect(await saveReport(device, report, tools)).toEqual({ kind: 'handed-over', fileName, noted: false });
  });

  it('throws when it cannot be made at all: the screen says that in words', async () => {
    const { device, tools, saved } = desk({ kind: 'saved', fileName });
    await expect(saveReport(device, report, { ...tools, make: () => Promise.reject(new Error('no worker')) })).rejects.toThrow('no worker');
    expect(saved).toEqual([]);
  });
});
