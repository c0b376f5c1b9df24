import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { Alert } from '#renderer/components/alert.tsx';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { ButtonRow } from '#renderer/components/button-row.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { TextLink } from '#renderer/components/text-link.tsx';
import type { Kept } from '#renderer/data/device.ts';
import { candidateName } from '#renderer/features/candidate/candidate-name.ts';
import { RecordStatusText } from '#renderer/features/sync/record-status.tsx';
import type { VisitFacts } from '#shared/domain/records/visit.ts';
import type { GroupMember } from './group-visit-of-form.ts';

export interface GroupKeptPanelProps {
  /** Live: what becomes of each record shows here. */
  readonly members: readonly GroupMember[];
  readonly kept: readonly Kept[];
  readonly facts: VisitFacts | null;
  readonly employerName: string;
}

/** All of it is kept: each record with the truth about where it is, and a way to it. */
export function GroupKeptPanel({ members, kept, facts, employerName }: GroupKeptPanelProps) {
  const { t } = useTranslation(['groupvisit', 'sync', 'form', 'words']);
  const format = useFormat();
  const announce = useAnnounce();
  useEffect(() => announce(t('kept.announced', { count: kept.length })), [announce, t, kept.length]);
  const title = t('kept.title');
  return (
    <div className="kept-panel">
      <PageHeader title={title} documentTitle={title} lead={facts === null ? employerName : t('kept.lead', { employer: employerName, activity: t(`words:activity.${facts.activity}`).toLowerCase(), day: format.dayInWords(facts.heldOn) })} />
      <ul className="group-kept">
        {members.map(({ dossierId, recordId, dossier }) => {
          const record = dossier.visits.find((visit) => visit.recordId === recordId);
          const photos = dossier.attachments.filter((photo) => photo.record.groups.facts?.visitId === recordId).length;
          const minutes = record?.groups.facts?.candidateMinutes;
          return (
            <li key={recordId} className="group-kept__line">
              <TextLink to={paths.visit(dossierId, recordId)}>{candidateName(dossier)}</TextLink>
              <span>{[minutes === undefined ? '' : t('words:minutes', { count: minutes }), photos === 0 ? '' : t('kept.photos', { count: photos })].filter((part) => part !== '').join(', ')}</span>
              <TextLink to={paths.candidate(dossierId)} aria-label={t('kept.fileOf', { name: candidateName(dossier) })}>
                {t('kept.file')}
              </TextLink>
              <RecordStatusText status={record?.status ?? { kind: 'kept', keptAtMs: kept.find((each) => each.recordId === recordId)?.keptAtMs ?? 0 }} always />
            </li>
          );
        })}
      </ul>
      {kept.some(({ secondCopy }) => !secondCopy) && (
        <Alert kind="warning" title={t('form:keep.noSecondCopyTitle')}>
          <p>{t('form:keep.noSecondCopy')}</p>
        </Alert>
      )}
      <ButtonRow>
        <ActionLink appearance="primary" to={paths.caseload}>
          {t('kept.caseload')}
        </ActionLink>
      </ButtonRow>
    </div>
  );
}
