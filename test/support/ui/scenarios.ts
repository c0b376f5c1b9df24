import type { AppDependencies } from '#renderer/app/dependencies.ts';
import type { BelowFloor } from '#renderer/data/db/version-floor.ts';
import type { KnownAccount, UnlockProblem } from '#renderer/data/device.ts';
import type { CaseloadRow, CaseloadState, ConflictView, Draft, DossierView, RecordStatus, RecordView, UnsentItem } from '#renderer/data/views.ts';
import type { DossierId, OpId, RecordId } from '#shared/domain/ids.ts';
import type { Principal } from '#shared/domain/roles.ts';
import { failure, success } from '#shared/lib/outcome.ts';
import { administrator, consultant, everyone, expert, jobcoach, manager } from './people.ts';
import { screenNowMs } from './screen-day.ts';
import { standInDevice, type StandIn, type StandInInput } from './stand-in-device.ts';

export interface Scenario {
  readonly accounts?: readonly Principal[];
  readonly demoUsers?: 'unreachable' | 'none';
  readonly notDurable?: boolean;
  readonly unlockProblem?: UnlockProblem;
  /** This app or browser is older than what was on the device before. */
  readonly below?: BelowFloor;
  readonly device?: (region: RegionData) => StandInInput;
}

/** The demo region as the test's server hands it to the page; made in Node, where the generator runs. */
export interface RegionData {
  readonly dossiers: readonly DossierView[];
  /** A line for each of the dossiers. */
  readonly rows: readonly CaseloadRow[];
  /** The lines of a large region, without its dossiers. */
  readonly manyRows: readonly CaseloadRow[];
}

const minuteMs = 60_000;
const op = (number: number): OpId => `00000000-0000-4000-8000-00000000000${number}` as OpId;

type Dossiers = ReadonlyMap<DossierId, DossierView>;

/** The files that `keep` leaves, and their lines. */
function caseload(region: RegionData, keep: (dossier: DossierView) => boolean = () => true): { readonly dossiers: Dossiers; readonly rows: readonly CaseloadRow[] } {
  const dossiers = new Map(region.dossiers.filter(keep).map((dossier) => [dossier.dossierId, dossier]));
  return { dossiers, rows: region.rows.filter((row) => dossiers.has(row.dossierId)) };
}

const isOf = (principal: Principal) => (dossier: DossierView) => Object.values(dossier.candidate?.groups.team ?? {}).includes(principal.userId);

/** Someone with visits, a measurement and work: there is something to see. */
function busiest(dossiers: Dossiers): DossierView {
  const all = [...dossiers.values()];
  return all.find((dossier) => dossier.visits.length > 2 && dossier.measurements.length > 0 && dossier.placements.length > 0) ?? (all[0] as DossierView);
}

const withStatus = (dossier: DossierView, statuses: readonly RecordStatus[]): DossierView => {
  const visits = dossier.visits.map((visit, index): RecordView<'visit'> => ({ ...visit, status: statuses[index] ?? visit.status }));
  return { ...dossier, visits, records: dossier.records.map((record) => visits.find(({ recordId }) => recordId === record.recordId) ?? record) };
};

const statuses = {
  kept: { kind: 'kept', keptAtMs: screenNowMs - 5 * minuteMs },
  sending: { kind: 'sending', keptAtMs: screenNowMs - 2 * minuteMs },
  sent: { kind: 'on-server', receivedAtMs: screenNowMs - 60 * minuteMs },
  refused: {
    kind: 'refused',
    opId: op(1),
    reason: 'invalid',
    violations: [{ path: ['facts', 'nextContactOn'], code: 'visit.nextContactBeforeVisit' }],
  },
  conflict: { kind: 'conflict', opId: op(2), groups: ['note'] },
} as const satisfies Record<string, RecordStatus>;

const nameOf = (dossier: DossierView): string => `${dossier.candidate?.groups.identity?.familyName ?? ''}, ${dossier.candidate?.groups.identity?.givenName ?? ''}`;

