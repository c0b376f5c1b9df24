import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { TextLink } from '#renderer/components/text-link.tsx';
import type { DossierView } from '#renderer/data/views.ts';
import { CandidatePhotos } from '#renderer/features/attachment/candidate-photos.tsx';
import { PlanPanel } from '#renderer/features/plan/plan-panel.tsx';
import { CoachingPanel } from '#renderer/features/coaching/coaching-panel.tsx';
import { VersionsPanel } from '#renderer/features/sync/versions-panel.tsx';
import { useWindowState } from '#renderer/ui-state/window-state.ts';
import { amsterdamDayOf } from '#shared/lib/calendar.ts';
import { CandidateActions } from './candidate-actions.tsx';
import { CandidateFacts } from './candidate-facts.tsx';
import { CandidateSummary } from './candidate-summary.tsx';
import { fileActions } from './file-actions.ts';
import { FileFrame } from './file/file-frame.tsx';
import { LeadingFile } from './file/leading-file.tsx';
import { TeamList } from './file/team-list.tsx';
import { DraftList } from './draft-list.tsx';
import { firstStep } from './first-step.ts';
import { HandoverPanel } from './handover/handover-panel.tsx';
import { mayRecord } from './may-record.ts';
import { PlacementList } from './placement-list.tsx';
import { Timeline } from './timeline/timeline.tsx';
import { useDossierId } from './use-dossier-id.ts';

export function CandidatePage() {
  const dossierId = useDossierId();
  const setCaseload = useWindowState((state) => state.setCaseload);
  // Whatever becomes of it here: the list comes back to this line.
  useEffect(() => setCaseload({ lastOpened: dossierId }), [setCaseload, dossierId]);
  return <LeadingFile>{(dossier) => <CandidateFile key={dossier.dossierId} dossier={dossier} />}</LeadingFile>;
}

/** What happened lately; all of it has a page of its own [count]. */
const newestLines = 12;

/** One person's file: what matters now first, then what can be done, then what happened. */
function CandidateFile({ dossier }: { readonly dossier: DossierView }) {
  const { t } = useTranslation(['candidate', 'file']);
  const { principal } = useDevice();
  const format = useFormat();
  const today = amsterdamDayOf(format.nowMs);
  const actions = fileActions(principal, dossier);
  return (
    <FileFrame
      dossier={dossier}
      documentTitle={t('documentTitle')}
      actions={actions.length > 0 && <CandidateActions actions={actions} />}
    >
      <CandidateSummary dossier={dossier} today={today} format={format} />
      <HandoverPanel dossier={dossier} format={format} />
      <VersionsPanel dossier={dossier} format={format} />
      <DraftList dossierId={dossier.dossierId} dossier={dossier} format={format} />
      <div className="candidate__columns">
        <Timeline dossier={dossier} format={format} most={newestLines} more={(count) => <TextLink to={paths.candidateTimeline(dossier.dossierId)}>{t('file:allTimeline', { count })}</TextLink>} />
        <div className="candidate__aside">
          <PlanPanel dossier={dossier} format={format} above={firstStep(principal, dossier)} />
          <CoachingPanel dossier={dossier} />
          <CandidateFacts dossier={dossier} format={format} />
          <TeamList dossier={dossier} />
          <PlacementList dossier={dossier} format={format} />
        </div>
        <CandidatePhotos dossier={dossier} mayAdd={mayRecord(principal, 'attachment', dossier)} />
      </div>
    </FileFrame>
  );
}
