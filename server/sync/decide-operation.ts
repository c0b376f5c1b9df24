import type { DossierPlace } from '#shared/domain/rights.ts';
import type { Principal } from '#shared/domain/roles.ts';
import type { Violation } from '#shared/domain/violation.ts';
import { definitionOf } from '#shared/domain/kinds.ts';
import { regionDossierId, type OpId } from '#shared/domain/ids.ts';
import { applyOperation, dataOf } from '#shared/sync/apply.ts';
import { isMainKind, nowhere, placeOf, samePlace } from '#shared/sync/dossier-place.ts';
import { mayWrite, signsForAnother } from '#shared/sync/may-write.ts';
import type { SignedOperation } from '#shared/sync/operation.ts';
import type { Outcome, RefusalReason } from '#shared/sync/protocol.ts';
import { judgeAttachment } from './judge-attachment.ts';
import { readsDossier } from './read-plan.ts';
import type { Dossier } from './server-store.ts';
import type { StepContext, StepState } from './step-state.ts';

/** An operation whose signature, sender and hash were checked. */
export interface AuthenticOperation {
  readonly operation: SignedOperation;
  readonly evidence: string;
}

/** Decides one authentic operation and lays what follows from it into the state. Pure but for that. */
export function decideOperation(state: StepState, context: StepContext, { operation, evidence }: AuthenticOperation): void {
  const known = state.operation(operation.opId);
  if (known !== undefined) {
    const same = known.payloadHash === operation.payloadHash && known.userId === operation.userId;
    // [PUSH3] A repeat changes nothing and hears the same again; another payload under the same id never wins.
    state.deliver(operation.opId, operation.deviceId, same ? known.outcome : refusal(operation, context, 'same-id-other-payload'));
    return;
  }
  const refuse = (reason: RefusalReason, violations: readonly Violation[] = []): void => {
    state.decide(operation, evidence, refusal(operation, context, reason, violations));
    state.audit({ action: 'operation', result: 'refused', deviceId: operation.deviceId, dossierId: operation.record.dossierId, recordId: operation.record.recordId, detail: { reason } });
  };

  const { dossierId, recordId, kind } = operation.record;
  const definition = definitionOf(kind);
  const unknown = Object.keys(operation.payload).filter((group) => !Object.hasOwn(definition.groups, group));
  if (unknown.length > 0) return refuse('invalid', unknown.map((group) => ({ path: [group], code: 'group.unknown' })));
  const dossier = state.dossier(dossierId) ?? (dossierId === regionDossierId ? regionDossier : undefined);
  const current = state.record(recordId);
  const main = isMainKind(kind);
  // A dossier that is not there and one that is another's give the same answer: nobody may find out which.
  if (dossier === undefined ? !main : dossier.type !== definition.dossier) return refuse('not-allowed');
  if (current !== undefined && current.dossierId !== dossierId) return refuse('not-allowed');
  // What is to be made is checked at its own place below, after its rule: a slip in the municipality is no missing right.
  if (!mayWrite(context.principal, operation, dossier?.place ?? ownPlace(context.principal))) return refuse('not-allowed');
  if (dossier !== undefined && main && dossier.mainRecordId !== recordId) return refuse('invalid', [{ path: [], code: 'record.otherAddress' }]);
  const spoofed = signsForAnother(operation);
  if (spoofed.length > 0) return refuse('not-allowed', spoofed);
  if (kind === 'attachment') {
    const unfit = judgeAttachment(operation, current, state.content(recordId));
    // Before an n is taken, and before any comparison: what builds on an operation that waits, waits with it.
    if (unfit === 'later') return void state.later.add(operation.opId);
    if (unfit.length > 0) return refuse('invalid', unfit);
  }

  const n = context.nextN();
  const applied = applyOperation(current, operation, { version: { epoch: context.epoch, n }, changedAtMs: context.nowMs }, (opId) => appliedN(state, operation, opId));
  switch (applied.kind) {
    case 'refused':
      return refuse(applied.reason, applied.violations);
    case 'conflict':
      return state.decide(operation, evidence, { outcome: 'conflict', opId: operation.opId, recordId, groups: [...applied.groups], receivedAtMs: context.nowMs });
    case 'applied': {
      const place = main ? placeOf(kind, dataOf(applied.record.groups)) : (dossier?.place ?? nowhere);
      // [APPLY6] Nobody moves a person out of, or makes one outside, their own reach.
      if (!mayWrite(context.principal, operation, place)) return refuse('not-allowed');
      const after: Dossier = { dossierId, type: definition.dossier, mainRecordId: main ? recordId : (dossier?.mainRecordId ?? null), place };
      if (dossier === undefined || state.dossier(dossierId) === undefined) state.putDossier(after);
      else if (!samePlace(dossier.place, place)) moveDossier(state, dossier, after, n);
      state.putRecord(applied.record, n);
      return state.decide(operation, evidence, { outcome: 'applied', opId: operation.opId, recordId, n, receivedAtMs: context.nowMs }, n);
    }
  }
}

/** What an earlier operation of the same hand was given [OP2]. */
function appliedN(state: StepState, { userId }: SignedOperation, opId: OpId): number | null {
  const earlier = state.operation(opId);
  return earlier?.userId === userId && earlier.outcome.outcome === 'applied' ? earlier.outcome.n : null;
}

/** The place that a person reaches most surely. */
const ownPlace = (principal: Principal): DossierPlace => ({ municipality: principal.municipalities[0] ?? null, team: [principal.userId] });

/** It is there without anybody making it: form definitions and parameter tables lie in it. */
const regionDossier: Dossier = { dossierId: regionDossierId, type: 'region', mainRecordId: null, place: nowhere };

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
