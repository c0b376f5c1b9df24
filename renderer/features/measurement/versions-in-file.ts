import { arrivalOrder } from '#renderer/data/arrival-order.ts';
import type { DossierView, RecordView } from '#renderer/data/views.ts';
import { versionsOfMeasurements, type MeasurementVersion, type PlacedMeasurement } from '#shared/domain/measurement-versions.ts';
import type { RecordId } from '#shared/domain/ids.ts';

export interface MeasurementInFile extends PlacedMeasurement {
  readonly record: RecordView<'measurement'>;
}

export type VersionInFile = MeasurementVersion<MeasurementInFile>;
export type VersionsInFile = ReadonlyMap<RecordId, VersionInFile>;

/** Every final measurement of a file, with its name among its versions and what it replaces. */
export function versionsIn({ measurements }: Pick<DossierView, 'measurements'>): VersionsInFile {
  return versionsOfMeasurements(measurementsIn({ measurements }));
}

/** Every final measurement of a file, with its place in the order of arrival. */
export function measurementsIn({ measurements }: Pick<DossierView, 'measurements'>): readonly MeasurementInFile[] {
  return measurements.flatMap(placed);
}

/** The same without what a paper has no use for. */
export function placedMeasurements(dossier: Pick<DossierView, 'measurements'>): readonly PlacedMeasurement[] {
  return measurementsIn(dossier).map(({ recordId, facts, order }) => ({ recordId, facts, order }));
}

function placed(record: RecordView<'measurement'>): readonly MeasurementInFile[] {
  const { result } = record.groups;
  return result === undefined ? [] : [{ record, recordId: record.recordId, facts: result, order: arrivalOrder(record, 'result') }];
}
