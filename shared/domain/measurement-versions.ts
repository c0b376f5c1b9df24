import type { RecordId } from './ids.ts';
import { lastMeasurement } from './last-measurement.ts';
import { replacedIn, versionsOf, type PlacedVersion, type RecordVersion } from './record-versions.ts';
import type { MeasurementResult } from './records/measurement.ts';

/** A final measurement, with its place in the order in which the region got to know of the measurements. */
export type PlacedMeasurement = PlacedVersion<MeasurementResult>;

/** Where one version of a measurement stands among its other versions. */
export interface MeasurementVersion<Measurement extends PlacedMeasurement> extends RecordVersion<Measurement> {
  /** Of versions that stand beside one another: the one that the figures and the next measurement follow. */
  readonly counts: Measurement;
}

/**
 * Every measurement among its own versions. A measurement is signed without a number: the number is how many versions came
 * before it, so that two that were corrected apart get one number and a letter each.
 * @param measurements final ones of one file, in any order
 */
export function versionsOfMeasurements<Measurement extends PlacedMeasurement>(measurements: readonly Measurement[]): ReadonlyMap<RecordId, MeasurementVersion<Measurement>> {
  return new Map(
    familiesOf(measurements).flatMap((family) => {
      const last = lastMeasurement(family.map(({ recordId, facts }) => ({ recordId, groups: { result: facts } })));
      const counts = family.find(({ recordId }) => recordId === last?.recordId);
      if (counts === undefined) return [];
      const numbers = numbersOf(family);
      return [...versionsOf(family, ({ recordId }) => numbers.get(recordId) ?? 1)].map(([recordId, version]) => [recordId, { ...version, counts }] as const);
    }),
  );
}

/** Measurements that are versions of one another, also by way of a third. */
function familiesOf<Measurement extends PlacedMeasurement>(measurements: readonly Measurement[]): readonly (readonly Measurement[])[] {
  let families: { readonly ids: ReadonlySet<RecordId>; readonly members: readonly Measurement[] }[] = [];
  for (const measurement of measurements) {
    const ids = new Set([measurement.recordId, ...replacedIn(measurement.facts)]);
    const related = families.filter((family) => [...ids].some((id) => family.ids.has(id)));
    const members = [...related.flatMap((family) => family.members), measurement];
    families = [...families.filter((family) => !related.includes(family)), { ids: new Set([...ids, ...related.flatMap((family) => [...family.ids])]), members }];
  }
  return families.map(({ members }) => members);
}

function numbersOf(family: readonly PlacedMeasurement[]): ReadonlyMap<RecordId, number> {
  const byId = new Map(family.map((version) => [version.recordId, version]));
  const numberOf = (id: RecordId, seen: readonly RecordId[]): number => {
    const version = byId.get(id);
    // Not in this file: there was one, and more is not known.
    if (version === undefined || seen.includes(id)) return 1;
    return 1 + Math.max(0, ...replacedIn(version.facts).map((older) => numberOf(older, [...seen, id])));
  };
  return new Map(family.map(({ recordId }) => [recordId, numberOf(recordId, [])]));
}
