import { createHash } from 'node:crypto';
import type { DeviceId, OpId } from '#shared/domain/ids.ts';
import { conflictRecordId } from '#shared/domain/records/waiting-work.ts';
import { isMainKind } from '#shared/sync/dossier-place.ts';
import { payloadFits, type SignedOperation } from '#shared/sync/operation.ts';
import type { PushAnswer, RefusalReason } from '#shared/sync/protocol.ts';
import { dossiersNamed } from '#shared/sync/joins.ts';
import { mayWrite } from '#shared/sync/may-write.ts';
import { longTextOf } from '#shared/sync/merge-group.ts';
import { decideOperation, refusal } from './decide-operation.ts';
import { readOperation, type ReadOperation } from './read-operation.ts';
import { StoreFailure, type RegisteredDevice, type ServerStore, type Loaded, type ServerTransaction, type Wanted } from './server-store.ts';
import { StepState, type StepContext } from './step-state.ts';
import type { VerifySignature } from './verify-signature.ts';

export interface PushContext extends Omit<StepContext, 'epoch' | 'nextN'> {
  readonly verify: VerifySignature;
  /** The epoch that the device last pulled from; null when it did not say, or never pulled [PUSH9]. */
  readonly knownEpoch?: number | null;
  /** Delivered out of a sealed journal, without a session: a device that was withdrawn may still hand its work over [JRN12]. */
  readonly sealed?: boolean;
  /** Told of an operation that our own code could not work with; nothing about its content. */
  readonly poison: (error: unknown) => void;
  /** Told when a batch could not be stored as one and is stored step by step: many times slower, under the lock that all writers wait for. */
  readonly stepwise: (operations: number, error: unknown) => void;
}

/** So many operations are one step in memory and a statement per table [count]. */
export const stepSize = 200;

type Item = Exclude<ReadOperation, { kind: 'unreadable' }>;

/**
 * Takes a batch, in its order, and answers per entry [PUSH2]. What became of it comes with the next pull.
 * @throws StoreFailure when nothing of the batch could be kept
 */
export async function receiveOperations(store: ServerStore, context: PushContext, batch: readonly unknown[]): Promise<readonly PushAnswer[]> {
  const read = batch.map(readOperation);
  const items = read.filter((each): each is Item => each.kind !== 'unreadable');
  const later = items.length > 0 ? await store.write(context.principal, (transaction) => receive(transaction, context, items)) : new Set<OpId>();
  return read.map((each, index) => {
    switch (each.kind) {
      case 'unreadable':
        return { index, answer: 'unreadable' };
      case 'refusable':
        return { opId: each.opId, answer: later.has(each.opId) ? 'later' : 'received' };
      case 'readable':
        return { opId: each.operation.opId, answer: later.has(each.operation.opId) ? 'later' : 'received' };
    }
  });
}

/** @returns the operations that could not be decided yet */
async function receive(transaction: ServerTransaction, context: PushContext, items: readonly Item[]): Promise<ReadonlySet<OpId>> {
  const signers = items.flatMap((item) => (item.kind === 'readable' ? [item.operation.deviceId] : []));
  const devices = new Map((await transaction.devices([...new Set(signers)])).map((device) => [device.deviceId, device]));
  const steps = checkedSteps(context, items, devices);
  // Signatures and hashes cost milliseconds: the first are checked before the lock that all writers of the region wait for.
  await steps.at(0);
  const { epoch } = await transaction.lockRegion();
  // [PUSH9] This server was restored, and the device has not heard of it: it offers first what was lost, and then what was built on that.
  if (typeof context.knownEpoch === 'number' && context.knownEpoch !== epoch) return new Set(items.map((item) => (item.kind === 'readable' ? item.operation.opId : item.opId)));
  const stepContext: StepContext = { ...context, epoch, nextN: () => transaction.nextN() };
  try {
    return await transaction.savepoint(() => overlapping(transaction, stepContext, items, steps));
  } catch (error) {
    if (error instanceof StoreFailure) throw error;
    context.stepwise(items.length, error);
  }
  // There is poison in it: step by step, until it is found.
  const later = new Set<OpId>();
  for (let at = 0; at * stepSize < items.length; at += 1) {
    for (const opId of await decide(transaction, stepContext, context.poison, await steps.at(at))) later.add(opId);
  }
  return later;
}

