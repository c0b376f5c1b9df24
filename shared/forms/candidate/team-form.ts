import type { Colleague } from '../../domain/records/colleagues.ts';
import type { Role } from '../../domain/roles.ts';
import type { FormDefinition, FormField } from '../form-definition.ts';

/** One contact per role, and which role that is. */
export const teamRoles = [
  ['jobcoach', 'jobcoach'],
  ['consultant', 'consultant'],
  ['expert', 'loonwaarde-expert'],
] as const satisfies readonly (readonly [string, Role])[];

/**
 * The team around somebody, chosen from the colleagues whom this device knows.
 * @param present who stands in the team now: they stay a choice, also when the device does not know them
 */
export function teamForm(colleagues: readonly Colleague[], present: readonly string[]): FormDefinition {
  const texts: Record<string, string> = {};
  const fields = teamRoles.map(([member, role]): FormField => {
    const known = colleagues.filter((each) => each.role === role).toSorted((a, b) => a.displayName.localeCompare(b.displayName, 'nl'));
    const choices = [...known.map(({ userId }) => userId), ...present.filter((userId) => !colleagues.some((each) => each.userId === userId))];
    for (const userId of choices) texts[`${member}.${userId}`] = known.find((each) => each.userId === userId)?.displayName ?? userId;
    return { type: 'choice', id: member, writesTo: ['team', member], choices };
  });
  return {
    id: 'candidateTeam',
    version: 1,
    sections: [{ id: 'team', fields }],
    rules: [],
    texts: {
      nl: { 'team.title': 'Team', 'jobcoach.label': 'Jobcoach', 'consultant.label': 'Consulent', 'expert.label': 'Loonwaardedeskundige', ...texts },
      en: { 'team.title': 'Team', 'jobcoach.label': 'Job coach', 'consultant.label': 'Consultant', 'expert.label': 'Loonwaarde expert', ...texts },
    },
  };
}
