import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Format } from '#renderer/app/use-format.ts';
import { DataList, type DataListItem } from '#renderer/components/data-list.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import { RecordStatusText } from '#renderer/features/sync/record-status.tsx';
import type { RecordView } from '#renderer/data/views.ts';
import type { VisitFacts, VisitNote } from '#shared/domain/records/visit.ts';
import { RiskBadge } from './risk-badge.tsx';

export interface VisitViewProps {
  readonly record: RecordView<'visit'>;
  readonly format: Format;
}

/** The note first: that is what one comes to read. */
export function VisitView({ record, format }: VisitViewProps) {
  const { t } = useTranslation(['candidate', 'words']);
  const { facts, note } = record.groups;
  const status: DataListItem = { key: 'status', label: t('visit.status'), value: <RecordStatusText status={record.status} always /> };
  return (
    <div className="visit-view">
      <div className="visit-view__note">{note === undefined ? <p>{t('visit.noNote')}</p> : <NoteView note={note} format={format} />}</div>
      <section className="candidate__section">
        <Heading level={2}>{t('facts.title')}</Heading>
        <DataList items={facts === undefined ? [status] : [...factsOf(facts, note, format, t), status]} />
      </section>
    </div>
  );
}

function NoteView({ note, format }: { readonly note: VisitNote; readonly format: Format }) {
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
      {note.agreements.length > 0 && (
        <section className="candidate__section">
          <Heading level={2}>{t('visit.agreements')}</Heading>
          <ul className="visit-view__agreements">
            {note.agreements.map((agreement) => (
              <li key={agreement.id ?? `${agreement.what} ${agreement.owner}`}>
                <p>{agreement.what}</p>
                <p className="visit-view__detail">
                  {[t(`words:agreementOwner.${agreement.owner}`), agreement.dueOn === null ? null : `${t('visit.agreementDue').toLowerCase()} ${format.dayInWords(agreement.dueOn)}`, outcomeOf(agreement.outcome, t)].filter((part) => part !== null).join(', ')}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** What is still open needs no word: that is what an agreement is. */
function outcomeOf(outcome: VisitNote['agreements'][number]['outcome'], t: TFunction<['candidate', 'words']>): string | null {
  return outcome === undefined || outcome === 'open' ? null : t(`words:agreementOutcome.${outcome}`).toLowerCase();
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
