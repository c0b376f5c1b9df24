import type { CaseloadRow, PlannedAppointment } from '#renderer/data/views.ts';
import type { UserId } from '#shared/domain/ids.ts';
import { addDays, type Day } from '#shared/lib/calendar.ts';

/** One line of somebody's agenda: an appointment, or a contact that was agreed and has no time yet. */
export type AgendaLine = {
  readonly on: string;
  readonly row: CaseloadRow;
} & ({ readonly kind: 'appointment'; readonly appointment: PlannedAppointment } | { readonly kind: 'contact'; readonly agreedOn: string });

export interface AgendaDay {
  readonly on: string;
  /** In order of time; what has none comes last. */
  readonly lines: readonly AgendaLine[];
}

export interface Agenda {
  /** Planned before today, and nobody said what became of it. */
  readonly unfinished: readonly AgendaLine[];
  /** Days with something on them, from today on. */
  readonly days: readonly AgendaDay[];
}

/** How far ahead an agenda looks [days]. */
const daysAhead = 28;

/**
 * What stands in one person's agenda. A contact that was agreed shows up by itself for whoever coaches the candidate,
 * until there is an appointment with this person on or after today.
 */
export function agendaOf(rows: readonly CaseloadRow[], userId: UserId, today: Day): Agenda {
  const last = addDays(today, daysAhead);
  const unfinished: AgendaLine[] = [];
  const days = new Map<string, AgendaLine[]>();
  const put = (line: AgendaLine) => {
    const lines = days.get(line.on);
    if (lines === undefined) days.set(line.on, [line]);
    else lines.push(line);
  };
  for (const row of rows) {
    const mine = row.appointments.filter((appointment) => appointment.withUser === userId);
    for (const appointment of mine) {
      const line: AgendaLine = { kind: 'appointment', on: appointment.plannedOn, row, appointment };
      if (appointment.plannedOn < today) unfinished.push(line);
      else if (appointment.plannedOn <= last) put(line);
    }
    const isPlanned = mine.some((appointment) => appointment.plannedOn >= today);
    if (isPlanned || coachOf(row) !== userId) continue;
    for (const item of row.due) if (item.what === 'contact' && item.dueOn >= today && item.dueOn <= last) put({ kind: 'contact', on: item.dueOn, row, agreedOn: item.agreedOn });
  }
  return {
    unfinished: unfinished.sort(byMoment),
    days: [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([on, lines]) => ({ on, lines: lines.sort(byMoment) })),
  };
}

/** Whoever keeps in touch after a placement: the jobcoach, or the consultant where there is none. */
export function coachOf({ team }: Pick<CaseloadRow, 'team'>): UserId | null {
  return team?.jobcoach ?? team?.consultant ?? null;
}

export function isInTeam({ team }: Pick<CaseloadRow, 'team'>, userId: UserId): boolean {
  return team !== null && (team.jobcoach === userId || team.consultant === userId || team.expert === userId);
}

const momentOf = (line: AgendaLine) => `${line.on} ${line.kind === 'appointment' && line.appointment.beginsAt !== null ? line.appointment.beginsAt : '99'} ${line.row.name}`;

function byMoment(a: AgendaLine, b: AgendaLine): number {
  return momentOf(a) < momentOf(b) ? -1 : 1;
}
