import type { DossierPlace } from '#shared/domain/rights.ts';
import type { Principal } from '#shared/domain/roles.ts';
import type { Violation } from '#shared/domain/violation.ts';
import { definitionOf } from '#shared/domain/kinds.ts';
import { conflictRecordId } from '#shared/domain/records/waiting-work.ts';
import { regionDossierId, type DossierId, type OpId } from '#shared/domain/ids.ts';
import { applyOperation, dataOf } from '#shared/sync/apply.ts';
import { isMainKind, nowhere, placeOf, samePlace } from '#shared/sync/dossier-place.ts';
import { formerRecordOf } from '#shared/sync/former-record.ts';
import { dossiersNamed, liesWhereJoinsLie } from '#shared/sync/joins.ts';
import { mayWrite, mayWriteGroups, roleMayWrite, signsForAnother } from '#shared/sync/may-write.ts';
import { isHandingOver, type BaseReference, type SignedOperation } from '#shared/sync/operation.ts';
import type { Outcome, RefusalReason } from '#shared/sync/protocol.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import { judgeAttachment } from './judge-attachment.ts';
import { readsDossier } from './read-plan.ts';
import type { Dossier, KnownConflict, KnownOperation } from './server-store.ts';
import type { StepContext, StepState } from './step-state.ts';
import { closeConflict, layConflict, layHandover } from './waiting-work.ts';

/** An operation whose signature, sender and hash were checked. */
export interface AuthenticOperation {
  readonly operation: SignedOperation;
  readonly evidence: string;
  /** Signed by a device that was withdrawn: what it kept is for people to look at, and changes nothing by itself [JRN12]. */
  readonly isWithdrawn: boolean;
}

/** Decides one authentic operation and lays what follows from it into the state. Pure but for that. */
export function decideOperation(state: StepState, context: StepContext, authentic: AuthenticOperation): void {
  const { operation, evidence } = authentic;
  const { opId } = operation;
  const known = state.operation(opId);
  if (known !== undefined) return repeat(state, context, operation, known);
  const { dossierId, recordId, kind } = operation.record;
  const refuse = (reason: RefusalReason, violations: readonly Violation[] = []): void => {
    state.decide(operation, evidence, refusal(operation, context, reason, violations));
    state.audit({ action: 'operation', result: 'refused', deviceId: operation.deviceId, dossierId, recordId, detail: { reason } });
  };

  const definition = definitionOf(kind);
  const unknown = Object.keys(operation.payload).filter((group) => !Object.hasOwn(definition.groups, group));
  if (unknown.length > 0) return refuse('invalid', unknown.map((group) => ({ path: [group], code: 'group.unknown' })));
  const dossier = state.dossier(dossierId) ?? (dossierId === regionDossierId ? regionDossier : undefined);
  const current = state.record(recordId);
  const main = isMainKind(kind);
  // A dossier that is not there and one that is another's give the same answer: nobody may find out which.
  if (dossier === undefined ? !main : dossier.type !== definition.dossier) return refuse('not-allowed');
  if (current !== undefined && current.dossierId !== dossierId) return refuse('not-allowed');
  const isForOthers = isForOthersNow(state, context, authentic);
  if (authentic.isWithdrawn && !isForOthers) return refuse('not-allowed');
  const conflict = isForOthers ? null : conflictToResolve(state, context, operation, dossier);
  if (conflict === 'not-allowed') return refuse('not-allowed');
  if (conflict !== null && Object.keys(operation.payload).length === 0) return keepCurrent(state, context, authentic, conflict);
  // What is for others still needs its content: a note in the overdracht must not point to nothing either.
  const unfit = kind === 'attachment' && (isForOthers || mayWrite(context.principal, operation, dossier?.place ?? nowhere)) ? judgeAttachment(operation, current, state.content(recordId)) : [];
  // Before an n is taken, and before any comparison: what builds on an operation that waits, waits with it.
  if (unfit === 'later') return void state.later.add(opId);
  if (unfit.length > 0) return refuse('invalid', unfit);
  if (isForOthers) {
    const unkeepable = layHandover(state, context, operation);
    return unkeepable.length > 0 ? refuse('invalid', unkeepable) : state.decide(operation, evidence, handedOver(operation, context));
  }
  // What is to be made is checked at its own place below, after its rule: a slip in the municipality is no missing right.
  if (!mayWrite(context.principal, operation, dossier?.place ?? ownPlace(context.principal))) return refuse('not-allowed');
  // [JOIN2] Nobody names a person's file to find out whether it is there, or lays another's beside their own.
  if (!dossiersNamed(operation).every((named) => mayWriteNamed(state, context, operation, named))) return refuse('not-allowed');
  if (!liesWhereJoinsLie(operation)) return refuse('invalid', [{ path: [], code: 'record.otherAddress' }]);
  const spoofed = signsForAnother(operation);
  if (dossier !== undefined && main && dossier.mainRecordId !== recordId) return refuse('invalid', [{ path: [], code: 'record.otherAddress' }]);
  if (spoofed.length > 0) return refuse('not-allowed', spoofed);

  const n = context.nextN();
  const applied = applyOperation(current, operation, { version: { epoch: context.epoch, n }, changedAtMs: context.nowMs }, (earlier) => appliedN(state, operation, earlier), (group, base) => formerData(state, operation, group, base));
  switch (applied.kind) {
    case 'refused':
      return refuse(applied.reason, applied.violations);
    case 'conflict': {
      // [CON5] What more than one person may change, more than one person may decide about. In a dossier that is not there
      // (a restored server lost it) nobody would see it, and whoever sees the dossier later would miss its row.
      const unkeepable = definition.ownership === 'shared' && dossier !== undefined ? layConflict(state, context, operation, definition.dossier) : [];
      if (unkeepable.length > 0) return refuse('invalid', unkeepable);
      state.decide(operation, evidence, { outcome: 'conflict', opId, recordId, groups: [...applied.groups], current: standingNow(current, applied.groups), receivedAtMs: context.nowMs });
      // What they decided now waits in the new operation.
      return conflict === null ? undefined : closeConflict(state, context, conflict, operation);
    }
    case 'applied': {
      const place = main ? placeOf(kind, dataOf(applied.record.groups)) : (dossier?.place ?? nowhere);
      // [APPLY6] Nobody moves a person out of, or makes one outside, their own reach.
      if (!mayWrite(context.principal, operation, place)) return refuse('not-allowed');
      const after: Dossier = { dossierId, type: definition.dossier, mainRecordId: main ? recordId : (dossier?.mainRecordId ?? null), place };
      if (dossier === undefined || state.dossier(dossierId) === undefined) state.putDossier(after);
      else if (!samePlace(dossier.place, place)) moveDossier(state, dossier, after, n);
      state.putRecord(applied.record, n);
      if (kind === 'candidate' && current !== undefined) layFormer(state, context, operation, current);
      state.decide(operation, evidence, { outcome: 'applied', opId, recordId, n, ...(applied.merged ? { merged: true } : {}), receivedAtMs: context.nowMs }, n);
      return conflict === null ? undefined : closeConflict(state, context, conflict, operation);
    }
  }
}

