import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDossier } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { Alert } from '#renderer/components/alert.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import type { DossierView } from '#renderer/data/views.ts';
import { useDossierId } from './use-dossier-id.ts';

/** Reads the file of the address; shows why when it cannot, else what `children` make of it. */
export function DossierGate({ children }: { readonly children: (dossier: DossierView) => ReactNode }) {
  const { t } = useTranslation(['candidate', 'app']);
  const dossier = useDossier(useDossierId());
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
  if (dossier.value === null) {
    return (
      <>
        <PageHeader title={t('missing.title')} documentTitle={t('missing.title')} lead={t('missing.text')} />
        <ActionLink to={paths.caseload}>{t('missing.back')}</ActionLink>
      </>
    );
  }
  return children(dossier.value);
}
