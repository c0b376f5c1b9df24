import type { OpId } from '#shared/domain/ids.ts';
import type { Principal } from '#shared/domain/roles.ts';
import type { Outcome } from '#shared/sync/protocol.ts';
import type { SignedOperation } from '#shared/sync/operation.ts';
import { canonicalJson, type JsonValue } from '#shared/lib/canonical-json.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import { versionsGiven } from '#shared/sync/journal/on-own-work.ts';
import { sameVersion, type Version } from '#shared/sync/version.ts';
import { tallyOf, tallyText } from '#renderer/data/db/tally.ts';
import type { Tally } from '#renderer/data/db/user-database.ts';
import { everythingIsSent } from '#renderer/data/sync-status.ts';
import type { DiskState } from '../world/disk.ts';
import type { Profile } from '../world/laptop.ts';
import type { Tracked } from '../world/ledger.ts';
import type { Shelf } from '../world/sim-server.ts';
import type { World } from '../world/world.ts';
import { gapsIn } from '#server/audit/audit-chain.ts';
import { readsDossier } from '#server/sync/read-plan.ts';
import type { Changes } from '#server/sync/server-store.ts';
import { memoryRegion } from '../../contract/server-memory-store.ts';
import { VisibleRows } from './visible-rows.ts';

const isSettled = (outcome: Outcome | undefined): boolean => outcome?.outcome === 'applied' || outcome?.outcome === 'handed-over' || outcome?.outcome === 'resolved';

/** [I6] */
const drainedWithinMs = 60_000;

/** What waits for a person may be decided by one [CON4], or go to those now responsible [FGT5]; all else is for ever. */
const mayBecome = (before: Outcome, after: Outcome): boolean =>
  (before.outcome === 'conflict' && after.outcome === 'resolved') || ((before.outcome === 'conflict' || before.outcome === 'refused') && after.outcome === 'handed-over');

/**
 * The invariants of RELIABILITY, held against what the world remembers and not against what the product says of itself.
 * Everything here is asked again whenever something that it depends on changed: after every step, in effect.
 */
export class Checks {
  readonly #world: World;
  readonly #visible = new VisibleRows();
  /** Rows that were counted, and the tally that they were counted against. */
  readonly #whole = new WeakMap<DiskState['dossiers'], Tally>();
  /** Every state of the server there ever was, by epoch and n. */
  readonly #history = new Map<string, Shelf>();
  /** Per epoch what was decided in it, the restored backup included. */
  readonly #decided = new Map<number, ReadonlyMap<OpId, { readonly outcome: Outcome }>>();

  constructor(world: World) {
    this.#world = world;
  }

  remember(shelf: Shelf): void {
    this.#history.set(`${shelf.region.epoch}/${shelf.region.n}`, shelf);
    this.#decided.set(shelf.region.epoch, shelf.operations);
  }

  /** [I2] One effect per operation, and only of what somebody was told is kept; [APPLY2] nothing is overwritten unseen. */
  serverCommitted(before: Shelf, after: Shelf, principal: Principal): void {
    const { ledger } = this.#world;
    this.remember(after);
    for (const opId of before.operations.keys()) if (!after.operations.has(opId)) this.#breach('I7', `${ledger.labelOf(opId)} was decided, and is not remembered any more`);
    this.#checkAudit(after.audit.slice(before.audit.length), after.auditHeads, before.auditHeads);
    const records = new Map<string, StoredRecord | undefined>();
    for (const [opId, known] of after.operations) {
      const earlier = before.operations.get(opId);
      if (earlier !== undefined) {
        if (earlier === known) continue;
        this.#world.note('server', `${ledger.labelOf(opId)}: ${earlier.outcome.outcome}, now ${describe(known.outcome)}`);
        this.#world.happened(`outcome-${known.outcome.outcome}`);
        if (!mayBecome(earlier.outcome, known.outcome)) this.#breach('I2', `${ledger.labelOf(opId)} was decided a second time: ${earlier.outcome.outcome}, now ${known.outcome.outcome}`);
        continue;
      }
      const entry = ledger.find(opId);
      this.#world.note('server', `${entry?.label ?? opId} of ${principal.userId}: ${describe(known.outcome)}`);
      this.#world.happened(`outcome-${known.outcome.outcome}`);
      if (entry === undefined) this.#breach('I2', `${opId} has an effect, but nobody ever kept it`);
      else if (entry.told === 'failed') this.#breach('I1', `${entry.label} has an effect, but its person was told that it is not saved`);
      else if (known.outcome.outcome === 'applied') this.#checkApplied(entry, known.outcome.n, before, after, records);
      else if (known.outcome.outcome === 'conflict') this.#checkConflict(entry, known.outcome, after);
    }
  }

