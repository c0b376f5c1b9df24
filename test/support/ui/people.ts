import type { UserId } from '#shared/domain/ids.ts';
import { municipalityCodes } from '#shared/domain/municipalities.ts';
import type { Principal, Role } from '#shared/domain/roles.ts';

const person = (userId: string, displayName: string, role: Role): Principal => ({
  userId: userId as UserId,
  displayName,
  role,
  region: 'rijk-van-nijmegen',
  municipalities: role === 'consultant' || role === 'manager' ? municipalityCodes : [],
});

export const jobcoach = person('jobcoach-sanne', 'Sanne de Wit', 'jobcoach');
export const consultant = person('consulent-mehmet', 'Mehmet Yilmaz', 'consultant');
export const expert = person('expert-ineke', 'Ineke Willems', 'loonwaarde-expert');
export const manager = person('manager-ruud', 'Ruud Peters', 'manager');
export const administrator = person('beheer-lotte', 'Lotte Smits', 'administrator');
export const everyone: readonly Principal[] = [administrator, consultant, expert, jobcoach, manager];
