import { useColleagues } from '#renderer/app/use-colleagues.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { recordsOf, type DossierView, type RecordView } from '#renderer/data/views.ts';
import { candidateName } from '#renderer/features/candidate/candidate-name.ts';
import { useRegionForm } from '#renderer/features/draft/use-region-form.ts';
import { agreementStates, planVersions } from '#shared/domain/plan/plan-state.ts';
import { instrumentKinds } from '#shared/domain/records/plan.ts';
import { formText } from '#shared/forms/form-definition.ts';
import { amsterdamDayOf } from '#shared/lib/calendar.ts';
import { planReport } from '#shared/reports/plan-report.ts';
import { frameOf } from './frame-of.ts';
import { ReportButtons } from './report-buttons.tsx';
import { useRegionName } from './use-region-name.ts';

/** One version of a plan van aanpak as a file to take home. */
export function PlanReports({ dossier, record }: { readonly dossier: DossierView; readonly record: RecordView<'plan'> }) {
  const region = useRegionName();
  const format = useFormat();
  const colleagues = useColleagues();
  const forms = useRegionForm('plan');
  const { facts, content, agreed } = record.groups;
  if (facts === undefined || content === undefined || forms === null) return null;
  // The words of its own version: a region may have other branches now.
  const definition = forms.versions.get(content.form.version) ?? forms.current;
  const make = () =>
    planReport({
      ...frameOf(dossier, record, region),
      name: candidateName(dossier),
      givenName: dossier.candidate?.groups.identity?.givenName ?? candidateName(dossier),
      madeBy: colleagues.get(facts.madeBy)?.displayName ?? '',
      facts,
      content,
      agreed: agreed ?? null,
      agreements: agreementStates(record, recordsOf(dossier, 'planOutcome'), amsterdamDayOf(format.nowMs)),
      instruments: instrumentKinds.map((kind) => ({ title: formText(definition, 'nl', `${kind}.label`), items: (content[kind] ?? []).map((each) => formText(definition, 'nl', `${kind}.${each}`)) })),
      branches: content.promisingBranches.map((branch) => formText(definition, 'nl', `promisingBranches.${branch}`)),
      earlier: planVersions(recordsOf(dossier, 'plan')).flatMap(({ groups: { facts: other } }) => (other === undefined || other.version >= facts.version ? [] : [{ version: other.version, madeOn: other.madeOn }])),
    });
  return <ReportButtons reports={[{ id: 'plan-van-aanpak', make }]} />;
}
