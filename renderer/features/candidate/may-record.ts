import type { DossierView } from '#renderer/data/views.ts';
import type { UserId } from '#shared/domain/ids.ts';
import type { Kind } from '#shared/domain/kinds.ts';
import type { CandidateTeam } from '#shared/domain/records/candidate.ts';
import { allowedGroups, type DossierPlace } from '#shared/domain/rights.ts';
import type { Principal } from '#shared/domain/roles.ts';

/** Whether the rights table lets this person write a whole new record of this kind in this file. The server decides again. */
export function mayRecord(principal: Principal, kind: Kind, dossier: DossierView): boolean {
  return allowedGroups('write', principal, kind, placeOf(dossier)).length > 0;
}

/** Where a file lies for the rights, as far as this reader knows. */
export function placeOf(dossier: DossierView): DossierPlace {
  const groups = dossier.candidate?.groups;
  return {
    municipality: groups?.registration?.municipality ?? null,
    team: teamOf(groups?.team),
  };
}

function teamOf(team: CandidateTeam | undefined): readonly UserId[] {
  return team === undefined ? [] : [team.jobcoach, team.consultant, team.expert].filter((userId) => userId !== null);
}
