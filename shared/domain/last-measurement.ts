import type { Groups } from './kinds.ts';
import type { RecordId } from './ids.ts';
import { replacedIn } from './record-versions.ts';

interface MeasurementRecord {
  readonly recordId: RecordId;
  readonly groups: Pick<Groups<'measurement'>, 'result'>;
}

/**
 * The final measurement that holds: of those that were not corrected the one of the latest visit. Not the one that was
 * finalised last: a measurement of years ago may be corrected today. The same in whatever order the records come.
 */
export function lastMeasurement<M extends MeasurementRecord>(measurements: readonly M[]): M | null {
  const corrected = new Set(measurements.flatMap(({ groups: { result } }) => (result === undefined ? [] : replacedIn(result))));
  const keyOf = ({ recordId, groups: { result } }: M) => `${result?.visitedOn ?? ''} ${result?.finalisedOn ?? ''} ${recordId}`;
  const standing = measurements.filter(({ recordId, groups: { result } }) => result !== undefined && !corrected.has(recordId));
  return standing.reduce<M | null>((last, each) => (last === null || keyOf(each) > keyOf(last) ? each : last), null);
}
