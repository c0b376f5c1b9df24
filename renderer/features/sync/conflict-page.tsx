import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useDevice, useDossier, useLive } from '#renderer/app/device-context.tsx';
import { useNameOfColleague } from '#renderer/app/use-colleagues.ts';
import { paths } from '#renderer/app/paths.ts';
import { useFormat, type Format } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { Alert } from '#renderer/components/alert.tsx';
import { BackLink } from '#renderer/components/back-link.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import type { ConflictView } from '#renderer/data/views.ts';
import type { DossierId, OpId } from '#shared/domain/ids.ts';
import { definitionOf } from '#shared/domain/kinds.ts';
import { ConflictChoices } from './conflict-choices.tsx';
import { ConflictDecided } from './conflict-decided.tsx';
import { nameOfWork } from './name-of-work.ts';
import './conflict-page.css';

/** Where one goes on from here: to one's own list, or to the file that a colleague's version lies in. */
interface Way {
  readonly to: string;
  readonly label: string;
}

/**
 * Two people changed the same thing. Neither version was dropped; a person decides, and can take it back. Who wrote the one
 * that waits gets here from their list, a colleague who may decide as well from the file [CON5].
 */
export function ConflictPage() {
  const { t } = useTranslation(['sync', 'app']);
  const device = useDevice();
  const params = useParams();
  const opId = (params.opId ?? '') as OpId;
  const dossierId = (params.dossierId ?? null) as DossierId | null;
  const conflict = useLive(useMemo(() => device.conflict(opId, dossierId), [device, opId, dossierId]));
  const unsent: Way = { to: paths.unsent, label: t('conflictPage.back') };
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
  if (conflict.value === null) return dossierId === null ? <Settled way={unsent} /> : <SettledInFile dossierId={dossierId} />;
  const { record } = conflict.value;
  const way = dossierId === null ? unsent : wayToFile(t, record.dossierId, definitionOf(record.kind).dossier === 'employer');
  return <Conflict key={opId} conflict={conflict.value} dossierId={dossierId} way={way} />;
}

const wayToFile = (t: (key: string) => string, dossierId: DossierId, isEmployer: boolean): Way =>
  isEmployer ? { to: paths.employer(dossierId), label: t('sync:conflictPage.backToEmployer') } : { to: paths.candidate(dossierId), label: t('sync:conflictPage.backToFile') };

/** Decided, here a moment ago or by somebody else. */
function Settled({ way }: { readonly way: Way }) {
  const { t } = useTranslation('sync');
  return (
    <>
      <PageHeader title={t('conflictPage.settled.title')} documentTitle={t('conflictPage.documentTitle')} lead={t('conflictPage.settled.text')} />
      <ActionLink to={way.to}>{way.label}</ActionLink>
    </>
  );
}

function SettledInFile({ dossierId }: { readonly dossierId: DossierId }) {
  const { t } = useTranslation('sync');
  const file = useDossier(dossierId);
  return <Settled way={wayToFile(t, dossierId, file.kind === 'ready' && file.value?.candidate === null)} />;
}

function Conflict({ conflict, dossierId, way }: { readonly conflict: ConflictView; readonly dossierId: DossierId | null; readonly way: Way }) {
  const { t } = useTranslation(['sync', 'words']);
  const format = useFormat();
  const shown = JSON.stringify(conflict.seen);
  const [first] = useState(shown);
  const isOther = shown !== first && conflict.decidedUntilMs === null;
  const item = nameOfWork(t, conflict.record.kind, conflict.name);
  return (
    <div className="conflict">
      <PageHeader
        back={<BackLink to={way.to}>{way.label}</BackLink>}
        title={t('conflictPage.title')}
        documentTitle={t('conflictPage.documentTitle')}
        lead={item}
      />
      <div className="conflict__story">
        <Story conflict={conflict} format={format} />
        <p>{t('conflictPage.keep')}</p>
      </div>
      {isOther && <Alert kind="warning" role="alert">{t('conflictPage.moved')}</Alert>}
      {/* What came in meanwhile is another question: the choices of before do not count for it. */}
      {conflict.decidedUntilMs === null ? <ConflictChoices key={shown} conflict={conflict} dossierId={dossierId} format={format} /> : <ConflictDecided opId={conflict.opId} untilMs={conflict.decidedUntilMs} way={way} />}
    </div>
  );
}

/** Who wrote which, and when. */
function Story({ conflict: { isOwn, mineBy, mineAtMs, theirsBy, theirsAtMs }, format }: { readonly conflict: ConflictView; readonly format: Format }) {
  const { t } = useTranslation(['sync', 'file']);
  const { principal } = useDevice();
  const nameOf = useNameOfColleague();
  const theirName = theirsBy === null ? t('file:colleague.unknown') : nameOf(theirsBy);
  if (!isOwn) {
    return (
      <>
        <p>
          {t('conflictPage.waitingBy', { name: nameOf(mineBy), moment: format.moment(mineAtMs) })} {theirsAtMs !== null && t('conflictPage.standsBy', { name: theirName, moment: format.moment(theirsAtMs) })}
        </p>
        <p>{t('conflictPage.mayChoose')}</p>
      </>
    );
  }
  return (
    <p>
      {theirsBy === principal.userId ? t('conflictPage.self') : t('conflictPage.changedBy', { name: theirName })} {t('conflictPage.mine', { mine: format.moment(mineAtMs) })}{' '}
      {theirsAtMs !== null && t('conflictPage.theirs', { theirs: format.moment(theirsAtMs) })}
    </p>
  );
}
