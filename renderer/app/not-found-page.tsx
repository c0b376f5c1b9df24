import { useTranslation } from 'react-i18next';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { paths } from './paths.ts';

export function NotFoundPage() {
  const { t } = useTranslation('app');
  return (
    <>
      <PageHeader title={t('notFound.title')} documentTitle={t('notFound.title')} lead={t('notFound.text')} />
      <ActionLink to={paths.home}>{t('notFound.home')}</ActionLink>
    </>
  );
}