  /**
   * [I7] Beside the chain of the audit: whatever is decided leaves the signed operation as it was made, whatever does not simply apply
   * leaves a line in the audit, and no row changes without an operation that says who did it.
   */
  serverStores({ operations, revised, records, audit }: Changes): void {
    const { ledger } = this.#world;
    const audited = new Set(audit.map(({ result, recordId }) => `${result} ${recordId}`));
    for (const { operation, evidence, outcome } of operations) {
      const label = ledger.labelOf(operation.opId);
      const made = ledger.find(operation.opId)?.operation;
      if (made !== undefined && evidence !== JSON.stringify(made) && !this.#isOnOwnWork(JSON.parse(evidence) as SignedOperation, made)) this.#breach('I7', `${label} was decided, but what is kept of it is not what was signed`);
      const needsLine = outcome.outcome === 'refused' || outcome.outcome === 'handed-over';
      if (needsLine && !audited.has(`${outcome.outcome} ${operation.record.recordId}`)) this.#breach('I7', `${label} is ${outcome.outcome}, and the audit says nothing of it`);
    }
    for (const { opId, outcome } of revised) {
      if (!audit.some(({ result }) => result === outcome.outcome)) this.#breach('I7', `${ledger.labelOf(opId)} became ${outcome.outcome}, and the audit says nothing of it`);
    }
    if (records.length > 0 && operations.length + revised.length === 0) this.#breach('I7', 'rows changed without an operation');
  }

  /** The server came back from a backup. */
  serverRestored(before: Shelf, after: Shelf): void {
    this.remember(after);
    for (const entry of this.#world.ledger.all()) {
      const { opId } = entry.operation;
      if (!before.operations.has(opId) || after.operations.has(opId)) continue;
      const offeredAgain = entry.profile.journals.holds(opId);
      if (!offeredAgain && !entry.profile.disk.state.outbox.has(opId)) entry.excused = 'the server lost it after it was settled';
      entry.profile.changed = true;
    }
  }

  diskCommitted(profile: Profile, before: DiskState, after: DiskState): void {
    profile.changed = true;
    if (before.position.epoch === after.position.epoch) this.#checkNothingOlder(profile, before, after);
    this.#checkReceipts(profile, before, after);
    this.#checkWhole(profile, after);
    if (before.position === after.position) return;
    const { epoch, cursor, generation, rebuilding } = after.position;
    this.#world.note(profile.name, `stored a page: ${before.position.epoch}/${before.position.cursor} -> ${epoch}/${cursor}${rebuilding ? `, rebuilding ${generation}` : ''}`);
    if (before.position.lastPullAtMs !== after.position.lastPullAtMs) this.#checkReplica(profile, before, after);
  }

  /** After every event: [I1] for whoever changed, [I4] for what the screen says. */
  afterStep(): boolean {
    for (const laptop of this.#world.laptops) {
      for (const profile of laptop.profiles) {
        if (!profile.changed) continue;
        profile.changed = false;
        this.#checkWhereabouts(profile);
        if (saysAllSent(profile)) this.#checkAllSent(profile);
      }
    }
    return this.#world.breach === null;
  }

  /** [I6] To be asked once everything healed: a minute after the first good answer nothing waits any more. */
  drained(current: readonly Profile[]): void {
    for (const { goodSinceMs, disk, name } of current) {
      if (goodSinceMs === null || this.#world.schedule.nowMs - goodSinceMs <= drainedWithinMs) continue;
      for (const [opId, { state }] of disk.state.outbox) {
        if (state === 'waiting' || state === 'received') this.#breach('I6', `${this.#world.ledger.labelOf(opId)} is still ${state} on ${name} a minute after the server's first good answer`);
      }
    }
  }

  /** Everything healed and a minute passed: nothing waits any more, and everyone holds the same. */
  atRest(current: readonly Profile[]): void {
    const { server } = this.#world;
    this.#checkAudit(server.shelf.audit, server.shelf.auditHeads);
    for (const profile of current) this.#checkWhereabouts(profile);
    for (const entry of current.flatMap((profile) => profile.work)) {
      const { opId } = entry.operation;
      if (entry.told !== 'saved' || entry.excused !== null || entry.replacedBy !== null) continue;
      const state = entry.profile.disk.state.outbox.get(opId)?.state;
      if (state === 'waiting' || state === 'received') this.#breach('I6', `${entry.label} is still ${state} a minute after everything healed`);
      else if (state === undefined && !isSettled(server.shelf.operations.get(opId)?.outcome)) this.#breach('I1', `${entry.label} ended neither on the server nor in a list that its person sees`);
    }
    for (const profile of current) this.#checkSameAsServer(profile);
  }

  /** [I7] Each chain of the audit goes on where it ended, and no line is missing or another than it was. */
  #checkAudit(lines: Shelf['audit'], heads: Shelf['auditHeads'], since?: Shelf['auditHeads']): void {
    for (const { chain, place, what } of gapsIn(memoryRegion, lines, heads, since)) this.#breach('I7', `line ${place} of the audit of ${chain} ${what === 'missing' ? 'is missing' : 'was changed'}`);
  }

  isSettledOnServer(opId: OpId): boolean {
    return isSettled(this.#world.server.shelf.operations.get(opId)?.outcome);
  }

  #checkApplied(entry: Tracked, n: number, before: Shelf, after: Shelf, records: Map<string, StoredRecord | undefined>): void {
    // What the person made, not what the server says it got.
    const { operation, label } = entry;
    const { recordId } = operation.record;
    if (!records.has(recordId)) records.set(recordId, before.records.get(recordId)?.record);
    const version: Version = { epoch: after.region.epoch, n };
    const found = after.records.get(recordId)?.record;
    if (found === undefined) return this.#breach('I1', `${label} was applied, but its record is not there`);
    const groups = { ...records.get(recordId)?.groups };
    for (const [name, data] of Object.entries(operation.payload)) {
      const current = groups[name]?.version ?? null;
      const base = operation.baseVersions[name] ?? null;
      const own = this.#builtOn(entry, name, after);
      const built = own === null || sameVersion(current, base as Version | null) ? (base as Version | null) : this.#appliedVersion(own, after, current);
      if (!sameVersion(current, built)) this.#breach('APPLY2', `${label} went over ${name} at ${versionText(current)}, which its person never saw (they saw ${versionText(built)})`);
      groups[name] = { version, changedBy: operation.userId, changedAtMs: 0, data };
      const now = found.groups[name];
      if (now !== undefined && sameVersion(now.version, version) && JSON.stringify(now.data) !== JSON.stringify(data)) this.#breach('I1', `${label} was applied, but ${name} says something else`);
    }
    records.set(recordId, { ...found, groups });
  }

  /** [JRN15] Nobody is asked about what they changed twice, one after the other: not after a restore either. */
  #checkConflict({ label, ...entry }: Tracked, outcome: Extract<Outcome, { outcome: 'conflict' }>, after: Shelf): void {
    for (const group of outcome.groups) {
      const own = this.#builtOn(entry, group, after);
      if (own === null || !remembersGiven(entry, group, own)) return;
      const earlier = after.operations.get(own)?.outcome;
      // A server that was restored, told of the change before it was offered what that was built on [PUSH9].
      if (earlier === undefined && 'n' in (entry.operation.baseVersions[group] ?? {})) this.#world.happened('change-before-what-was-lost');
      if (earlier?.outcome !== 'applied' || outcome.current?.[group]?.version.n !== earlier.n) return;
    }
    this.#breach('JRN15', `${label} conflicts in ${outcome.groups.join(', ')} with what the same person did before, and saw`);
  }