/** [PUSH3] A repeat changes nothing and hears the same again; another payload under the same id never wins. */
function repeat(state: StepState, context: StepContext, operation: SignedOperation, known: KnownOperation): void {
  const { opId, deviceId } = operation;
  if (known.payloadHash !== operation.payloadHash || known.userId !== operation.userId) return state.deliver(opId, deviceId, refusal(operation, context, 'same-id-other-payload'));
  const isUndecided = known.outcome.outcome === 'conflict' || known.outcome.outcome === 'refused';
  // [FGT5] What lay in its author's list goes to those now responsible; a conflict that they see already is laid once.
  const isLaid = state.record(conflictRecordId(opId)) !== undefined;
  // [FGT6] What is refused and cannot be mended goes to them when its author asks.
  const isAsked = known.outcome.outcome === 'refused' && isHandingOver(operation);
  const goesOver = isUndecided && isForOthersNow(state, context, { operation, isWithdrawn: isAsked }) && contentFits(state, operation) && (isLaid || layHandover(state, context, operation).length === 0);
  if (goesOver) state.revise(known, handedOver(operation, context));
  // What is laid now says so itself.
  if (goesOver && isLaid) state.audit({ action: 'operation', result: 'handed-over', deviceId, dossierId: operation.record.dossierId, recordId: operation.record.recordId, detail: {} });
  state.deliver(opId, deviceId, goesOver ? handedOver(operation, context) : known.outcome);
}

function contentFits(state: StepState, operation: SignedOperation): boolean {
  const { recordId, kind } = operation.record;
  if (kind !== 'attachment') return true;
  const unfit = judgeAttachment(operation, state.record(recordId), state.content(recordId));
  return unfit !== 'later' && unfit.length === 0;
}

/**
 * [FGT2] [FGT3] Its author may not write there now, and could before. Whoever was never there hears what a stranger hears.
 * From a device that was withdrawn, and of what its author asks to be handed over, what they may still write is for others as well.
 */
function isForOthersNow(state: StepState, { principal }: StepContext, { operation, isWithdrawn: alsoInReach }: Pick<AuthenticOperation, 'operation' | 'isWithdrawn'>): boolean {
  const dossier = state.dossier(operation.record.dossierId);
  if (dossier?.type !== 'candidate' || !roleMayWrite(principal.role, operation) || signsForAnother(operation).length > 0) return false;
  return mayWrite(principal, operation, dossier.place) ? alsoInReach : state.hadReach(dossier.dossierId);
}

