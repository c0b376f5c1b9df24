import ical, { ICalCalendarMethod, ICalEventBusyStatus, ICalEventTransparency } from 'ical-generator';
import { addDays, amsterdamMomentOf, day } from '#shared/lib/calendar.ts';
import type { AgendaLine } from './agenda-lines.ts';

export interface IcsWords {
  readonly calendar: string;
  readonly titleOf: (about: string) => string;
  readonly whole: string;
}

/** Without a time nobody is away the whole day: a colleague who plans a meeting must not read that. */
const free = { transparency: ICalEventTransparency.TRANSPARENT, busystatus: ICalEventBusyStatus.FREE };

/**
 * The agenda as iCalendar text (RFC 5545), for Outlook or a telephone. It leaves the protected device, so it holds no
 * name, no employer and no place: only when, and what for. The same appointment keeps its UID, and so does
 * the next contact with somebody, of which there is one at a time: a later file moves it.
 * @param nowMs [ms] @returns lines with CRLF, folded; times in UTC, so that no description of a time zone need travel along
 */
export function icsOf(lines: readonly AgendaLine[], words: IcsWords, nowMs: number): string {
  const calendar = ical({ name: words.calendar, method: ICalCalendarMethod.PUBLISH, prodId: { company: 'Veldwerk', product: 'Agenda', language: 'NL' } });
  const stamp = new Date(nowMs);
  for (const line of lines) {
    if (line.kind === 'contact') {
      calendar.createEvent({ id: `contact-${line.row.dossierId}@veldwerk`, stamp, allDay: true, start: line.on, end: addDays(day(line.on), 1), summary: words.whole, ...free });
      continue;
    }
    const { recordId, beginsAt, durationMinutes, about } = line.appointment;
    const summary = words.titleOf(about);
    const id = `${recordId}@veldwerk`;
    if (beginsAt === null) calendar.createEvent({ id, stamp, allDay: true, start: line.on, end: addDays(day(line.on), 1), summary, ...free });
    else {
      const startMs = amsterdamMomentOf(day(line.on), beginsAt);
      calendar.createEvent({ id, stamp, start: new Date(startMs), end: new Date(startMs + durationMinutes * 60_000), summary });
    }
  }
  return calendar.toString();
}