  /** The operation of the same device that this one was built on, whatever version a server of before had given to it. */
  #builtOn({ operation, profile }: Pick<Tracked, 'operation' | 'profile'>, group: string, { region }: Shelf): OpId | null {
    const base = operation.baseVersions[group] ?? null;
    if (base === null) return null;
    if ('afterOp' in base) return base.afterOp;
    if (base.epoch === region.epoch) return null;
    for (const { operation: { opId } } of profile.work) {
      const known = this.#decided.get(base.epoch)?.get(opId)?.outcome;
      if (known?.outcome === 'applied' && known.n === base.n) return opId;
    }
    return null;
  }

  /**
   * [JRN15] The same work, with bases that name the same device's own operations in place of versions of a restored server; it may name
   * itself, when its author asked that it be handed over [FGT6].
   */
  #isOnOwnWork(sent: SignedOperation, made: SignedOperation): boolean {
    const without = ({ baseVersions: _bases, signature: _signature, resolves, ...rest }: SignedOperation) =>
      canonicalJson({ ...rest, resolves: resolves === rest.opId ? made.resolves : resolves } as unknown as JsonValue);
    if (without(sent) !== without(made)) return false;
    const profile = this.#world.ledger.find(made.opId)?.profile;
    return Object.entries(made.baseVersions).every(([group, base]) => {
      const now = sent.baseVersions[group] ?? null;
      if (canonicalJson(now as unknown as JsonValue) === canonicalJson(base as unknown as JsonValue)) return true;
      return profile !== undefined && now !== null && 'afterOp' in now && this.#builtOn({ operation: made, profile }, group, this.#world.server.shelf) === now.afterOp;
    });
  }

  #appliedVersion(opId: OpId, shelf: Shelf, current: Version | null): Version | null {
    const outcome = shelf.operations.get(opId)?.outcome;
    if (outcome?.outcome !== 'applied') return null;
    return current?.n === outcome.n ? current : { epoch: shelf.region.epoch, n: outcome.n };
  }

  /** [PULL5] Nothing that is here becomes older, or goes without being swept or forgotten. */
  #checkNothingOlder(profile: Profile, before: DiskState, after: DiskState): void {
    for (const [dossierId, copy] of before.dossiers) {
      const next = after.dossiers.get(dossierId);
      if (next === undefined || next === copy || next.generation !== copy.generation) continue;
      for (const record of copy.records) {
        const now = next.records.find((each) => each.recordId === record.recordId);
        if (now === undefined || now.n < record.n) this.#breach('PULL5', `${profile.name}: ${record.recordId} was at ${record.n} and is now at ${now?.n ?? 'nothing'}`);
      }
    }
  }

  /**
   * [I5] [I4] What was committed is what a stop leaves: a device that calls itself whole holds nothing from before the rebuild, and
   * what it says of its digest follows from the rows that are there.
   */
  #checkWhole(profile: Profile, after: DiskState): void {
    const { position, dossiers } = after;
    if (position.epoch === null || position.rebuilding || this.#whole.get(dossiers) === position.tally) return;
    this.#whole.set(dossiers, position.tally);
    for (const [dossierId, copy] of dossiers) {
      if (copy.generation !== position.generation) return this.#breach('I5', `${profile.name}: ${dossierId} is left over from before everything was fetched again, and the pull is called whole`);
    }
    const counted = tallyText(tallyOf([...dossiers.values()].flatMap((copy) => copy.records)));
    if (counted !== tallyText(position.tally)) this.#breach('I4', `${profile.name}: the rows on the disk make ${counted}, its digest is ${tallyText(position.tally)}`);
  }

  /** [PULL1] [KEEP4] What leaves the outbox as applied is here as a row, in the same moment. */
  #checkReceipts(profile: Profile, before: DiskState, after: DiskState): void {
    if (before.receipts === after.receipts) return;
    for (const [opId, receipt] of after.receipts) {
      if (receipt.settled !== 'applied' || before.receipts.get(opId) === receipt) continue;
      const row = after.dossiers.get(receipt.dossierId)?.records.find((record) => record.recordId === receipt.recordId);
      if (row !== undefined && row.n >= receipt.n) continue;
      const { position } = after;
      if (receipt.n > position.cursor && receipt.epoch === position.epoch) return this.#breach('PULL1', `${profile.name}: ${this.#world.ledger.labelOf(opId)} left the outbox at ${receipt.n}, but the cursor stands at ${position.cursor}`);
      // Gone from the rights meanwhile, or changed again: the row comes with a later page.
      const shelf = this.#world.server.shelf;
      const visible = this.#visible.of(shelf, profile.person).get(receipt.recordId);
      if (visible === undefined || visible.n > position.cursor || position.epoch !== shelf.region.epoch) continue;
      this.#breach('PULL1', `${profile.name}: ${this.#world.ledger.labelOf(opId)} left the outbox, but its row is not here`);
    }
  }

  /** [I3] [I5] After a whole pull a device holds what its person may see, as the server was then: no more, no less. */
  #checkReplica(profile: Profile, before: DiskState, after: DiskState): void {
    const { epoch, cursor, generation, digestAgrees } = after.position;
    // What a proxy kept of yesterday may not fit what came today: the digest must see it, and does.
    if (profile.laptop.hadReplay && digestAgrees === false) return this.#world.happened('digest-differs');
    profile.laptop.hadReplay = false;
    const shelf = this.#history.get(`${epoch}/${cursor}`);
    if (shelf === undefined) return this.#breach('PULL6', `${profile.name}: the cursor ${epoch}/${cursor} was never a state of the server`);
    const expected = this.#visible.of(shelf, profile.person);
    let found = 0;
    for (const [dossierId, copy] of after.dossiers) {
      if (copy.generation !== generation) {
        if (!before.position.rebuilding && before.position.epoch === epoch) this.#breach('I5', `${profile.name}: ${dossierId} is left over from before everything was fetched again`);
        continue;
      }
      for (const record of copy.records) {
        const row = expected.get(record.recordId);
        if (row === undefined) return this.#breach('I5', `${profile.name}: ${record.recordId} is on the disk after a whole pull, outside the rights of its person`);
        if (row.n !== record.n) return this.#breach('I3', `${profile.name}: ${record.recordId} is at ${record.n}, the server had ${row.n}`);
        if (Object.keys(row.groups).length !== Object.keys(record.groups).length) return this.#breach('I5', `${profile.name}: ${record.recordId} has groups ${Object.keys(record.groups).join(', ')}`);
        found += 1;
      }
    }
    if (found === expected.size) return;
    const here = new Set([...after.dossiers.values()].flatMap((copy) => (copy.generation === generation ? copy.records.map((record) => record.recordId) : [])));
    const missing = [...expected.keys()].filter((recordId) => !here.has(recordId));
    this.#breach('I3', `${profile.name}: after a whole pull to ${epoch}/${cursor} these are missing: ${missing.join(', ')}`);
  }

  /** [I1] What was called saved is on the server, in the outbox, or in the journal of a device that has not started yet. */
  #checkWhereabouts(profile: Profile): void {
    const { outbox } = profile.disk.state;
    const { operations } = this.#world.server.shelf;
    const running = profile.openWindows().length > 0;
    for (const entry of profile.work) {
      const { opId } = entry.operation;
      if (entry.told !== 'saved' || entry.excused !== null || entry.replacedBy !== null) continue;
      if (outbox.has(opId) || isSettled(operations.get(opId)?.outcome)) continue;
      if (!running && profile.journals.holds(opId)) continue;
      // A restored server lost it; what is in flight may still settle it here.
      const onceSettled = [...this.#decided.values()].some((decided) => isSettled(decided.get(opId)?.outcome));
      const hasCopy = entry.secondCopy || profile.journals.holds(opId);
      if (onceSettled && !hasCopy) entry.excused = 'the server lost it after it was settled';
      if (onceSettled && (entry.excused !== null || profile.journals.holds(opId))) continue;
      this.#breach('I1', `${entry.label} was called saved on ${profile.name}, and is in no outbox, in no list and not on the server`);
    }
  }

  /** [I4] */
  #checkAllSent(profile: Profile): void {
    const decided = this.#decided.get(profile.disk.state.position.epoch ?? 0);
    const { receipts } = profile.disk.state;
    // Every window offers its own lines in its own moment.
    const someWindowComparesYet = profile.openWindows().some((window) => window.comparedIn !== profile.disk.state.position.epoch);
    for (const entry of profile.work) {
      if (entry.told !== 'saved' || entry.excused !== null || entry.replacedBy !== null) continue;
      const { opId } = entry.operation;
      if (isSettled(decided?.get(opId)?.outcome) || this.isSettledOnServer(opId)) continue;
      // Settled by a server that was restored since.
      const settledBefore = receipts.has(opId) && receipts.get(opId)?.epoch !== profile.disk.state.position.epoch;
      if (settledBefore && someWindowComparesYet) continue;
      this.#breach('I4', `${profile.name} says that everything is sent, but ${entry.label} is not`);
    }
  }

  /** [I3] To the letter. */
  #checkSameAsServer(profile: Profile): void {
    const { position, dossiers } = profile.disk.state;
    if (position.digestAgrees !== true) this.#breach('I4', `${profile.name} holds what the server has, but its digest says ${position.digestAgrees}`);
    const { shelf } = this.#world.server;
    if (position.epoch !== shelf.region.epoch || position.cursor !== shelf.region.n) return this.#breach('I6', `${profile.name} stands at ${position.epoch}/${position.cursor}, the server at ${shelf.region.epoch}/${shelf.region.n}`);
    const expected = this.#visible.of(shelf, profile.person);
    const here = new Map([...dossiers.values()].flatMap((copy) => copy.records.map((record) => [record.recordId, record] as const)));
    for (const [recordId, row] of expected) {
      const record = here.get(recordId);
      if (record === undefined || stable(record.groups) !== stable(row.groups)) return this.#breach('I3', `${profile.name}: ${recordId} is not what the server has`);
    }
    this.#checkNothingOfOthers(profile);
    if (here.size !== expected.size) this.#breach('I5', `${profile.name} has ${here.size} rows, its person may see ${expected.size}`);
  }

  /** [I5] [FGT5] Work about somebody whom its author may not reach any more has gone to those who may. */
  #checkNothingOfOthers(profile: Profile): void {
    const { shelf } = this.#world.server;
    // A restored server may never have heard that its author was there: then the work stays where its author sees it.
    if (shelf.region.epoch > 1) return;
    for (const [opId, { operation, state, outcome }] of profile.disk.state.outbox) {
      const dossier = shelf.dossiers.get(operation.record.dossierId);
      if (dossier === undefined || readsDossier(profile.person, dossier.type, dossier.place)) continue;
      this.#breach('I5', `${profile.name}: ${this.#world.ledger.labelOf(opId)} is still here as ${state} (${outcome === null ? 'no outcome' : describe(outcome)}), about ${operation.record.dossierId}, outside the rights of its person`);
    }
  }

  #breach(invariant: string, what: string): void {
    this.#world.violate(invariant, what);
  }
}

