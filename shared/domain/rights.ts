import { kinds, type GroupName, type Kind } from './kinds.ts';
import type { UserId } from './ids.ts';
import type { MunicipalityCode } from './municipalities.ts';
import type { Principal, Role } from './roles.ts';

/**
 * How far a right reaches: `caseload` people whose team names the user, `municipality` candidates of the user's
 * municipalities, `region` everyone. Employers and the region's documents have no caseload: only `region` reaches them.
 */
export type Reach = 'caseload' | 'municipality' | 'region';
export type Access = 'read' | 'write';

export interface Right {
  readonly role: Role;
  readonly kind: Kind;
  readonly groups: readonly string[];
  readonly reach: Reach;
  readonly access: Access;
}

const row = <K extends Kind>(role: Role, kind: K, groups: readonly GroupName<K>[], reach: Reach, access: Access): Right => ({
  role,
  kind,
  groups,
  reach,
  access,
});

/**
 * Which role may see and change which fields of whom. The one table: the server's pull and its checks, the
 * client's screens and (later) row-level security and the digest follow from it. What is not here is forbidden.
 * `write` includes `read`.
 */
export const rightsTable: readonly Right[] = [
  row('jobcoach', 'candidate', ['identity', 'registration', 'status', 'team', 'move', 'register', 'consent', 'obligations', 'youth'], 'caseload', 'read'),
  // What a person tells on the work floor is written down there: where to reach them, what they can, want and have done.
  row('jobcoach', 'candidate', ['contact', 'abilities', 'wishes', 'availability', 'education', 'experience'], 'caseload', 'write'),
  row('jobcoach', 'former', ['about', 'identity', 'contact', 'registration', 'status', 'team', 'move', 'register', 'consent', 'obligations', 'abilities', 'wishes', 'availability', 'youth', 'education', 'experience'], 'caseload', 'read'),
  row('jobcoach', 'join', ['facts'], 'caseload', 'read'),
  row('jobcoach', 'placement', ['facts'], 'caseload', 'read'),
  row('jobcoach', 'visit', ['facts', 'note'], 'caseload', 'write'),
  row('jobcoach', 'coaching', ['facts'], 'caseload', 'write'),
  row('jobcoach', 'coachingPlan', ['shared', 'internal'], 'caseload', 'write'),
  row('jobcoach', 'coachingReport', ['facts', 'report'], 'caseload', 'write'),
  row('jobcoach', 'measurement', ['facts', 'tasks', 'views', 'result'], 'caseload', 'read'),
  // What came out of the intake, not the answers given: those were asked for the decision alone.
  row('jobcoach', 'intake', ['facts', 'decision'], 'caseload', 'read'),
  row('jobcoach', 'plan', ['facts', 'content', 'agreements', 'agreed'], 'caseload', 'read'),
  row('jobcoach', 'planOutcome', ['facts'], 'caseload', 'write'),
  row('jobcoach', 'signature', ['signature'], 'caseload', 'write'),
  row('jobcoach', 'supportSignature', ['signature'], 'caseload', 'write'),
  row('jobcoach', 'attachment', ['facts'], 'caseload', 'write'),
  row('jobcoach', 'appointment', ['facts', 'note'], 'caseload', 'write'),
  row('jobcoach', 'handover', ['about', 'content'], 'caseload', 'read'),
  row('jobcoach', 'handover', ['handling'], 'caseload', 'write'),
  row('jobcoach', 'coachConflict', ['about', 'content', 'decision'], 'caseload', 'read'),
  row('jobcoach', 'teamConflict', ['about', 'content', 'decision'], 'caseload', 'read'),
  row('jobcoach', 'employer', ['identity', 'contacts'], 'region', 'read'),
  row('jobcoach', 'workPlace', ['facts'], 'region', 'read'),
  row('jobcoach', 'regionDocument', ['document'], 'region', 'read'),

  row('consultant', 'candidate', ['identity', 'bsn', 'contact', 'registration', 'status', 'team', 'move', 'register', 'consent', 'obligations', 'abilities', 'wishes', 'availability', 'youth', 'education', 'experience'], 'municipality', 'write'),
  row('consultant', 'former', ['about', 'identity', 'bsn', 'contact', 'registration', 'status', 'team', 'move', 'register', 'consent', 'obligations', 'abilities', 'wishes', 'availability', 'youth', 'education', 'experience'], 'municipality', 'read'),
  row('consultant', 'join', ['facts'], 'municipality', 'write'),
  row('consultant', 'placement', ['facts'], 'municipality', 'write'),
  row('consultant', 'visit', ['facts', 'note'], 'municipality', 'write'),
  row('consultant', 'coaching', ['facts'], 'municipality', 'write'),
  row('consultant', 'coachingPlan', ['shared', 'internal'], 'municipality', 'read'),
  row('consultant', 'coachingReport', ['facts', 'report'], 'municipality', 'read'),
  row('consultant', 'measurement', ['facts', 'tasks', 'views', 'result'], 'municipality', 'read'),
  row('consultant', 'intake', ['facts', 'answers', 'decision'], 'municipality', 'write'),
  row('consultant', 'plan', ['facts', 'content', 'agreements', 'agreed'], 'municipality', 'write'),
  row('consultant', 'planOutcome', ['facts'], 'municipality', 'write'),
  row('consultant', 'signature', ['signature'], 'municipality', 'write'),
  row('consultant', 'supportSignature', ['signature'], 'municipality', 'write'),
  row('consultant', 'attachment', ['facts'], 'municipality', 'write'),
  row('consultant', 'appointment', ['facts', 'note'], 'municipality', 'write'),
  row('consultant', 'handover', ['about', 'content', 'restricted'], 'municipality', 'read'),
  row('consultant', 'handover', ['handling'], 'municipality', 'write'),
  row('consultant', 'conflict', ['about', 'content', 'decision'], 'municipality', 'read'),
  row('consultant', 'coachConflict', ['about', 'content', 'decision'], 'municipality', 'read'),
  row('consultant', 'teamConflict', ['about', 'content', 'decision'], 'municipality', 'read'),
  row('consultant', 'employerConflict', ['about', 'content', 'decision'], 'region', 'read'),
  row('consultant', 'employer', ['identity', 'contacts'], 'region', 'write'),
  row('consultant', 'workPlace', ['facts'], 'region', 'write'),
  row('consultant', 'regionDocument', ['document'], 'region', 'read'),

  // Whether somebody stands in the doelgroepregister decides what a measurement is for; all else of a life is not the expert's.
  row('loonwaarde-expert', 'candidate', ['identity', 'registration', 'status', 'team', 'register'], 'caseload', 'read'),
  row('loonwaarde-expert', 'join', ['facts'], 'caseload', 'read'),
  row('loonwaarde-expert', 'placement', ['facts'], 'caseload', 'read'),
  row('loonwaarde-expert', 'measurement', ['facts', 'tasks', 'views', 'result'], 'caseload', 'write'),
  row('loonwaarde-expert', 'signature', ['signature'], 'caseload', 'write'),
  row('loonwaarde-expert', 'certificate', ['certificate'], 'region', 'write'),
  row('loonwaarde-expert', 'attachment', ['facts'], 'caseload', 'write'),
  row('loonwaarde-expert', 'appointment', ['facts', 'note'], 'caseload', 'write'),
  row('loonwaarde-expert', 'teamConflict', ['about', 'content', 'decision'], 'caseload', 'read'),
  row('loonwaarde-expert', 'employer', ['identity', 'contacts'], 'region', 'read'),
  row('loonwaarde-expert', 'workPlace', ['facts'], 'region', 'read'),
  row('loonwaarde-expert', 'regionDocument', ['document'], 'region', 'read'),

  // The manager's projection: what can be counted. No names, no BSN, no note text, no photos.
  row('manager', 'candidate', ['registration', 'status'], 'region', 'read'),
  // Two files of one person count once.
  row('manager', 'join', ['facts'], 'region', 'read'),
  row('manager', 'placement', ['facts'], 'region', 'read'),
  row('manager', 'visit', ['facts'], 'region', 'read'),
  row('manager', 'coaching', ['facts'], 'region', 'read'),
  row('manager', 'coachingReport', ['facts'], 'region', 'read'),
  row('manager', 'measurement', ['result'], 'region', 'read'),
  row('manager', 'intake', ['facts'], 'region', 'read'),
  row('manager', 'plan', ['facts', 'agreed'], 'region', 'read'),
  row('manager', 'employer', ['identity'], 'region', 'read'),
  row('manager', 'workPlace', ['facts'], 'region', 'read'),
  row('manager', 'regionDocument', ['document'], 'region', 'read'),

  row('administrator', 'regionDocument', ['document'], 'region', 'write'),
];

