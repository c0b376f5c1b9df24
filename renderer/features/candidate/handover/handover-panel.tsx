import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import type { Format } from '#renderer/app/use-format.ts';
import { Heading } from '#renderer/components/heading.tsx';
import { recordsOf, type DossierView } from '#renderer/data/views.ts';
import { mayRecord } from '../may-record.ts';
import { HandoverCard } from './handover-card.tsx';
import './handover.css';

/**
 * What somebody wrote who could no longer come here when it was sent: it was promised to be kept, so those now responsible
 * see it, and say what they did with it [FGT2] [FGT4].
 */
export function HandoverPanel({ dossier, format }: { readonly dossier: DossierView; readonly format: Format }) {
  const { t } = useTranslation('handover');
  const { principal } = useDevice();
  const all = recordsOf(dossier, 'handover').filter(({ groups }) => groups.about !== undefined);
  if (all.length === 0) return null;
  const open = all.filter(({ groups }) => groups.handling === undefined);
  const earlier = all.filter(({ groups }) => groups.handling !== undefined);
  const mayHandle = mayRecord(principal, 'handover', dossier);
  return (
    <section className="handover">
      {open.length > 0 && (
        <>
          <Heading level={2}>{t('title')}</Heading>
          <p>{t('lead')}</p>
          {open.map((record) => (
            <HandoverCard key={record.recordId} record={record} format={format} mayHandle={mayHandle} />
          ))}
        </>
      )}
      {earlier.length > 0 && (
        <details className="handover__earlier">
          <summary>{t('earlier', { count: earlier.length })}</summary>
          {earlier.map((record) => (
            <HandoverCard key={record.recordId} record={record} format={format} mayHandle={false} />
          ))}
        </details>
      )}
    </section>
  );
}
