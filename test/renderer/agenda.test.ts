import { describe, expect, it } from 'vitest';
import type { CaseloadRow, PlannedAppointment } from '#renderer/data/views.ts';
import { agendaOf } from '#renderer/features/agenda/agenda-lines.ts';
import { icsOf } from '#renderer/features/agenda/agenda-ics.ts';
import { findReadiness } from '#renderer/features/agenda/readiness.ts';
import { countPerWhat, dueLinesOf } from '#renderer/features/due/due-lines.ts';
import type { DossierId, RecordId, UserId } from '#shared/domain/ids.ts';
import { day } from '#shared/lib/calendar.ts';

const me = 'jobcoach-sanne' as UserId;
const colleague = 'jobcoach-joris' as UserId;
const today = day('2026-11-19');
const appointment = (part: Partial<PlannedAppointment>): PlannedAppointment => ({ recordId: 'a' as RecordId, plannedOn: '2026-11-20', beginsAt: '09:00', durationMinutes: 60, about: 'bezoek', location: '', withUser: me, ...part });
const row = (name: string, part: Partial<CaseloadRow>): CaseloadRow => ({
  dossierId: `dossier-${name.length}` as DossierId, name, birthDate: null, municipality: null, candidateGroup: null, regeling: null, employerName: 'Kwekerij Zonnedauw', lastVisitOn: null, nextContactOn: null,
  risk: null, loonwaarde: null, team: { jobcoach: me, consultant: null, expert: null }, due: [], appointments: [], unsent: 0, ...part,
});
const contact = (dueOn: string) => ({ what: 'contact', dueOn, recordId: 'v' as RecordId, agreedOn: '2026-11-01' }) as const;