function unsentItems(dossier: DossierView): readonly UnsentItem[] {
  const shown = [statuses.refused, statuses.conflict, statuses.kept, statuses.sending];
  return shown.map((status, index) => ({
    opId: op(index + 1),
    dossierId: dossier.dossierId,
    recordId: (dossier.visits[index] ?? dossier.visits[0])?.recordId as RecordId,
    kind: 'visit',
    candidateName: nameOf(dossier),
    keptAtMs: screenNowMs - (index + 1) * 47 * minuteMs,
    status,
    canGoOver: status.kind === 'refused',
    content: JSON.stringify(dossier.visits[index]?.groups ?? {}, null, 2),
  }));
}

function conflictOf(dossier: DossierView): ConflictView {
  const visit = dossier.visits[1] as RecordView<'visit'>;
  return {
    opId: op(2),
    record: { kind: 'visit', recordId: visit.recordId, dossierId: dossier.dossierId },
    name: nameOf(dossier),
    isOwn: true,
    mineBy: jobcoach.userId,
    mineAtMs: screenNowMs - 94 * minuteMs,
    theirsBy: consultant.userId,
    theirsAtMs: screenNowMs - 40 * minuteMs,
    decidedUntilMs: null,
    seen: { facts: null, note: null },
    fields: [
      { group: 'facts', field: 'nextContactOn', mine: '2026-12-07', theirs: null, isText: false },
      { group: 'note', field: 'observations', mine: 'Wim vult de trays nu alleen. Hij vraagt om meer uren.', theirs: visit.groups.note?.observations ?? '', isText: true },
      { group: 'note', field: 'agreements', mine: [{ what: 'Bespreekt de uren', owner: 'werkgever', dueOn: '2026-12-01' }], theirs: [], isText: false },
    ],
  };
}

function drafts(dossier: DossierView): readonly Draft[] {
  return [{ draftId: 'draft-1', dossierId: dossier.dossierId, form: 'visit', savedAtMs: screenNowMs - 38 * minuteMs, values: { observations: 'Begonnen op de werkvloer.' } }];
}

const working = (principal: Principal, input: Partial<StandInInput> = {}): Scenario => ({
  accounts: [principal],
  device: () => ({ principal, caseload: { kind: 'ready', rows: [] }, ...input }),
});
const seeing = (principal: Principal, keep: (dossier: DossierView) => boolean): Scenario => ({
  accounts: [principal],
  device: (region) => {
    const { dossiers, rows } = caseload(region, keep);
    return { principal, caseload: { kind: 'ready', rows }, dossiers };
  },
});
const empty: CaseloadState = { kind: 'ready', rows: [] };

