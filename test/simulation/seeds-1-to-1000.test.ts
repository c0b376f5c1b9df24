import { beforeAll, describe, expect, it } from 'vitest';
import { mustHappen, quietFaults, runSeeds, type SeedsReport } from './fixed-seeds.ts';

describe('simulated regions, seeds 1 to 1000', () => {
  let report: SeedsReport;
  beforeAll(async () => void (report = await runSeeds(1, 1_000)), 600_000);

  it('break nothing: I1 to I6 and I8 hold after every step and at the end', () => {
    expect(report.broken).toEqual([]);
  });

  it('had every kind of fault strike', () => {
    expect(quietFaults(report)).toEqual([]);
  });

  it('had people meet conflicts, refusals, lost answers, restores and all the rest', () => {
    expect(mustHappen.filter((what) => (report.counts.get(what) ?? 0) === 0)).toEqual([]);
    expect(report.operations).toBeGreaterThan(10_000);
  });
});