describe('the agenda', () => {
  it('holds my appointments by day and time, and what is past and unsettled first', () => {
    const rows = [
      row('Late', { appointments: [appointment({ beginsAt: '13:00' })] }),
      row('Vroeg', { appointments: [appointment({ beginsAt: '08:30' })] }),
      row('Zonder tijd', { appointments: [appointment({ beginsAt: null })] }),
      row('Gisteren', { appointments: [appointment({ plannedOn: '2026-11-18' })] }),
      row('Van een collega', { appointments: [appointment({ withUser: colleague })] }),
    ];
    const agenda = agendaOf(rows, me, today);
    expect(agenda.unfinished.map((line) => line.row.name)).toEqual(['Gisteren']);
    expect(agenda.days.map(({ on, lines }) => [on, lines.map((line) => line.row.name)])).toEqual([['2026-11-20', ['Vroeg', 'Late', 'Zonder tijd']]]);
  });

  it('shows a contact that was agreed until it has an appointment, and only to the team', () => {
    const agreed = row('Afgesproken', { due: [contact('2026-11-24')] });
    expect(agendaOf([agreed], me, today).days).toMatchObject([{ on: '2026-11-24', lines: [{ kind: 'contact' }] }]);
    expect(agendaOf([{ ...agreed, appointments: [appointment({ plannedOn: '2026-11-23' })] }], me, today).days.map(({ on }) => on)).toEqual(['2026-11-23']);
    expect(agendaOf([agreed], colleague, today).days).toEqual([]);
  });

  it('leaves the device without a name, an employer or a place, and its times are those of the Netherlands', () => {
    const rows = [row('Jansen, Fatima', { appointments: [appointment({ beginsAt: '23:30', durationMinutes: 90, location: 'Hal 3' })] }), row('Bakker, Bo', { due: [contact('2026-11-24')] })];
    const text = icsOf(agendaOf(rows, me, today).days.flatMap(({ lines }) => lines), { calendar: 'Veldwerk', titleOf: () => 'Bezoek', whole: 'Contact' }, Date.UTC(2026, 10, 19, 8));
    for (const secret of ['Jansen', 'Fatima', 'Bakker', 'Zonnedauw', 'Hal 3']) expect(text).not.toContain(secret);
    expect(text.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
    expect(text).toContain('DTSTAMP:20261119T080000Z');
    expect(text).toContain('DTSTART:20261120T223000Z');
    expect(text).toContain('DTEND:20261121T000000Z');
    expect(text).toContain('DTSTART;VALUE=DATE:20261124');
    // A day without a time is no day away.
    expect(text.match(/TRANSP:TRANSPARENT/g)).toHaveLength(1);
    expect(text.indexOf('TRANSP:TRANSPARENT')).toBeGreaterThan(text.indexOf('DTSTART;VALUE=DATE:20261124'));
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  });
});

describe('a contact in another calendar', () => {
  it('is moved by a later file and not added once more', () => {
    const uidsOf = (on: string) => {
      const lines = agendaOf([row('Bakker, Bo', { due: [contact(on)] })], me, today).days.flatMap((each) => each.lines);
      return icsOf(lines, { calendar: 'Veldwerk', titleOf: () => 'Bezoek', whole: 'Contact' }, Date.UTC(2026, 10, 19, 8)).match(/^UID:.*$/gm);
    };
    expect(uidsOf('2026-11-24')).toHaveLength(1);
    expect(uidsOf('2026-11-27')).toEqual(uidsOf('2026-11-24'));
  });
});

describe('ready for tomorrow', () => {
  const nowMs = Date.UTC(2026, 10, 19, 18);
  const ready = { files: [{ dossierId: 'a' as DossierId, state: 'complete' as const }], status: { lastPullAtMs: nowMs - 3_600_000, progress: null }, secondCopy: true, nowMs };

  it('is said only when every file was opened and the device heard of the server today', () => {
    expect(findReadiness(ready)).toEqual({ problems: [], isReady: true });
    expect(findReadiness({ ...ready, files: [{ dossierId: 'a' as DossierId, state: 'missing' }] }).isReady).toBe(false);
    expect(findReadiness({ ...ready, files: [{ dossierId: 'a' as DossierId, state: 'unreadable' }] }).isReady).toBe(false);
    expect(findReadiness({ ...ready, status: { lastPullAtMs: null, progress: null } }).problems).toEqual([{ kind: 'first-fetch' }]);
    expect(findReadiness({ ...ready, status: { lastPullAtMs: nowMs - 13 * 3_600_000, progress: null } }).problems).toEqual([{ kind: 'old' }]);
    expect(findReadiness({ ...ready, status: { lastPullAtMs: nowMs, progress: { done: 1, total: 9 } } }).isReady).toBe(false);
  });

  it('is said although a photo is damaged, which is told; not while a file cannot be read', () => {
    const file = (state: 'photo-damaged' | 'unreadable-again') => ({ ...ready, files: [{ dossierId: 'a' as DossierId, state }] });
    expect(findReadiness(file('photo-damaged'))).toEqual({ problems: [{ kind: 'file', dossierId: 'a', state: 'photo-damaged' }], isReady: true });
    expect(findReadiness(file('unreadable-again')).isReady).toBe(false);
  });

  it('is not helped by a clock that was set back', () => {
    expect(findReadiness({ ...ready, nowMs: nowMs - 400 * 86_400_000 }).isReady).toBe(false);
  });

  it('can be true without a second copy, which is said', () => {
    expect(findReadiness({ ...ready, secondCopy: false })).toEqual({ problems: [{ kind: 'no-second-copy' }], isReady: true });
  });
});

describe('what is to be done', () => {
  it('comes in order of its day, without what is far away or only planned', () => {
    const planned = (dueOn: string) => ({ what: 'appointment', dueOn, recordId: 'a' as RecordId, about: 'bezoek' }) as const;
    const rows = [row('B', { due: [contact('2026-11-30'), contact('2027-02-01')] }), row('A', { due: [contact('2026-11-01'), planned('2026-11-10'), planned('2026-11-25')] })];
    expect(dueLinesOf(rows, { what: null, mine: true }, me, today).map(({ row: { name }, item, period }) => [name, item.dueOn, period])).toEqual([
      ['A', '2026-11-01', 'late'],
      ['A', '2026-11-10', 'late'],
      ['B', '2026-11-30', 'month'],
    ]);
    expect(dueLinesOf(rows, { what: null, mine: true }, colleague, today)).toEqual([]);
    // The kinds stand in the same place whichever comes first.
    for (const lines of [dueLinesOf(rows, { what: null, mine: true }, me, today), dueLinesOf(rows, { what: null, mine: true }, me, today).toReversed()]) {
      expect([...countPerWhat(lines)]).toEqual([['contact', 2], ['appointment', 1]]);
    }
    expect([...countPerWhat(dueLinesOf([row('A', { due: [planned('2026-11-01'), contact('2026-11-30')] })], { what: null, mine: true }, me, today)).keys()]).toEqual(['contact', 'appointment']);
  });
});
