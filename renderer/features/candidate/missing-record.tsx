import { useTranslation } from 'react-i18next';
import { paths } from '#renderer/app/paths.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import type { DossierId } from '#shared/domain/ids.ts';

export function MissingRecord({ dossierId }: { readonly dossierId: DossierId }) {
  const { t } = useTranslation('candidate');
  return (
    <>
      <PageHeader title={t('missingRecord.title')} documentTitle={t('missingRecord.title')} lead={t('missingRecord.text')} />
      <ActionLink to={paths.candidate(dossierId)}>{t('backToFile')}</ActionLink>
    </>
  );
}