/** Every state a screen can be in, by name. */
export const scenarios = {
  'first-use': {},
  'first-use-not-durable': { notDurable: true },
  'first-use-offline': { demoUsers: 'unreachable' },
  'not-a-demo': { demoUsers: 'none' },
  'two-accounts': { accounts: [jobcoach, expert] },
  'wrong-passphrase': { accounts: [jobcoach], unlockProblem: { kind: 'wrong-passphrase', waitMs: 0 } },
  'wrong-passphrase-wait': { accounts: [jobcoach], unlockProblem: { kind: 'wrong-passphrase', waitMs: 20_000 } },
  'no-device-secret': { accounts: [jobcoach], unlockProblem: { kind: 'no-device-secret' } },
  'sign-in-needed': { accounts: [jobcoach], unlockProblem: { kind: 'sign-in-needed' } },
  'below-floor': { below: 'app' },
  'below-floor-browser': { below: 'browser' },
  'broken-storage': { accounts: [jobcoach], unlockProblem: { kind: 'storage' } },
  caseload: seeing(jobcoach, isOf(jobcoach)),
  'caseload-15000': {
    accounts: [consultant],
    device: (region) => ({ principal: consultant, caseload: { kind: 'ready', rows: region.manyRows }, dossiers: caseload(region).dossiers }),
  },
  'caseload-opening': working(jobcoach, { caseload: { kind: 'loading', done: 4, total: 15 } }),
  'caseload-failed': working(jobcoach, { caseload: { kind: 'failed' } }),
  'caseload-fetching': working(jobcoach, { caseload: empty, syncStatus: { phase: 'fetching', lastPullAtMs: null, allSent: false, progress: { done: 4_000, total: 15_000 } } }),
  'caseload-waiting': working(jobcoach, { caseload: empty, syncStatus: { connection: 'unreachable', lastPullAtMs: null, allSent: false } }),
  'caseload-empty': working(jobcoach, { caseload: empty }),
  unsent: {
    accounts: [jobcoach],
    device: (region) => {
      const { dossiers, rows } = caseload(region, isOf(jobcoach));
      const dossier = withStatus(busiest(dossiers), [statuses.refused, statuses.conflict, statuses.kept, statuses.sent]);
      return {
        principal: jobcoach,
        caseload: { kind: 'ready', rows: rows.map((row) => (row.dossierId === dossier.dossierId ? { ...row, unsent: 4 } : row)) },
        dossiers: new Map([...dossiers, [dossier.dossierId, dossier]]),
        drafts: drafts(dossier),
        unsent: { kind: 'ready', value: unsentItems(dossier) },
        conflict: conflictOf(dossier),
        syncStatus: { connection: 'unreachable', unsentCount: 2, problemCount: 2, allSent: false },
      };
    },
  },
  restored: working(jobcoach, { start: { restored: 2, unopened: 1, shortened: false, secondCopy: false } }),
  'signed-out': {
    accounts: [jobcoach],
    device: (region) => ({
      principal: jobcoach,
      caseload: empty,
      unsent: { kind: 'ready', value: unsentItems(busiest(caseload(region, isOf(jobcoach)).dossiers)).filter((item) => item.status.kind === 'kept') },
      syncStatus: { connection: 'signed-out', unsentCount: 1, allSent: false },
    }),
  },
  'broken-file': working(jobcoach, { brokenDossiers: true }),
  crash: working(jobcoach, { crashes: true }),
  consultant: seeing(consultant, () => true),
  expert: seeing(expert, isOf(expert)),
  manager: working(manager),
  administrator: working(administrator),
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;

/** What `renderApp` needs, and the device behind it to look at. */
export function standInApp(scenario: Scenario, region: RegionData): { readonly dependencies: AppDependencies; readonly unlocked: () => StandIn | null } {
  let standIn: StandIn | null = null;
  const accounts: KnownAccount[] = (scenario.accounts ?? []).map((principal, index) => ({ principal, lastUsedAtMs: screenNowMs - (index + 1) * 19 * 60 * minuteMs }));
  const open = (principal: Principal) => {
    standIn = standInDevice(scenario.device?.(region) ?? { principal, caseload: empty });
    return Promise.resolve(success(standIn.device));
  };
  const dependencies: AppDependencies = {
    clock: { nowMs: () => screenNowMs + Math.round(performance.now()) },
    shell: null,
    lockedDevice: {
      knownAccounts: () => Promise.resolve(accounts),
      unlock: (userId) => {
        if (scenario.unlockProblem !== undefined) return Promise.resolve(failure(scenario.unlockProblem));
        const account = accounts.find((known) => known.principal.userId === userId);
        return account === undefined ? Promise.resolve(failure({ kind: 'unknown-account' })) : open(account.principal);
      },
      setUp: (principal) => open(principal),
      noteSignIn: () => Promise.resolve(),
      storageIsDurable: () => Promise.resolve(scenario.notDurable !== true),
    },
    signIn: {
      current: () => Promise.resolve(success(null)),
      demoUsers: () => Promise.resolve(scenario.demoUsers === 'unreachable' ? failure({ kind: 'unreachable' }) : success(scenario.demoUsers === 'none' ? [] : everyone)),
      signInAsDemoUser: (userId) => {
        const principal = everyone.find((known) => known.userId === userId);
        return Promise.resolve(principal === undefined ? failure({ kind: 'refused' }) : success(principal));
      },
      signOut: () => Promise.resolve(),
    },
  };
  return { dependencies, unlocked: () => standIn };
}
