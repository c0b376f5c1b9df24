import { useTranslation } from 'react-i18next';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { useDevice } from './device-context.tsx';
import { paths } from './paths.ts';

export function NoRightsPage() {
  const { t } = useTranslation(['app', 'words']);
  const { principal } = useDevice();
  return (
    <>
      <PageHeader
        title={t('noRights.title')}
        documentTitle={t('noRights.title')}
        lead={t('noRights.text', { role: t(`words:role.${principal.role}`) })}
      />
      <ActionLink to={paths.home}>{t('notFound.home')}</ActionLink>
    </>
  );
}
