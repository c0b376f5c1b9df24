import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { Alert } from '#renderer/components/alert.tsx';
import { TextLink } from '#renderer/components/text-link.tsx';
import { mayRecord } from '#renderer/features/candidate/may-record.ts';
import type { DossierView, RecordView } from '#renderer/data/views.ts';
import { versionsIn, type MeasurementInFile, type VersionsInFile } from './versions-in-file.ts';

interface CorrectionProps {
  readonly dossier: DossierView;
  readonly record: RecordView<'measurement'>;
}

/**
 * An earlier version says that it is one, a later one what it takes the place of, and two that were made apart say so of
 * each other and which of them counts: signatures belong to the version they stand under.
 */
export function CorrectionNotice({ dossier, record }: CorrectionProps) {
  const { t } = useTranslation('measurement');
  const versions = versionsIn(dossier);
  const version = versions.get(record.recordId);
  if (version === undefined) return null;
  const { name, replaces, replacesUnknown, replacedBy, beside, counts } = version;
  return (
    <>
      {replacedBy.length > 0 && (
        <Alert kind="warning" title={t('corrected.title', { version: name })}>
          <p>{t('corrected.text')}</p>
          <MeasurementLinks measurements={replacedBy} versions={versions} />
        </Alert>
      )}
      {beside.length > 0 && (
        <Alert kind="warning" title={t('beside.title', { version: name, count: beside.length })}>
          <p>{t(counts.recordId === record.recordId ? 'beside.thisCounts' : 'beside.otherCounts', { version: name, counts: versions.get(counts.recordId)?.name })}</p>
          <MeasurementLinks measurements={beside} versions={versions} />
          <p>{t('beside.makeOne')}</p>
        </Alert>
      )}
      {replaces.length + replacesUnknown.length > 0 && (
        <Alert kind="info" title={t('corrects.title', { version: name })}>
          {replaces.length > 0 && <p>{t('corrects.which')}</p>}
          <MeasurementLinks measurements={replaces} versions={versions} />
          {replacesUnknown.length > 0 && <p>{t('corrects.unknown')}</p>}
        </Alert>
      )}
    </>
  );
}

/** The versions by name, with what each found, its day and who measured. */
export function MeasurementLinks({ measurements, versions }: { readonly measurements: readonly MeasurementInFile[]; readonly versions: VersionsInFile }) {
  const { t } = useTranslation('measurement');
  const format = useFormat();
  if (measurements.length === 0) return null;
  return (
    <ul className="measurement-versions">
      {measurements.map(({ recordId, facts: { finalisedOn, loonwaarde }, record }) => (
        <li key={recordId}>
          <TextLink to={paths.measurement(record.dossierId, recordId)}>{t('versionOf', { version: versions.get(recordId)?.name ?? '1', day: format.dayInWords(finalisedOn), loonwaarde })}</TextLink>
          {record.groups.facts !== undefined && <span> · {record.groups.facts.expertName}</span>}
        </li>
      ))}
    </ul>
  );
}

/**
 * What is final is corrected by a new measurement; one that was corrected apart from another makes one of them all. An
 * older file was measured by a method that ended, so it is left as it is.
 */
export function CorrectLink({ dossier, record }: CorrectionProps) {
  const { t } = useTranslation('measurement');
  const { principal } = useDevice();
  const [draftId] = useState(() => crypto.randomUUID());
  const { tasks } = record.groups;
  const version = versionsIn(dossier).get(record.recordId);
  if (version === undefined || tasks?.method !== 'uniform-2021' || version.replacedBy.length > 0 || !mayRecord(principal, 'measurement', dossier)) return null;
  return <ActionLink to={paths.correctMeasurement(dossier.dossierId, record.recordId, draftId)}>{t(version.beside.length > 0 ? 'makeOne' : 'correct')}</ActionLink>;
}