/** What the rights need to know of the dossier that a record lies in. */
export interface DossierPlace {
  readonly municipality: MunicipalityCode | null;
  /** The users in the candidate's team; empty for employers and region documents. */
  readonly team: readonly UserId[];
}

export function reaches(reach: Reach, principal: Principal, place: DossierPlace): boolean {
  switch (reach) {
    case 'region':
      return true;
    case 'municipality':
      return place.municipality !== null && principal.municipalities.includes(place.municipality);
    case 'caseload':
      return place.team.includes(principal.userId);
  }
}

/** @returns the groups of this record that the principal may read (or write), in the order of the kind's definition */
export function allowedGroups(access: Access, principal: Principal, kind: Kind, place: DossierPlace): readonly string[] {
  const allowed = new Set<string>();
  for (const right of rightsTable) {
    if (right.role !== principal.role || right.kind !== kind) continue;
    if (access === 'write' && right.access !== 'write') continue;
    if (reaches(right.reach, principal, place)) for (const group of right.groups) allowed.add(group);
  }
  return Object.keys(kinds[kind].groups).filter((group) => allowed.has(group));
}

/** @returns the groups of this kind that the role may read (or write) of somebody, however far it reaches */
export function groupsOfRole(access: Access, role: Role, kind: Kind): readonly string[] {
  const rows = rightsTable.filter((right) => right.role === role && right.kind === kind && (access === 'read' || right.access === 'write'));
  return Object.keys(kinds[kind].groups).filter((group) => rows.some((right) => right.groups.includes(group)));
}

/** @returns the widest reach in which this role reads this kind at all, or null: the shape of the server's query */
export function readReach(role: Role, kind: Kind): Reach | null {
  const order: readonly Reach[] = ['region', 'municipality', 'caseload'];
  const found = rightsTable.filter((right) => right.role === role && right.kind === kind).map((right) => right.reach);
  return order.find((reach) => found.includes(reach)) ?? null;
}
