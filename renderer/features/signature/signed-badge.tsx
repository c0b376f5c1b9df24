import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/status-badge.tsx';
import type { DossierView, RecordView } from '#renderer/data/views.ts';
import { finalSignable, signaturesUnder } from './signers-of.ts';

/** In a list: how many have signed; nothing while nobody has, because then it is only a report like any other. */
export function SignedBadge({ dossier, record }: { readonly dossier: DossierView; readonly record: RecordView }) {
  const { t } = useTranslation('signature');
  const signable = finalSignable(record);
  const given = signable === null ? 0 : signaturesUnder(dossier, record).filter(({ signature }) => signature.method !== 'declined').length;
  if (signable === null || given === 0) return null;
  const all = signable.roles.length;
  return <StatusBadge tone={given === all ? 'good' : 'info'}>{given === all ? t('badge.all') : t('badge.some', { given, all })}</StatusBadge>;
}
