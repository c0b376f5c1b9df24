import { recordsOf, type DossierView, type RecordView } from '#renderer/data/views.ts';
import { candidateName } from '#renderer/features/candidate/candidate-name.ts';
import type { CoachingPlanShared } from '#shared/domain/records/coaching.ts';
import { coachingPlanReport, type CoachingPlanInput } from '#shared/reports/coaching-plan.ts';
import { halfYearReport } from '#shared/reports/half-year-report.ts';
import { frameOf } from './frame-of.ts';
import { ReportButtons } from './report-buttons.tsx';
import { useRegionName } from './use-region-name.ts';

/** The coachingsplan for the employer: of the record only the shared part goes in. */
export function CoachingPlanReports({ dossier, record }: { readonly dossier: DossierView; readonly record: RecordView<'coachingPlan'> }) {
  const region = useRegionName();
  const { shared } = record.groups;
  if (shared === undefined) return null;
  const make = () => coachingPlanReport({ region, recordId: record.recordId, name: candidateName(dossier), shared, granted: grantedFor(dossier, shared) });
  return <ReportButtons reports={[{ id: 'coachingsplan', make }]} />;
}

/** A final half-yearly report, with the signatures under it. */
export function HalfYearReports({ dossier, record }: { readonly dossier: DossierView; readonly record: RecordView<'coachingReport'> }) {
  const region = useRegionName();
  const { facts, report } = record.groups;
  if (facts === undefined || report === undefined) return null;
  const make = () => halfYearReport({ ...frameOf(dossier, record, region), name: candidateName(dossier), facts, report });
  return <ReportButtons reports={[{ id: 'halfjaarverslag', make }]} />;
}

/** The grant that held when the plan was drawn up. */
function grantedFor(dossier: DossierView, { coachingId, drawnUpOn }: CoachingPlanShared): CoachingPlanInput['granted'] {
  const coaching = recordsOf(dossier, 'coaching').find(({ recordId }) => recordId === coachingId)?.groups.facts;
  const period = coaching?.periods.findLast(({ from }) => from <= drawnUpOn);
  return period === undefined ? null : { regime: period.regime, from: period.from };
}
