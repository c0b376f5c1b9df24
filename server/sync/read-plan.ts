import { kindNames, definitionOf, type Kind, type KindDefinition } from '#shared/domain/kinds.ts';
import { reaches, rightsTable, type DossierPlace, type Reach } from '#shared/domain/rights.ts';
import { roles, type Principal, type Role } from '#shared/domain/roles.ts';
import { assert } from '#shared/lib/assert.ts';

/** How a role reads one kind: how far, and which groups. */
export interface ReadRight {
  readonly kind: Kind;
  readonly dossier: KindDefinition['dossier'];
  readonly reach: Reach;
  readonly groups: readonly string[];
  /** Every group of the kind: the stored text can be passed on as it is. */
  readonly whole: boolean;
  /** A record always has one of these groups; else a record without any of them is not sent at all. */
  readonly alwaysSome: boolean;
  /** Under which name the rows that this role sees of the kind are counted for the digest [DIG1]. */
  readonly digestKind: string;
}

/**
 * The rows of a kind of which a role sees only those that have a certain group, as `kind:group`: counted apart. The
 * database counts the same ones (`digest_kinds` in its migrations); a new one here needs a migration there.
 */
const countedApart: readonly string[] = ['measurement:result'];

/**
 * The rights table as a plan for reading, one line per kind.
 * The pull's query is built on one reach per role and kind, and `forget` on one reach per role and dossier; a table that
 * says otherwise must change them first.
 */
function makePlan(role: Role): readonly ReadRight[] {
  const plan: ReadRight[] = [];
  for (const kind of kindNames) {
    const rights = rightsTable.filter((right) => right.role === role && right.kind === kind);
    const [first] = rights;
    if (first === undefined) continue;
    assert(rights.every((right) => right.reach === first.reach), `${role} reads ${kind} in one reach`);
    const definition = definitionOf(kind);
    const groups = Object.keys(definition.groups).filter((group) => rights.some((right) => right.groups.includes(group)));
    const alwaysSome = groups.some((group) => definition.required.includes(group));
    const digestKind = alwaysSome ? kind : `${kind}:${groups.join('+')}`;
    assert(alwaysSome || countedApart.includes(digestKind), `${role} sees some rows of ${kind} only: the digest counts ${digestKind} apart`);
    plan.push({
      kind,
      dossier: definition.dossier,
      reach: first.reach,
      groups,
      whole: groups.length === Object.keys(definition.groups).length,
      alwaysSome,
      digestKind,
    });
  }
  for (const right of plan) {
    assert(plan.every((other) => other.dossier !== right.dossier || other.reach === right.reach), `${role} reads a ${right.dossier} dossier in one reach`);
  }
  return plan;
}

// Made once, when the server starts: a table that cannot be planned stops it there.
const plans = new Map(roles.map((role) => [role, makePlan(role)]));

/** @returns nothing for a role that the table does not know */
export function readPlan(role: Role): readonly ReadRight[] {
  return plans.get(role) ?? [];
}

/** Does this person read anything in a dossier that lies there? */
export function readsDossier(principal: Principal, type: KindDefinition['dossier'], place: DossierPlace): boolean {
  return readPlan(principal.role).some((right) => right.dossier === type && reaches(right.reach, principal, place));
}
