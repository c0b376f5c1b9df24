import type { DossierView, RecordView } from '#renderer/data/views.ts';
import { candidateName } from '#renderer/features/candidate/candidate-name.ts';
import { withoutWage } from '#renderer/features/draft/current-placement.ts';
import { placedMeasurements } from '#renderer/features/measurement/versions-in-file.ts';
import { isTakenOver } from '#renderer/features/signature/signers-of.ts';
import { lksAdvice } from '#shared/reports/lks-advice.ts';
import { measurementReport } from '#shared/reports/measurement-report.ts';
import { frameOf } from './frame-of.ts';
import { ReportButtons } from './report-buttons.tsx';
import { useRegionName } from './use-region-name.ts';

/** The reports of a measurement: only of a final one, and only for who may read all of it. */
export function MeasurementReports({ dossier, record }: { readonly dossier: DossierView; readonly record: RecordView<'measurement'> }) {
  const region = useRegionName();
  const { facts, tasks, views, result } = record.groups;
  if (facts === undefined || tasks === undefined || result === undefined) return null;
  // Of an older file they stand on its own report; of any other they are only missing for who may not read them.
  if (views === undefined && !isTakenOver(record)) return null;
  const measurements = placedMeasurements(dossier);
  const name = candidateName(dossier);
  return (
    <ReportButtons
      reports={[
        { id: 'loonwaarderapport', make: () => measurementReport({ ...frameOf(dossier, record, region), name, facts, tasks, views: views ?? null, result, measurements }) },
        { id: 'advies-loonkostensubsidie', make: () => lksAdvice({ region, recordId: record.recordId, name, facts, result, measurements, provisional: withoutWage(dossier, facts.visitedOn) }) },
      ]}
    />
  );
}
