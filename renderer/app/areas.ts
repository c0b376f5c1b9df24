import type { Role } from '#shared/domain/roles.ts';
import { paths } from './paths.ts';

export type Area = 'caseload' | 'search' | 'agenda' | 'due' | 'hours' | 'week' | 'administration';

/** Where each role works; the first is where they begin. What they may see inside follows from the rights table. */
const areasOfRole: Readonly<Record<Role, readonly [Area, ...Area[]]>> = {
  jobcoach: ['caseload', 'search', 'agenda', 'due', 'hours'],
  consultant: ['caseload', 'search', 'agenda', 'due'],
  'loonwaarde-expert': ['caseload', 'search', 'agenda', 'due'],
  manager: ['week'],
  administrator: ['administration'],
};

const pathOfArea: Readonly<Record<Area, string>> = { caseload: paths.caseload, search: paths.search, agenda: paths.agenda, due: paths.due, hours: paths.coachWeek, week: paths.week, administration: paths.administration };

export function areasOf(role: Role): readonly Area[] {
  return areasOfRole[role];
}

export function pathOf(area: Area): string {
  return pathOfArea[area];
}

export function homeOf(role: Role): string {
  return pathOf(areasOfRole[role][0]);
}
