import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Format } from '#renderer/app/use-format.ts';
import { DataList, type DataListItem } from '#renderer/components/data-list.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import { RecordStatusText } from '#renderer/features/sync/record-status.tsx';
import type { DossierView, RecordView } from '#renderer/data/views.ts';
import type { VisitFacts, VisitNote } from '#shared/domain/records/visit.ts';
import { RiskBadge } from './risk-badge.tsx';
import { VisitAgreements } from './visit-agreements.tsx';

export interface VisitViewProps {
  readonly dossier: DossierView;
  readonly record: RecordView<'visit'>;
  readonly format: Format;
}

/** The note first: that is what one comes to read. */
export function VisitView({ record, dossier, format }: VisitViewProps) {
  const { t } = useTranslation(['candidate', 'words']);
  const { facts, note } = record.groups;
  const status: DataListItem = { key: 'status', label: t('visit.status'), value: <RecordStatusText status={record.status} always /> };
  return (
    <div className="visit-view">
      <div className="visit-view__note">
        {note === undefined ? <p>{t('visit.noNote')}</p> : <NoteView note={note} />}
        <VisitAgreements record={record} dossier={dossier} format={format} />
      </div>
      <section className="candidate__section">
        <Heading level={2}>{t('facts.title')}</Heading>
        <DataList items={facts === undefined ? [status] : [...factsOf(facts, note, format, t), status]} />
      </section>
    </div>
  );
}

function NoteView({ note }: { readonly note: VisitNote }) {
  const { t } = useTranslation(['candidate', 'words']);
  return (
    <>
      <section className="candidate__section">
        <Heading level={2}>{t('visit.observations')}</Heading>
        <p className="visit-view__text">{note.observations}</p>
      </section>
      {note.goals.length > 0 && (
        <section className="candidate__section">
          <Heading level={2}>{t('visit.goals')}</Heading>
          <DataList items={note.goals.map((goal, index) => ({ key: String(index), label: t(`words:goalProgress.${goal.progress}`), value: goal.goal }))} />
        </section>
      )}
    </>
  );
}

function factsOf(facts: VisitFacts, note: VisitNote | undefined, format: Format, t: TFunction<['candidate', 'words']>): readonly DataListItem[] {
  const items: DataListItem[] = [];
  const add = (key: string, value: DataListItem['value']) => items.push({ key, label: t(`visit.${key}`), value });
  add('when', t('visit.whenValue', { day: format.dayInWords(facts.heldOn), time: facts.beganAt }));
  add('duration', t('words:minutes', { count: facts.durationMinutes }));
  if (facts.candidateMinutes !== facts.durationMinutes) add('candidateMinutes', t('words:minutes', { count: facts.candidateMinutes }));
  if ((facts.participants ?? 1) > 1) add('participants', t('visit.participantsValue', { count: facts.participants ?? 1 }));
  if (facts.travelMinutes !== undefined && facts.travelMinutes !== null) add('travelMinutes', t('words:minutes', { count: facts.travelMinutes }));
  if (facts.travelMetres !== undefined && facts.travelMetres !== null) add('travelMetres', t('visit.kilometres', { kilometres: format.count(Math.round(facts.travelMetres / 100) / 10) }));
  add('place', t(`words:visitPlace.${facts.place}`));
  add('attendees', t(`words:attendees.${facts.attendees}`));
  if (note !== undefined && note.contactPerson !== '') add('contactPerson', note.contactPerson);
  add('activity', t(`words:activity.${facts.activity}`));
  add('risk', <RiskBadge risk={facts.risk} />);
  if (facts.sickLeave) add('sickLeave', t('facts.yes'));
  add('nextContact', facts.nextContactOn === null ? t('visit.none') : format.dayInWords(facts.nextContactOn));
  return items;
}
