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
import { correctionOf } from './earlier-measurements.ts';

interface CorrectionProps {
  readonly dossier: DossierView;
  readonly record: RecordView<'measurement'>;
}

/** An earlier version says that it is one, and a later one what it takes the place of: signatures belong to the version they stand under. */
export function CorrectionNotice({ dossier, record }: CorrectionProps) {
  const { t } = useTranslation('measurement');
  const format = useFormat();
  const correction = correctionOf(dossier, record.recordId);
  const corrects = record.groups.result?.corrects ?? null;
  const old = corrects === null ? undefined : dossier.measurements.find(({ recordId }) => recordId === corrects);
  return (
    <>
      {correction?.groups.result !== undefined && (
        <Alert kind="warning" title={t('corrected.title')}>
          <p>{t('corrected.text', { loonwaarde: correction.groups.result.loonwaarde, day: format.dayInWords(correction.groups.result.finalisedOn) })}</p>
          <p>
            <TextLink to={paths.measurement(dossier.dossierId, correction.recordId)}>{t('corrected.open')}</TextLink>
          </p>
        </Alert>
      )}
      {old?.groups.result !== undefined && (
        <Alert kind="info" title={t('corrects.title', { day: format.dayInWords(old.groups.result.finalisedOn) })}>
          <p>{t('corrects.text', { loonwaarde: old.groups.result.loonwaarde })}</p>
          <p>
            <TextLink to={paths.measurement(dossier.dossierId, old.recordId)}>{t('corrects.open')}</TextLink>
          </p>
        </Alert>
      )}
    </>
  );
}

/** What is final is corrected by a new measurement; an older file was measured by a method that ended, so it is left as it is. */
export function CorrectLink({ dossier, record }: CorrectionProps) {
  const { t } = useTranslation('measurement');
  const { principal } = useDevice();
  const [draftId] = useState(() => crypto.randomUUID());
  const { tasks, result } = record.groups;
  if (result === undefined || tasks?.method !== 'uniform-2021' || correctionOf(dossier, record.recordId) !== null || !mayRecord(principal, 'measurement', dossier)) return null;
  return <ActionLink to={paths.correctMeasurement(dossier.dossierId, record.recordId, draftId)}>{t('correct')}</ActionLink>;
}
