import { leadersOf, type JoinLine } from '#shared/sync/joins.ts';
import type { CaseloadRow } from '../views.ts';
import type { AskedOfJoined } from './joined-due.ts';
import type { Leaders } from './joined-file.ts';

/** Which of these files leads for which: most devices have no joined file at all. */
export function leadersAmong(rows: readonly CaseloadRow[]): Leaders {
  const lines: JoinLine[] = [];
  for (const { joins } of rows) if (joins !== undefined) lines.push(...joins);
  if (lines.length === 0) return new Map();
  const here = new Set(rows.map((row) => row.dossierId));
  return leadersOf(lines, (dossierId) => here.has(dossierId));
}

export function sameLeaders(a: Leaders, b: Leaders): boolean {
  return a.size === b.size && [...a].every(([joined, kept]) => b.get(joined) === kept);
}

/**
 * One line per person: what is due, planned, unsent or known in a joined file stands in the line of the one that leads.
 * @param askedOf what is due and planned, of all their files together
 */
export function withFollowers(rows: readonly CaseloadRow[], leaders: Leaders, askedOf: AskedOfJoined): readonly CaseloadRow[] {
  const followers = new Map<string, CaseloadRow[]>();
  for (const row of rows) {
    const kept = leaders.get(row.dossierId);
    if (kept !== undefined) followers.set(kept, [...(followers.get(kept) ?? []), row]);
  }
  const lines: CaseloadRow[] = [];
  for (const row of rows) {
    if (leaders.has(row.dossierId)) continue;
    const others = followers.get(row.dossierId);
    lines.push(others === undefined ? row : { ...others.reduce(together, row), ...askedOf([row, ...others]) });
  }
  return lines;
}

function together(row: CaseloadRow, other: CaseloadRow): CaseloadRow {
  const otherIsLater = (other.lastVisitOn ?? '') > (row.lastVisitOn ?? '');
  const visit = otherIsLater ? other : row;
  // What holds of the person is the latest of all their files, in whichever it lies: the leading one only says who it is.
  const working = (other.workingSince ?? '') > (row.workingSince ?? '') ? other : row;
  const measured = measuredKey(other) > measuredKey(row) ? other : row;
  return {
    ...row,
    lastVisitOn: visit.lastVisitOn,
    nextContactOn: visit.nextContactOn,
    risk: visit.risk,
    employerName: working.employerName,
    employerId: working.employerId ?? null,
    workingSince: working.workingSince ?? null,
    workingThrough: working.workingThrough ?? null,
    loonwaarde: measured.loonwaarde,
    measured: measured.measured ?? null,
    due: [...row.due, ...other.due].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
    appointments: [...row.appointments, ...other.appointments],
    unsent: row.unsent + other.unsent,
  };
}

/** As `lastMeasurement` compares them; what was never measured comes before everything. */
const measuredKey = ({ measured }: CaseloadRow): string => (measured === null || measured === undefined ? '' : `${measured.visitedOn} ${measured.finalisedOn}`);