interface Steps {
  /** Whose checks begin when they are first asked for. */
  at(index: number): Promise<readonly Checked[]>;
}

function checkedSteps(context: PushContext, items: readonly Item[], devices: ReadonlyMap<DeviceId, RegisteredDevice>): Steps {
  const begun = new Map<number, Promise<readonly Checked[]>>();
  const check = async (item: Item): Promise<Checked> => {
    if (item.kind !== 'readable') return { item, objection: item.reason, isWithdrawn: false };
    return { item, objection: await objectionTo(item.operation, context, devices), isWithdrawn: devices.get(item.operation.deviceId)?.revoked === true };
  };
  return {
    at(index) {
      const checking = begun.get(index) ?? Promise.all(items.slice(index * stepSize, (index + 1) * stepSize).map(check));
      // When a step before it fails for good, nobody waits for this one.
      checking.catch(() => undefined);
      begun.set(index, checking);
      return checking;
    },
  };
}

/**
 * The whole batch on what was asked for once: while the database stores a step, the signatures of the next are checked on other
 * threads and it is decided. Nothing is lost by deciding early: when a step cannot be stored, all of them are undone.
 */
async function overlapping(transaction: ServerTransaction, context: StepContext, items: readonly Item[], steps: Steps): Promise<ReadonlySet<OpId>> {
  const loading = loadState(transaction, context, items.flatMap((item) => (item.kind === 'readable' ? [item.operation] : [])));
  // While the database looks.
  void steps.at(1);
  const state = await loading;
  let stored: Promise<void> = Promise.resolve();
  try {
    for (let at = 0; at * stepSize < items.length; at += 1) {
      decideAll(state, context, await steps.at(at));
      void steps.at(at + 1);
      const changes = state.takeChanges();
      stored = stored.then(() => transaction.store(changes));
      stored.catch(() => undefined);
      // Rows that are delivered again take their places while they are stored: what comes after them waits for that.
      if (changes.redeliver.length > 0) await stored;
    }
  } finally {
    // Nothing may be under way when this is undone.
    await stored.catch(() => undefined);
  }
  await stored;
  return state.later;
}

/**
 * As one step; when something in it is poison, each half apart, until it is alone. Each step has its own savepoint [PUSH4]:
 * among a thousand operations the one is found with some twenty steps, and the others are stored.
 */
async function decide(transaction: ServerTransaction, context: StepContext, poison: PushContext['poison'], checked: readonly Checked[]): Promise<ReadonlySet<OpId>> {
  try {
    return await transaction.savepoint(() => step(transaction, context, checked));
  } catch (error) {
    if (error instanceof StoreFailure) throw error;
    const [only] = checked;
    if (only !== undefined && checked.length === 1) {
      poison(error);
      return transaction.savepoint(() => step(transaction, context, [{ ...only, objection: 'invalid' }]));
    }
    const middle = Math.ceil(checked.length / 2);
    const first = await decide(transaction, context, poison, checked.slice(0, middle));
    const second = await decide(transaction, context, poison, checked.slice(middle));
    return new Set([...first, ...second]);
  }
}

interface Checked {
  readonly item: Item;
  /** Why it may not even be decided. Such an operation does not take its id: the true one may still come. */
  readonly objection: RefusalReason | null;
  /** The device that signed it may not work with this server any more. */
  readonly isWithdrawn: boolean;
}

const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

async function objectionTo(operation: SignedOperation, context: PushContext, devices: ReadonlyMap<DeviceId, RegisteredDevice>): Promise<RefusalReason | null> {
  if (operation.userId !== context.principal.userId) return 'wrong-user';
  const device = devices.get(operation.deviceId);
  if (device === undefined || (device.revoked && context.sealed !== true) || device.userId !== operation.userId) return 'signature';
  if (!(await context.verify(operation, device.publicKey))) return 'signature';
  return payloadFits(operation, sha256Hex) ? null : 'payload-hash';
}

