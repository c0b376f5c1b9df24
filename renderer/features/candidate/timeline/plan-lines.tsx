import { useTranslation } from 'react-i18next';
import { paths } from '#renderer/app/paths.ts';
import type { DossierView, RecordView } from '#renderer/data/views.ts';
import { recordsOf } from '#renderer/data/views.ts';
import type { LinesOf } from './timeline-item.ts';
import { TimelineLine } from './timeline-line.tsx';

export const planLines: LinesOf<'plan'> = (record) => [{ key: record.recordId, on: record.groups.facts?.madeOn ?? '', line: <PlanLine record={record} /> }];

export const planOutcomeLines: LinesOf<'planOutcome'> = (record, dossier) => [{ key: record.recordId, on: record.groups.facts?.notedOn ?? '', line: <OutcomeLine record={record} dossier={dossier} /> }];

function PlanLine({ record }: { readonly record: RecordView<'plan'> }) {
  const { t } = useTranslation('plan');
  const { facts, content } = record.groups;
  return (
    <TimelineLine
      to={paths.plan(record.dossierId, record.recordId)}
      title={t('timeline.made', { version: facts?.version ?? '' })}
      text={content?.goal}
      by={facts === undefined ? undefined : { userId: facts.madeBy }}
      status={record.status}
    />
  );
}

function OutcomeLine({ record, dossier }: { readonly record: RecordView<'planOutcome'>; readonly dossier: DossierView }) {
  const { t } = useTranslation(['plan', 'words']);
  const { facts } = record.groups;
  if (facts === undefined) return null;
  const agreement = recordsOf(dossier, 'plan').flatMap(({ groups: { agreements } }) => agreements?.items ?? []).find(({ id }) => id === facts.agreementId);
  return (
    <TimelineLine
      to={paths.plan(record.dossierId, facts.planId)}
      title={t('timeline.outcome', { outcome: t(`words:planOutcome.${facts.outcome}`).toLowerCase() })}
      text={agreement?.what}
      by={{ userId: facts.notedBy }}
      status={record.status}
    />
  );
}
