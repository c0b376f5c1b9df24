import type { DossierView } from '#renderer/data/views.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { Groups } from '#shared/domain/kinds.ts';
import { allowedGroups, type DossierPlace } from '#shared/domain/rights.ts';
import type { Principal } from '#shared/domain/roles.ts';
import type { Operation } from '#shared/sync/operation.ts';

/** One thing that the decision changes in the file. */
export interface FileMove {
  readonly what: 'candidateGroup' | 'labourMarketRelation' | 'selfReliance' | 'entrance';
  readonly from: string | number;
  readonly to: string | number;
}

export interface MovesOfIntake {
  readonly moves: readonly FileMove[];
  readonly recordId: RecordId;
  readonly groups: Groups<'candidate'>;
  /** What stood on the screen when it was decided. */
  readonly bases: Operation['baseVersions'];
}

/**
 * What the decision would change in the file itself: where the person stands, and through which door they came in. The
 * status, with the reason of the move, is one change; it has its own history.
 * @param reason in words, for the history of moves @returns null when nothing changes or this person may not
 */
export function movesOfIntake(dossier: DossierView, intake: Groups<'intake'>, principal: Principal, place: DossierPlace, reason: string): MovesOfIntake | null {
  const { candidate } = dossier;
  const { status, registration } = candidate?.groups ?? {};
  const { facts, decision } = intake;
  if (candidate === null || facts === undefined || decision === undefined) return null;
  const allowed = allowedGroups('write', principal, 'candidate', place);
  const moves: FileMove[] = [];
  if (status !== undefined && allowed.includes('status') && allowed.includes('move')) {
    for (const what of ['candidateGroup', 'labourMarketRelation', 'selfReliance'] as const) {
      if (decision[what] !== null && decision[what] !== status[what]) moves.push({ what, from: status[what], to: decision[what] });
    }
  }
  const standsElsewhere = moves.length > 0;
  const otherDoor = registration !== undefined && allowed.includes('registration') && registration.entrance !== facts.entrance;
  if (otherDoor) moves.push({ what: 'entrance', from: registration.entrance, to: facts.entrance });
  if (moves.length === 0) return null;

  const groups = {
    ...(standsElsewhere && status !== undefined
      ? {
          status: { ...status, candidateGroup: decision.candidateGroup, labourMarketRelation: decision.labourMarketRelation, selfReliance: decision.selfReliance },
          move: { movedOn: registration !== undefined && facts.heldOn < registration.registeredOn ? registration.registeredOn : facts.heldOn, reason: reason.slice(0, 1_000) },
        }
      : {}),
    ...(otherDoor ? { registration: { ...registration, entrance: facts.entrance } } : {}),
  };
  const bases = Object.fromEntries(Object.keys(groups).map((group) => [group, candidate.changes[group]?.base ?? null]));
  return { moves, recordId: candidate.recordId, groups, bases };
}
