import type { UserId } from '../domain/ids.ts';
import { definitionOf, type Kind } from '../domain/kinds.ts';
import { municipalitySchema } from '../domain/municipalities.ts';
import { teamSchema } from '../domain/records/candidate.ts';
import type { DossierPlace } from '../domain/rights.ts';

/** A dossier is named after one record, which makes it: the candidate, the employer. All others lie in it. */
export function isMainKind(kind: Kind): boolean {
  return definitionOf(kind).dossier === kind;
}

/** Where a dossier without a candidate lies: everyone's or nobody's, never in a caseload. */
export const nowhere: DossierPlace = { municipality: null, team: [] };

/**
 * Where a dossier lies for the rights, from the data of its main record's groups.
 * Data that is not valid gives no place at all, so it gives nobody a right.
 */
export function placeOf(kind: Kind, groups: Readonly<Record<string, unknown>>): DossierPlace {
  if (kind !== 'candidate') return nowhere;
  const registration = groups['registration'] as { readonly municipality?: unknown } | null | undefined;
  const municipality = municipalitySchema.safeParse(registration?.municipality);
  const team = teamSchema.safeParse(groups['team']);
  const members = team.success ? [team.data.jobcoach, team.data.consultant, team.data.expert] : [];
  return {
    municipality: municipality.success ? municipality.data : null,
    team: [...new Set(members.filter((member): member is UserId => member !== null))],
  };
}

export function samePlace(a: DossierPlace, b: DossierPlace): boolean {
  return a.municipality === b.municipality && a.team.length === b.team.length && a.team.every((member) => b.team.includes(member));
}