async function step(transaction: ServerTransaction, context: StepContext, checked: readonly Checked[]): Promise<ReadonlySet<OpId>> {
  const state = await loadState(transaction, context, checked.flatMap(({ item, objection }) => (objection === null && item.kind === 'readable' ? [item.operation] : [])));
  decideAll(state, context, checked);
  await transaction.store(state.takeChanges());
  return state.later;
}

function decideAll(state: StepState, context: StepContext, checked: readonly Checked[]): void {
  for (const { item, objection, isWithdrawn } of checked) {
    if (objection === null && item.kind === 'readable') decideOperation(state, context, { ...item, isWithdrawn });
    else object(state, context, item, objection ?? 'invalid');
  }
}

/** What these operations are compared with, as it stands under the lock. */
async function loadState(transaction: ServerTransaction, context: StepContext, operations: readonly SignedOperation[]): Promise<StepState> {
  const conflictIds = [...new Set(operations.flatMap(({ resolves }) => (resolves === null ? [] : [resolves])))];
  const loaded = await transaction.load({
    opIds: [...new Set(operations.flatMap((operation) => [operation.opId, ...earlierOperations(operation)]))],
    conflictIds,
    dossierIds: [...new Set(operations.flatMap((operation) => [operation.record.dossierId, ...dossiersNamed(operation)]))],
    recordIds: [...new Set([...operations.map((operation) => operation.record.recordId), ...[...conflictIds, ...operations.map(({ opId }) => opId)].map(conflictRecordId)])],
    former: formerOf(operations),
    contentIds: [...new Set(operations.flatMap(({ record }) => (record.kind === 'attachment' ? [record.recordId] : [])))],
    users: operations.some((operation) => isMainKind(operation.record.kind)),
  });
  return new StepState({ ...loaded, formerReach: await formerReachOf(transaction, context, loaded, operations) }, context);
}

/** The operations that this one was built on [OP2]. */
const earlierOperations = (operation: SignedOperation) =>
  Object.values(operation.baseVersions).flatMap((base) => (base !== null && 'afterOp' in base ? [base.afterOp] : []));

/** Asked only when somebody writes where they may not: a question about every row of a dossier [FGT3]. */
async function formerReachOf(transaction: ServerTransaction, { principal }: StepContext, { dossiers }: Loaded, operations: readonly SignedOperation[]): Promise<Loaded['formerReach']> {
  const places = new Map(dossiers.map((dossier) => [dossier.dossierId, dossier.place]));
  const outside = operations.flatMap((operation) => {
    const place = places.get(operation.record.dossierId);
    return place === undefined || mayWrite(principal, operation, place) ? [] : [operation.record.dossierId];
  });
  if (outside.length === 0) return [];
  return (await transaction.load({ opIds: [], dossierIds: [...new Set(outside)], recordIds: [], contentIds: [], users: false, sender: principal.userId })).formerReach;
}

/** The values that changes of long text were based on; what an earlier operation was given, the store knows [CON2]. */
function formerOf(operations: readonly SignedOperation[]): NonNullable<Wanted['former']> {
  const mergeable = operations.filter(({ record, payload }) => Object.keys(payload).some((group) => longTextOf(record.kind, group).length > 0));
  const ns = mergeable.flatMap(({ baseVersions }) => Object.values(baseVersions).flatMap((base) => (base !== null && 'n' in base ? [base.n] : [])));
  return { recordIds: [...new Set(mergeable.map(({ record }) => record.recordId))], ns: [...new Set(ns)] };
}

function object(state: StepState, context: StepContext, item: Item, reason: RefusalReason): void {
  const { opId, recordId } = item.kind === 'readable' ? { opId: item.operation.opId, recordId: item.operation.record.recordId } : item;
  const deviceId = item.kind === 'readable' ? item.operation.deviceId : null;
  const violations = item.kind === 'refusable' ? item.violations : reason === 'invalid' ? [{ path: [], code: 'record.unprocessable' }] : [];
  state.deliver(opId, deviceId, refusal({ opId, record: { recordId } }, context, reason, violations));
  state.audit({ action: 'operation', result: 'refused', deviceId: context.deviceId ?? deviceId, dossierId: null, recordId, detail: { reason } });
}
