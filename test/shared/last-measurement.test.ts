import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids.ts';
import { lastMeasurement } from '#shared/domain/last-measurement.ts';
import type { MeasurementResult } from '#shared/domain/records/measurement.ts';

const measurement = (recordId: string, visitedOn: string, finalisedOn: string, corrects: string | null = null) => ({
  recordId: recordId as RecordId,
  groups: { result: { visitedOn, finalisedOn, corrects } as unknown as MeasurementResult },
});

describe('the measurement that holds', () => {
  it('is the one of the latest visit, also after an older one was corrected', () => {
    const all = [measurement('old', '2023-05-01', '2023-05-02'), measurement('new', '2025-05-01', '2025-05-02'), measurement('old-again', '2023-05-01', '2026-11-20', 'old')];
    expect(lastMeasurement(all)?.recordId).toBe('new');
    expect(lastMeasurement(all.toReversed())?.recordId).toBe('new');
  });

  it('is the correction of the same day and not what it corrects, in whatever order they come', () => {
    const both = [measurement('z-wrong', '2025-05-01', '2025-05-02'), measurement('a-right', '2025-05-01', '2025-05-02', 'z-wrong')];
    expect(lastMeasurement(both)?.recordId).toBe('a-right');
    expect(lastMeasurement(both.toReversed())?.recordId).toBe('a-right');
  });

  it('is none while nothing is final', () => {
    expect(lastMeasurement([{ recordId: 'm' as RecordId, groups: {} }])).toBeNull();
  });
});