/** A database that was lost took with it what versions its work was given: then nobody can know any more on what a change was built. */
function remembersGiven({ operation, profile }: Pick<Tracked, 'operation' | 'profile'>, group: string, own: OpId): boolean {
  const base = operation.baseVersions[group] ?? null;
  if (base === null || 'afterOp' in base) return base !== null;
  const { receipts, outbox } = profile.disk.state;
  const given = [...versionsGiven(receipts.get(own)), ...(outbox.get(own)?.given ?? [])];
  return given.some((version) => sameVersion(version, base));
}

/** What the header says, with a window open to say it. */
function saysAllSent(profile: Profile): boolean {
  const { outbox, position } = profile.disk.state;
  const problemCount = [...outbox.values()].filter((entry) => entry.state === 'conflict' || entry.state === 'refused').length;
  return profile.openWindows().length > 0 && everythingIsSent({ unsentCount: outbox.size - problemCount, problemCount, attachmentsLeft: 0 }, position);
}

const versionText = (version: Version | null) => (version === null ? 'nothing' : `${version.epoch}/${version.n}`);
const stable = (groups: Readonly<Record<string, { readonly version: Version; readonly data: unknown }>>) =>
  Object.keys(groups).sort().map((name) => `${name} ${versionText(groups[name]?.version ?? null)} ${JSON.stringify(groups[name]?.data)}`).join('\n');

function describe(outcome: Outcome): string {
  switch (outcome.outcome) {
    case 'applied':
      return `applied as ${outcome.n}`;
    case 'conflict':
      return `conflict in ${outcome.groups.join(', ')}`;
    case 'refused':
      return `refused, ${outcome.reason}`;
    case 'handed-over':
    case 'resolved':
      return outcome.outcome;
  }
}
