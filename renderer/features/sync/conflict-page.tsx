import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useDevice, useLive } from '#renderer/app/device-context.tsx';
import { useNameOfColleague } from '#renderer/app/use-colleagues.ts';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { Alert } from '#renderer/components/alert.tsx';
import { BackLink } from '#renderer/components/back-link.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import type { ConflictView } from '#renderer/data/views.ts';
import type { OpId } from '#shared/domain/ids.ts';
import { ConflictChoices } from './conflict-choices.tsx';
import { ConflictDecided } from './conflict-decided.tsx';
import './conflict-page.css';

/** Two people changed the same thing. Neither version was dropped; a person decides, and can take it back. */
export function ConflictPage() {
  const { t } = useTranslation(['sync', 'app']);
  const device = useDevice();
  const opId = (useParams().opId ?? '') as OpId;
  const conflict = useLive(useMemo(() => device.conflict(opId), [device, opId]));
  if (conflict.kind === 'loading') return <p className="visually-hidden">{t('app:loading')}</p>;
  if (conflict.kind === 'failed') {
    return (
      <>
        <PageHeader title={t('conflictPage.documentTitle')} documentTitle={t('conflictPage.documentTitle')} />
        <Alert kind="error" title={t('app:failed.read')}>
          <p>{t('app:failed.safe')}</p>
        </Alert>
      </>
    );
  }
  if (conflict.value === null) {
    return (
      <>
        <PageHeader title={t('conflictPage.settled.title')} documentTitle={t('conflictPage.documentTitle')} lead={t('conflictPage.settled.text')} />
        <ActionLink to={paths.unsent}>{t('conflictPage.back')}</ActionLink>
      </>
    );
  }
  return <Conflict key={opId} conflict={conflict.value} />;
}

function Conflict({ conflict }: { readonly conflict: ConflictView }) {
  const { t } = useTranslation(['sync', 'words', 'file']);
  const { principal } = useDevice();
  const nameOf = useNameOfColleague();
  const format = useFormat();
  const shown = JSON.stringify(conflict.seen);
  const [first] = useState(shown);
  const isOther = shown !== first && conflict.decidedUntilMs === null;
  const item = t('unsent.item', { kind: t(`words:kind.${conflict.record.kind}`), name: conflict.candidateName });
  return (
    <div className="conflict">
      <PageHeader
        back={<BackLink to={paths.unsent}>{t('conflictPage.back')}</BackLink>}
        title={t('conflictPage.title')}
        documentTitle={t('conflictPage.documentTitle')}
        lead={item}
      />
      <div className="conflict__story">
        <p>
          {conflict.theirsBy === principal.userId ? t('conflictPage.self') : t('conflictPage.changedBy', { name: conflict.theirsBy === null ? t('file:colleague.unknown') : nameOf(conflict.theirsBy) })} {t('conflictPage.mine', { mine: format.moment(conflict.mineAtMs) })}{' '}
          {conflict.theirsAtMs !== null && t('conflictPage.theirs', { theirs: format.moment(conflict.theirsAtMs) })}
        </p>
        <p>{t('conflictPage.keep')}</p>
      </div>
      {isOther && <Alert kind="warning" role="alert">{t('conflictPage.moved')}</Alert>}
      {/* What came in meanwhile is another question: the choices of before do not count for it. */}
      {conflict.decidedUntilMs === null ? <ConflictChoices key={shown} conflict={conflict} format={format} /> : <ConflictDecided opId={conflict.opId} untilMs={conflict.decidedUntilMs} />}
    </div>
  );
}
