import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { useFormat } from '#renderer/app/use-format.ts';
import { Alert } from '#renderer/components/alert.tsx';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { UndoNotice } from '#renderer/components/undo-notice.tsx';
import type { CaseloadRow, PlannedAppointment } from '#renderer/data/views.ts';
import { RowsGate } from '#renderer/features/caseload/rows-gate.tsx';
import { saveFile } from '#renderer/platform/save-file.ts';
import type { DossierId } from '#shared/domain/ids.ts';
import { addDays, amsterdamDayOf } from '#shared/lib/calendar.ts';
import { nextWorkingDay } from '#shared/domain/due/due-period.ts';
import { agendaOf, type Agenda, type AgendaDay, type AgendaLine } from './agenda-lines.ts';
import { AgendaList } from './agenda-list.tsx';
import { DayCheck } from './day-check.tsx';
import './agenda.css';

/** What somebody has to do today and the coming weeks, and whether tomorrow can be done without a connection. */
export function AgendaPage() {
  const { t } = useTranslation('agenda');
  return <RowsGate title={t('title')}>{(rows) => <AgendaOf rows={rows} />}</RowsGate>;
}

function AgendaOf({ rows }: { readonly rows: readonly CaseloadRow[] }) {
  const { t } = useTranslation(['agenda', 'app']);
  const device = useDevice();
  const format = useFormat();
  const today = amsterdamDayOf(format.nowMs);
  const { userId } = device.principal;
  const agenda = useMemo(() => agendaOf(rows, userId, today), [rows, userId, today]);
  const next = nextWorkingDay(today, (day) => agenda.days.some(({ on, lines }) => on === day && lines.some((line) => line.kind === 'appointment')));
  const linesOn = (on: string) => agenda.days.find((day) => day.on === on)?.lines ?? [];
  const [laterShown, setLaterShown] = useState(linesAtOnce);
  const later = firstLines(agenda.days.filter(({ on }) => on !== today && on !== next), laterShown);
  const { settled, settle, undo } = useSettling();
  const download = useIcs(agenda);

  return (
    <div className="agenda">
      <PageHeader
        title={t('title')}
        documentTitle={t('title')}
        lead={t('lead', { day: format.weekday(today) })}
        actions={<Button onClick={() => void download()}>{t('ics.button')}</Button>}
      />
      {settled !== null && (
        settled.failed ? (
          <Alert kind="error" title={t('settle.failed')} role="alert"><p>{t('app:failed.safe')}</p></Alert>
        ) : (
          <UndoNotice message={t(`settle.${settled.to}`, { name: settled.name })} undoLabel={t('app:undo')} onUndo={() => void undo()} />
        )
      )}
      <section className="agenda__section">
        <Heading level={2}>{t('today')}</Heading>
        {linesOn(today).length === 0 ? <p>{t('nothing.today')}</p> : <AgendaList lines={linesOn(today)} format={format} today={today} settle={(line, to) => void settle(line, to)} />}
      </section>
      <section className="agenda__section">
        <Heading level={2}>{next === addDays(today, 1) ? t('tomorrow') : format.weekday(next)}</Heading>
        <DayCheck day={next} today={today} lines={linesOn(next)} format={format} />
        {linesOn(next).length === 0 ? <p>{t('nothing.day')}</p> : <AgendaList lines={linesOn(next)} format={format} today={today} settle={(line, to) => void settle(line, to)} />}
      </section>
      {agenda.unfinished.length > 0 && (
        <section className="agenda__section">
          <Heading level={2}>{t('unfinished.title')}</Heading>
          <p className="agenda__hint">{t('unfinished.text')}</p>
          <AgendaList lines={agenda.unfinished} format={format} today={today} withDay settle={(line, to) => void settle(line, to)} />
        </section>
      )}
      {later.days.length > 0 && (
        <section className="agenda__section">
          <Heading level={2}>{t('later')}</Heading>
          {later.days.map(({ on, lines }) => (
            <div key={on} className="agenda__day">
              <Heading level={3}>{format.weekday(on)}</Heading>
              <AgendaList lines={lines} format={format} today={today} settle={(line, to) => void settle(line, to)} />
            </div>
          ))}
          {later.left > 0 && <Button onClick={() => setLaterShown(laterShown + linesAtOnce * 5)}>{t('more', { n: format.count(later.left) })}</Button>}
        </section>
      )}
    </div>
  );
}

/** As many lines of later days as are shown at once; the rest come when asked for. */
const linesAtOnce = 30;

function firstLines(days: readonly AgendaDay[], most: number): { readonly days: readonly AgendaDay[]; readonly left: number } {
  const shown: AgendaDay[] = [];
  let left = 0;
  let room = most;
  for (const { on, lines } of days) {
    const some = lines.slice(0, room);
    if (some.length > 0) shown.push({ on, lines: some });
    room -= some.length;
    left += lines.length - some.length;
  }
  return { days: shown, left };
}

type Settled = { readonly dossierId: DossierId; readonly recordId: PlannedAppointment['recordId']; readonly to: 'geweest' | 'afgezegd'; readonly name: string; readonly failed: boolean };

/** Says what became of an appointment; taken back as easily. */
function useSettling() {
  const { t } = useTranslation('agenda');
  const device = useDevice();
  const announce = useAnnounce();
  const [settled, setSettled] = useState<Settled | null>(null);
  const put = async (dossierId: DossierId, recordId: PlannedAppointment['recordId'], state: 'gepland' | 'geweest' | 'afgezegd') => (await device.changeAppointment({ dossierId, recordId, state })).ok;
  return {
    settled,
    settle: async (line: AgendaLine, to: Settled['to']) => {
      if (line.kind !== 'appointment') return;
      const { dossierId, name } = line.row;
      const { recordId } = line.appointment;
      const ok = await put(dossierId, recordId, to);
      setSettled({ dossierId, recordId, to, name, failed: !ok });
      announce(ok ? t(`settle.${to}`, { name }) : t('settle.failed'));
    },
    undo: async () => {
      if (settled === null) return;
      if (await put(settled.dossierId, settled.recordId, 'gepland')) setSettled(null);
    },
  };
}

/** In a browser it is not known what became of it, so no more is said than that it was made. */
const icsWords = { saved: 'saved', 'handed-over': 'saved', cancelled: 'cancelled', failed: 'failed' } as const;

/** The agenda for another program: without names, because that program is not ours to protect. */
function useIcs(agenda: Agenda) {
  const { t } = useTranslation('agenda');
  const announce = useAnnounce();
  const format = useFormat();
  return async () => {
    const { icsOf } = await import('./agenda-ics.ts');
    const text = icsOf(
      agenda.days.flatMap(({ lines }) => lines),
      { calendar: t('ics.calendar'), titleOf: (about) => t(`ics.subject.${about}`), whole: t('ics.contact') },
      format.nowMs,
    );
    const saved = await saveFile({ suggestedName: `agenda-${amsterdamDayOf(format.nowMs)}.ics`, mediaType: 'text/calendar', bytes: new TextEncoder().encode(text) });
    announce(t(`ics.${icsWords[saved.kind]}`));
  };
}
