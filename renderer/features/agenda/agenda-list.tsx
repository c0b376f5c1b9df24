import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import type { Format } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { Button } from '#renderer/components/button.tsx';
import { TextLink } from '#renderer/components/text-link.tsx';
import type { AgendaLine } from './agenda-lines.ts';
import '#renderer/components/dated-list.css';

export interface AgendaListProps {
  readonly lines: readonly AgendaLine[];
  readonly format: Format;
  readonly today: string;
  /** For lines of several days. */
  readonly withDay?: boolean;
  readonly settle: (line: AgendaLine, to: 'geweest' | 'afgezegd') => void;
}

/** Times first, then who and where, then what can be done about it. */
export function AgendaList({ lines, format, today, withDay = false, settle }: AgendaListProps) {
  return (
    <ul className="dated-list agenda-list">
      {lines.map((line) => (
        <li key={line.kind === 'appointment' ? line.appointment.recordId : `contact-${line.row.dossierId}`} className="dated-list__item">
          <Time line={line} format={format} withDay={withDay} />
          <What line={line} format={format} />
          <Actions line={line} today={today} settle={settle} />
        </li>
      ))}
    </ul>
  );
}

function Time({ line, format, withDay }: { readonly line: AgendaLine; readonly format: Format; readonly withDay: boolean }) {
  const { t } = useTranslation('agenda');
  const begins = line.kind === 'appointment' ? line.appointment.beginsAt : null;
  return (
    <p className="agenda-list__time">
      {withDay && <span>{format.nearDay(line.on)}</span>}
      {begins === null ? <span className="agenda-list__none">{t('noTime')}</span> : <time>{begins}</time>}
      {line.kind === 'appointment' && begins !== null && <span className="agenda-list__length">{t('minutes', { count: line.appointment.durationMinutes })}</span>}
    </p>
  );
}

function What({ line, format }: { readonly line: AgendaLine; readonly format: Format }) {
  const { t } = useTranslation('agenda');
  const { row } = line;
  return (
    <div>
      <TextLink to={paths.candidate(row.dossierId)} className="dated-list__name">
        {row.name}
      </TextLink>
      <p className="agenda-list__detail">
        {line.kind === 'appointment' ? t(`about.${line.appointment.about}`) : t('contact', { day: format.day(line.agreedOn) })}
        {row.employerName !== null && <span> · {row.employerName}</span>}
        {line.kind === 'appointment' && line.appointment.location !== '' && <span> · {line.appointment.location}</span>}
      </p>
    </div>
  );
}

/** Before the day it can be moved; on the day and after, what became of it comes first. */
function Actions({ line, today, settle }: Pick<AgendaListProps, 'settle' | 'today'> & { readonly line: AgendaLine }) {
  const { t } = useTranslation('agenda');
  const { principal } = useDevice();
  const { dossierId, name } = line.row;
  if (line.kind === 'contact') {
    return (
      <div className="agenda-list__actions">
        <ActionLink to={paths.newAppointment(dossierId)} aria-label={t('actions.planFor', { name })}>
          {t('actions.plan')}
        </ActionLink>
      </div>
    );
  }
  const { recordId, about } = line.appointment;
  const isHere = line.on <= today;
  const record = !isHere ? null : about === 'bezoek' && principal.role !== 'loonwaarde-expert' ? 'visit' : about === 'meting' && principal.role === 'loonwaarde-expert' ? 'measurement' : null;
  return (
    <div className="agenda-list__actions">
      {record !== null && (
        <ActionLink to={record === 'visit' ? paths.newVisit(dossierId) : paths.newMeasurement(dossierId)} aria-label={t(`actions.${record}For`, { name })}>
          {t(`actions.${record}`)}
        </ActionLink>
      )}
      {isHere && (
        <Button appearance="subtle" onClick={() => settle(line, 'geweest')} aria-label={t('actions.doneFor', { name })}>
          {t('actions.done')}
        </Button>
      )}
      <ActionLink appearance="subtle" to={paths.newAppointment(dossierId, recordId)} aria-label={t('actions.moveFor', { name })}>
        {t('actions.move')}
      </ActionLink>
      <Button appearance="subtle" onClick={() => settle(line, 'afgezegd')} aria-label={t('actions.cancelFor', { name })}>
        {t('actions.cancel')}
      </Button>
    </div>
  );
}
