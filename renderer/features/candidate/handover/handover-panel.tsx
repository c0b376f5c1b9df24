import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import type { Format } from '#renderer/app/use-format.ts';
import { WaitingWork } from '#renderer/components/waiting-work.tsx';
import { recordsOf, type DossierView } from '#renderer/data/views.ts';
import { mayRecord } from '../may-record.ts';
import { HandoverCard } from './handover-card.tsx';

/**
 * What somebody wrote who could no longer come here when it was sent: it was promised to be kept, so those now responsible
 * see it, and say what they did with it [FGT2] [FGT4].
 */
export function HandoverPanel({ dossier, format }: { readonly dossier: DossierView; readonly format: Format }) {
  const { t } = useTranslation('handover');
  const { principal } = useDevice();
  const all = recordsOf(dossier, 'handover').filter(({ groups }) => groups.about !== undefined);
  const open = all.filter(({ groups }) => groups.handling === undefined);
  const earlier = all.filter(({ groups }) => groups.handling !== undefined);
  const mayHandle = mayRecord(principal, 'handover', dossier);
  return (
    <WaitingWork
      title={t('title')}
      lead={t('lead')}
      open={open.length === 0 ? null : open.map((record) => <HandoverCard key={record.recordId} record={record} format={format} mayHandle={mayHandle} />)}
      earlierTitle={t('earlier', { count: earlier.length })}
      earlier={earlier.length === 0 ? null : earlier.map((record) => <HandoverCard key={record.recordId} record={record} format={format} mayHandle={false} />)}
    />
  );
}
