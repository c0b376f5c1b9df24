import ical, { ICalCalendarMethod } from 'ical-generator';
import { addDays, day } from '#shared/lib/calendar.ts';
import type { AgendaLine } from './agenda-lines.ts';

export interface IcsWords {
  readonly calendar: string;
  readonly titleOf: (about: string) => string;
  readonly whole: string;
}

/**
 * The agenda as iCalendar text (RFC 5545), for Outlook or a telephone. It leaves the protected device, so it holds no
 * name, no employer and no place: only when, and what for. The same appointment keeps its UID, so a later file moves it.
 * @param nowMs [ms] @returns lines with CRLF, folded, times in Europe/Amsterdam
 */
export function icsOf(lines: readonly AgendaLine[], words: IcsWords, nowMs: number): string {
  const calendar = ical({ name: words.calendar, method: ICalCalendarMethod.PUBLISH, timezone: 'Europe/Amsterdam', prodId: { company: 'Veldwerk', product: 'Agenda', language: 'NL' } });
  const stamp = new Date(nowMs);
  for (const line of lines) {
    if (line.kind === 'contact') {
      calendar.createEvent({ id: `contact-${line.row.dossierId}-${line.on}@veldwerk`, stamp, allDay: true, start: line.on, end: addDays(day(line.on), 1), summary: words.whole });
      continue;
    }
    const { recordId, beginsAt, durationMinutes, about } = line.appointment;
    const summary = words.titleOf(about);
    const id = `${recordId}@veldwerk`;
    if (beginsAt === null) calendar.createEvent({ id, stamp, allDay: true, start: line.on, end: addDays(day(line.on), 1), summary });
    else calendar.createEvent({ id, stamp, start: `${line.on}T${beginsAt}:00`, end: endOf(line.on, beginsAt, durationMinutes), summary });
  }
  return calendar.toString();
}

/** @returns 'YYYY-MM-DDTHH:MM:00', local; a late visit ends on the next day */
function endOf(on: string, beginsAt: string, durationMinutes: number): string {
  const [hours = 0, minutes = 0] = beginsAt.split(':').map(Number);
  const total = hours * 60 + minutes + durationMinutes;
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${addDays(day(on), Math.floor(total / 1_440))}T${pad(Math.floor((total % 1_440) / 60))}:${pad(total % 60)}:00`;
}