const handedOver = (operation: SignedOperation, context: StepContext): Outcome => ({ outcome: 'handed-over', opId: operation.opId, recordId: operation.record.recordId, receivedAtMs: context.nowMs });

/**
 * The open conflict that this operation decides [CON4]: its author may, and whoever may write what it writes.
 * @returns null when it decides none, or one that was decided before
 */
function conflictToResolve(state: StepState, { principal }: StepContext, { opId, resolves, record }: SignedOperation, dossier: Dossier | undefined): KnownConflict | null | 'not-allowed' {
  // What is handed over and was forgotten by a restored server is judged anew, and can be handed over then.
  if (resolves === null || resolves === opId) return null;
  const conflict = state.conflict(resolves);
  const isOfThis = conflict !== undefined && conflict.record.recordId === record.recordId && conflict.record.dossierId === record.dossierId;
  if (!isOfThis || dossier === undefined) return 'not-allowed';
  if (conflict.userId !== principal.userId && !mayWriteGroups(principal, record.kind, conflict.written, dossier.place)) return 'not-allowed';
  return conflict;
}

/** The decision that what stands there stays: nothing is written, and so nothing can be in the way. */
function keepCurrent(state: StepState, context: StepContext, { operation, evidence }: Pick<AuthenticOperation, 'operation' | 'evidence'>, conflict: KnownConflict): void {
  const n = context.nextN();
  state.decide(operation, evidence, { outcome: 'applied', opId: operation.opId, recordId: operation.record.recordId, n, receivedAtMs: context.nowMs }, n);
  closeConflict(state, context, conflict, operation);
}

function standingNow(current: StoredRecord | undefined, groups: readonly string[]): Extract<Outcome, { outcome: 'conflict' }>['current'] {
  return Object.fromEntries(groups.flatMap((group) => {
    const now = current?.groups[group];
    return now === undefined ? [] : [[group, { version: now.version, changedBy: now.changedBy, changedAtMs: now.changedAtMs }]];
  }));
}

/** What an earlier operation of the same hand was given [OP2]. */
function appliedN(state: StepState, { userId }: SignedOperation, opId: OpId): number | null {
  const earlier = state.operation(opId);
  return earlier?.userId === userId && earlier.outcome.outcome === 'applied' ? earlier.outcome.n : null;
}

/** What a group held when this operation was made, as far as it is still known [CON2]. */
function formerData(state: StepState, operation: SignedOperation, group: string, base: BaseReference) {
  if (base === null) return undefined;
  const n = 'afterOp' in base ? appliedN(state, operation, base.afterOp) : base.n;
  const value = n === null ? undefined : state.formerValue(operation.record.recordId, group, n);
  return 'afterOp' in base || value?.version.epoch === base.epoch ? value?.data : undefined;
}

function mayWriteNamed(state: StepState, { principal }: StepContext, operation: SignedOperation, named: DossierId): boolean {
  const dossier = state.dossier(named);
  return dossier?.type === 'candidate' && mayWrite(principal, operation, dossier.place);
}

/** The place that a person reaches most surely. */
const ownPlace = (principal: Principal): DossierPlace => ({ municipality: principal.municipalities[0] ?? null, team: [principal.userId] });

/** It is there without anybody making it: form definitions and parameter tables lie in it. */
const regionDossier: Dossier = { dossierId: regionDossierId, type: 'region', mainRecordId: null, place: nowhere };

/** [HIST1] What stood there becomes a record of the dossier, so that rights, digests and forgetting hold for it by themselves. */
function layFormer(state: StepState, context: StepContext, operation: SignedOperation, before: StoredRecord): void {
  const former = formerRecordOf(operation, before, () => ({ version: { epoch: context.epoch, n: context.nextN() }, changedAtMs: context.nowMs }));
  if (former !== null) state.putRecord(former, former.n);
}

/** Who gains reach gets all its rows once more, who loses it is told to forget the dossier. */
function moveDossier(state: StepState, before: Dossier, after: Dossier, n: number): void {
  state.putDossier(after);
  let redeliver = before.place.municipality !== after.place.municipality;
  for (const user of state.users) {
    const read = readsDossier(user, before.type, before.place);
    const reads = readsDossier(user, after.type, after.place);
    if (read && !reads) state.forget(user.userId, after.dossierId, n);
    if (!read && reads) redeliver = true;
  }
  if (redeliver) state.redeliver(after.dossierId);
}

export function refusal(operation: Pick<SignedOperation, 'opId'> & { readonly record: Pick<SignedOperation['record'], 'recordId'> }, context: Pick<StepContext, 'nowMs'>, reason: RefusalReason, violations: readonly Violation[] = []): Outcome {
  const plain = violations.map(({ path, code, params }) => ({ path: [...path], code, ...(params === undefined ? {} : { params: { ...params } }) }));
  return { outcome: 'refused', opId: operation.opId, recordId: operation.record.recordId, reason, violations: plain, receivedAtMs: context.nowMs };
}
