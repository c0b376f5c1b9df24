import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice, useDossier, useLive } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { Alert } from '#renderer/components/alert.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import type { DossierView } from '#renderer/data/views.ts';
import { DraftList } from './draft-list.tsx';
import { useDossierId } from './use-dossier-id.ts';

export interface DossierGateProps {
  readonly children: (dossier: DossierView) => ReactNode;
  /** Somebody types here: what the disk does to the database must not take their words off the screen. */
  readonly isTypedIn?: boolean;
}

/** Reads the file of the address; shows why when it cannot, else what `children` make of it. */
export function DossierGate({ children, isTypedIn = false }: DossierGateProps) {
  const { t } = useTranslation(['candidate', 'app']);
  const dossierId = useDossierId();
  const format = useFormat();
  const dossier = useDossier(dossierId);
  const { lastPullAtMs, isReadable } = useLive(useDevice().syncStatus);
  const [seen, setSeen] = useState<DossierView | null>(null);
  const [isHeld, setHeld] = useState(false);
  /** The first whole pull that was heard of while the file of a held page was not there [ms]; null while there is none. */
  const [awaySinceMs, setAwaySince] = useState<number | null>(null);
  const found = dossier.kind === 'ready' ? dossier.value : null;
  // The browser closed the database, or an empty one is in its place: that says nothing about whose file this is.
  const isEmptied = !isReadable || lastPullAtMs === null;
  const isWhole = found !== null && (found.candidate !== null || (!isEmptied && (seen?.candidate ?? null) === null));
  const isAway = isHeld && !isEmptied && dossier.kind === 'ready' && !isWhole;
  // That everything was fetched is heard before the file is read again. A second pull that does not bring it is the server's word.
  const isGone = isAway && awaySinceMs !== null && lastPullAtMs !== awaySinceMs;
  // Until the file is there again.
  const isHeldNow = !isWhole && !isGone && (isHeld || isEmptied || dossier.kind === 'failed');
  if (isTypedIn && (awaySinceMs !== null) !== isAway) setAwaySince(isAway ? lastPullAtMs : null);
  if (isTypedIn && isWhole && found !== seen) setSeen(found);
  if (isTypedIn && isHeldNow !== isHeld) setHeld(isHeldNow);
  if (isTypedIn && isHeldNow && seen?.dossierId === dossierId) return children(seen);
  // Reading takes a few milliseconds: a word in between would only flicker.
  if (dossier.kind === 'loading') return <p className="visually-hidden">{t('app:loading')}</p>;
  if (dossier.kind === 'failed') {
    return (
      <>
        <PageHeader title={t('title')} documentTitle={t('documentTitle')} />
        <Alert kind="error" title={t('app:failed.read')}>
          <p>{t('app:failed.safe')}</p>
        </Alert>
      </>
    );
  }
  const isTakenAway = (seen?.candidate ?? null) !== null;
  if (found === null || (isTypedIn && !isWhole && (isEmptied || isTakenAway))) {
    return (
      <>
        <PageHeader title={t('missing.title')} documentTitle={t('missing.title')} lead={isEmptied ? t('missing.notFetched') : t('missing.text')} />
        {!isEmptied && <DraftList dossierId={dossierId} format={format} isFileGone />}
        <ActionLink to={paths.caseload}>{t('missing.back')}</ActionLink>
      </>
    );
  }
  return children(found);
}
