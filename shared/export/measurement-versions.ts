import { replacedIn } from '../domain/record-versions.ts';
import type { MeasurementResult } from '../domain/records/measurement.ts';
import type { Counted } from './week-dossiers.ts';

/** One measurement with its corrections: a correction is a new record that names the one it replaces. */
export interface MeasurementVersions {
  readonly first: Counted<MeasurementResult>;
  readonly current: Counted<MeasurementResult>;
  readonly all: readonly Counted<MeasurementResult>[];
}

/**
 * Only what was final on `stateOn`: a correction of next week does not change what this week says.
 * @param measurements final measurements of one candidate
 * @returns every measurement once, the most recent first
 */
export function measurementVersions(measurements: readonly Counted<MeasurementResult>[], stateOn: string): readonly MeasurementVersions[] {
  const final = measurements.filter(({ facts }) => facts.finalisedOn <= stateOn);
  const byId = new Map(final.map((measurement) => [measurement.recordId, measurement]));
  const corrected = new Set<string>(final.flatMap(({ facts }) => replacedIn(facts)));

  const versionsByFirst = new Map<string, Counted<MeasurementResult>[]>();
  for (const measurement of final) {
    const { recordId } = firstVersionOf(measurement, byId);
    versionsByFirst.set(recordId, [...(versionsByFirst.get(recordId) ?? []), measurement]);
  }
  return [...versionsByFirst.values()]
    .map((all): MeasurementVersions => {
      const [first] = all.map((version) => firstVersionOf(version, byId));
      // Two people may have corrected the same measurement; the later correction counts.
      const [current] = all.filter(({ recordId }) => !corrected.has(recordId)).sort(newestFirst);
      return { first: first ?? all[0]!, current: current ?? all[0]!, all };
    })
    .sort((a, b) => newestFirst(a.current, b.current));
}

function firstVersionOf(measurement: Counted<MeasurementResult>, byId: ReadonlyMap<string, Counted<MeasurementResult>>): Counted<MeasurementResult> {
  const seen = new Set<string>();
  let version = measurement;
  while (version.facts.corrects !== null && !seen.has(version.recordId)) {
    seen.add(version.recordId);
    const older = byId.get(version.facts.corrects);
    if (older === undefined) break;
    version = older;
  }
  return version;
}

function newestFirst(a: Counted<MeasurementResult>, b: Counted<MeasurementResult>): number {
  return compareText(b.facts.visitedOn, a.facts.visitedOn) || compareText(b.facts.finalisedOn, a.facts.finalisedOn) || compareText(b.recordId, a.recordId);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
