import { useTranslation } from 'react-i18next';
import { useDevice, useLive } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { Alert } from '#renderer/components/alert.tsx';
import { TextLink } from '#renderer/components/text-link.tsx';
import type { DossierId } from '#shared/domain/ids.ts';
import { groupsOfRole } from '#shared/domain/rights.ts';

/** Says that a file may be there twice, to who can decide. Without a file: anywhere on this device. */
export function DuplicateNotice({ dossierId }: { readonly dossierId?: DossierId }) {
  const { principal } = useDevice();
  return groupsOfRole('write', principal.role, 'join').length === 0 ? null : <Notice {...(dossierId === undefined ? {} : { dossierId })} />;
}

function Notice({ dossierId }: { readonly dossierId?: DossierId }) {
  const { t } = useTranslation('file');
  const device = useDevice();
  const duplicates = useLive(device.duplicates);
  const pairs = duplicates.kind === 'ready' ? duplicates.value.filter(({ one, other }) => dossierId === undefined || one.dossierId === dossierId || other.dossierId === dossierId) : [];
  if (pairs.length === 0) return null;
  return (
    <Alert kind="info" title={dossierId === undefined ? t('duplicates.notice', { count: pairs.length }) : t('duplicates.noticeHere')}>
      <p>
        <TextLink to={paths.duplicates}>{t('duplicates.look')}</TextLink>
      </p>
    </Alert>
  );
}
