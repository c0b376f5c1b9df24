import type { Principal } from '#shared/domain/roles.ts';
import type { Reach } from '#shared/domain/rights.ts';
import { assert } from '#shared/lib/assert.ts';
import { readPlan, type ReadRight } from '../sync/read-plan.ts';

/** @param first region and after; for rows also limit + 1 and the most bytes */
type Statement = (...first: readonly (string | number)[]) => { readonly text: string; readonly values: unknown[] };

export interface PullQuery {
  readonly rows: Statement;
  /** The rows of the candidates in the reader's own caseload, however far their rights reach; null for who can have none [PULL8]. */
  readonly own: Statement | null;
  readonly count: Statement;
}

/**
 * The rights table as SQL: a branch per reach and municipality, each walking its own index in order of n, so that "nothing new" costs the
 * same with a thousand records stored as with a million. Groups are picked by name here: what is not named leaves nothing.
 */
export function pullQuery(principal: Principal): PullQuery | null {
  const plan = readPlan(principal.role);
  if (plan.length === 0) return null;
  const reaches: readonly Reach[] = ['region', 'municipality', 'caseload'];
  const byReach = reaches.map((reach) => ({ reach, rights: plan.filter((right) => right.reach === reach) }));
  const own = [{ reach: 'caseload', rights: plan.filter((right) => right.dossier === 'candidate') }] as const;
  return { rows: rowsOf(principal, plan, byReach), own: own[0].rights.length === 0 ? null : rowsOf(principal, plan, own), count: countOf(principal, byReach) };
}

type Branches = readonly { readonly reach: Reach; readonly rights: readonly ReadRight[] }[];

const carried = 'r.n, r.dossier_id, r.record_id, r.kind, r.created_by, r.groups';

function rowsOf(principal: Principal, plan: readonly ReadRight[], branches: Branches): Statement {
  const parameters = new Parameters(4);
  // A page ends early when its rows are large: compressed sizes, only to keep a page in memory.
  const text = `
    with ${pageOf(principal, branches, parameters)},
    sized as (select f.*, count(*) over () as found,
        coalesce(sum(pg_column_size(f.groups)) over (order by f.n rows between unbounded preceding and 1 preceding), 0) as before
      from found f)
    select s.n, s.dossier_id, s.record_id, s.kind, s.created_by, s.found, ${projection(plan, parameters)} as groups
    from sized s where s.before < $4 order by s.n`;
  return (...first) => ({ text, values: [...first, ...parameters.values] });
}

/** The rows of one page, as `found`. */
function pageOf(principal: Principal, branches: Branches, parameters: Parameters): string {
  // Branches that come in order are merged as they are read: no more is touched than the page holds, and nothing is sorted.
  if (branches.every(({ reach, rights }) => reach !== 'caseload' || rights.length === 0)) {
    return `found as (select b.* from (${unionOf(principal, branches, parameters, carried, 'order by r.n limit $3')}) as b order by b.n limit $3)`;
  }
  // Else the places alone first: each dossier may find a whole page, and what is thrown away again must not be carried or sorted wide.
  return `places as materialized (select b.n from (${unionOf(principal, branches, parameters, 'r.n', 'order by r.n limit $3')}) as b order by b.n limit $3),
    found as (select ${carried} from places p join record r on r.region = $1 and r.n = p.n)`;
}

function countOf(principal: Principal, branches: Branches): Statement {
  const parameters = new Parameters(2);
  const text = `select count(*) as rows from (${unionOf(principal, branches, parameters, '1', '')}) as b`;
  return (...first) => ({ text, values: [...first, ...parameters.values] });
}

function unionOf(principal: Principal, branches: Branches, parameters: Parameters, columns: string, tail: string): string {
  const all = branches.flatMap(({ reach, rights }) => (rights.length === 0 ? [] : branchesOf(principal, reach, rights, parameters, columns, tail)));
  // Somebody who works for no municipality (yet) reads nothing there.
  return all.length === 0 ? `(select ${columns} from record r where r.region = $1 and r.n > $2 and false ${tail})` : all.join('\n union all ');
}

class Parameters {
  readonly values: unknown[] = [];
  readonly #before: number;

  constructor(before: number) {
    this.#before = before;
  }

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.#before + this.values.length}`;
  }
}

function branchesOf(principal: Principal, reach: Reach, rights: readonly ReadRight[], parameters: Parameters, columns: string, tail: string): readonly string[] {
  // Before a parameter is added that nothing would use.
  if (reach === 'municipality' && principal.municipalities.length === 0) return [];
  const kinds = kindCondition(rights, parameters);
  switch (reach) {
    case 'region': {
      // A partial index holds what lies outside the candidates' dossiers.
      const outside = rights.every((right) => right.dossier !== 'candidate') ? `and r.dossier_type <> 'candidate'` : '';
      return [`(select ${columns} from record r where r.region = $1 and r.n > $2 ${outside} and ${kinds} ${tail})`];
    }
    case 'municipality':
      // Each by itself, so that each comes in order of its index.
      return [...new Set(principal.municipalities)].map((municipality) => `(select ${columns} from record r where r.region = $1 and r.municipality = ${parameters.add(municipality)} and r.n > $2 and ${kinds} ${tail})`);
    case 'caseload':
      return [`(select x.* from caseload c cross join lateral
        (select ${columns} from record r where r.region = $1 and r.dossier_id = c.dossier_id and r.n > $2 and ${kinds} ${tail}) as x
        where c.region = $1 and c.user_id = ${parameters.add(principal.userId)})`];
  }
}

/** A row with nothing that may be seen is not sent, and not counted. */
function kindCondition(rights: readonly ReadRight[], parameters: Parameters): string {
  const always = rights.filter((right) => right.alwaysSome).map((right) => right.kind);
  const sometimes = rights.filter((right) => !right.alwaysSome).map((right) => `(r.kind = ${parameters.add(right.kind)} and r.groups ?| ${parameters.add(right.groups)}::text[])`);
  return `(${[`r.kind = any(${parameters.add(always)}::text[])`, ...sometimes].join(' or ')})`;
}

function projection(plan: readonly ReadRight[], parameters: Parameters): string {
  const whole = plan.filter((right) => right.whole).map((right) => right.kind);
  // Written together as text, because building an object per row costs twice as much; what is not there is null, and left out.
  const memberOf = (group: string): string => {
    assert(/^[a-zA-Z]+$/.test(group), `${group} stands in SQL as it is`);
    return `'"${group}":' || (s.groups->'${group}')::text`;
  };
  const parts = plan.filter((right) => !right.whole).map((right) => `when s.kind = ${parameters.add(right.kind)} then '{' || concat_ws(',', ${right.groups.map(memberOf).join(', ')}) || '}'`);
  return `case when s.kind = any(${parameters.add(whole)}::text[]) then s.groups::text ${parts.join(' ')} else '{}' end`;
}
