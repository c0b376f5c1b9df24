import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import type { Format } from '#renderer/app/use-format.ts';
import { Heading } from '#renderer/components/heading.tsx';
import { TextLink } from '#renderer/components/text-link.tsx';
import { RecordStatusText } from '#renderer/features/sync/record-status.tsx';
import type { DossierView, RecordView } from '#renderer/data/views.ts';
import { timelineOf } from './dossier-summary.ts';
import { RiskBadge } from './risk-badge.tsx';

/** Visits and measurements, newest first, each with what became of it. */
export function Timeline({ dossier, format }: { readonly dossier: DossierView; readonly format: Format }) {
  const { t } = useTranslation('candidate');
  const items = timelineOf(dossier);
  return (
    <section className="timeline">
      <Heading level={2}>{t('timeline.title')}</Heading>
      {items.length === 0 ? (
        <p>{t('timeline.empty')}</p>
      ) : (
        <ol className="timeline__items">
          {items.map((item) => (
            <li key={item.record.recordId} className="timeline__item">
              <p className="timeline__day">{item.on === '' ? '' : format.dayInWords(item.on)}</p>
              {item.kind === 'visit' ? <VisitLine record={item.record} /> : <MeasurementLine record={item.record} format={format} />}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function VisitLine({ record }: { readonly record: RecordView<'visit'> }) {
  const { t } = useTranslation(['candidate', 'words']);
  const { principal } = useDevice();
  const { facts, note } = record.groups;
  return (
    <div className="timeline__body">
      <div className="timeline__head">
        <TextLink to={paths.visit(record.dossierId, record.recordId)} className="timeline__link">
          {facts === undefined ? t('words:kind.visit') : t('timeline.visit', { activity: t(`words:activity.${facts.activity}`).toLowerCase() })}
        </TextLink>
        {facts !== undefined && facts.risk !== 'goed' && <RiskBadge risk={facts.risk} />}
      </div>
      {note !== undefined && <p className="timeline__text">{note.observations}</p>}
      <p className="timeline__status">
        {facts !== undefined && <span>{t('timeline.by', { name: facts.heldBy === principal.userId ? t('timeline.you') : t('timeline.colleague') })}</span>}
        <RecordStatusText status={record.status} />
      </p>
    </div>
  );
}

function MeasurementLine({ record, format }: { readonly record: RecordView<'measurement'>; readonly format: Format }) {
  const { t } = useTranslation('candidate');
  const { facts, result } = record.groups;
  return (
    <div className="timeline__body">
      <div className="timeline__head">
        <TextLink to={paths.measurement(record.dossierId, record.recordId)} className="timeline__link">
          {result === undefined ? t('timeline.measurementOpen') : t('timeline.measurement', { value: format.count(result.loonwaarde) })}
        </TextLink>
      </div>
      {facts !== undefined && <p className="timeline__text">{t('timeline.measurementAt', { function: facts.functionPerformed, employer: facts.employerName })}</p>}
      <p className="timeline__status">
        {facts !== undefined && <span>{t('timeline.by', { name: facts.expertName })}</span>}
        <RecordStatusText status={record.status} />
      </p>
    </div>
  );
}
