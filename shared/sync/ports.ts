import type { DeviceId, DossierId, OpId, RecordId, UserId } from '../domain/ids.ts';
import type { SignedOperation } from './operation.ts';
import type { Outcome, PullLane, PushAnswer } from './protocol.ts';
import type { StoredRecord } from './stored-record.ts';

export interface ArrivedDossier {
  readonly dossierId: DossierId;
  readonly records: readonly StoredRecord[];
  /**
   * The same as JSON with a member `records`, as it came over the line [UTF-8]. What is stored unchanged need not be
   * written as JSON again: for 20,000 records that is a third of the work.
   */
  readonly json?: Uint8Array<ArrayBuffer>;
}

/** What a newer server says of an operation, as it came. */
export interface UnknownOutcome {
  readonly opId: OpId;
  readonly outcome: string;
}

/** One page of a pull as it arrived whole [PULL4]. */
export interface PullPage {
  readonly epoch: number;
  readonly serverTimeMs: number;
  readonly cursor: number;
  readonly more: boolean;
  readonly remaining: number;
  readonly dossiers: readonly ArrivedDossier[];
  readonly outcomes: readonly Outcome[];
  /** Outcomes of a kind that this app does not know: kept as they came, and told [VER8]. */
  readonly unknownOutcomes?: readonly UnknownOutcome[];
  readonly forget: readonly DossierId[];
  readonly backedUpThrough: number;
  /** Absent while there is more, and from a server that does not tell it. */
  readonly digest: string | null;
}

/** Why the server could not be spoken to; each is an ordinary Tuesday, none is an error of the person. */
export type TransportProblem =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'signed-out' }
  /** The session is another person's: nothing is sent [PUSH6]. */
  | { readonly kind: 'other-user' }
  /** An answer that is not ours: a captive portal, a proxy's page, a cut stream. */
  | { readonly kind: 'garbled' }
  | { readonly kind: 'busy'; readonly retryAfterMs: number }
  | { readonly kind: 'server-fault'; readonly status: number }
  /** More than the server, or a proxy before it, takes at once: half of it is tried [PUSH7]. */
  | { readonly kind: 'too-large' }
  | { readonly kind: 'too-old' }
  /** This device was withdrawn: the server gives it nothing more [PROOF1]. */
  | { readonly kind: 'withdrawn' };

export type TransportResult<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: TransportProblem };

/** The network, seen from the device. Implementations: fetch, and the in-process server of the simulation. */
export interface Transport {
  /** @param epoch of the server that this device last pulled from [PUSH9]; null before the first pull */
  push(operations: readonly SignedOperation[], epoch: number | null): Promise<TransportResult<readonly PushAnswer[]>>;
  pull(request: { readonly epoch: number | null; readonly cursor: number; readonly lane: PullLane }): Promise<TransportResult<PullPage>>;
}

export type OutboxState = 'waiting' | 'received' | 'conflict' | 'refused';

export interface SyncPosition {
  readonly epoch: number | null;
  readonly cursor: number;
  readonly lastPullAtMs: number | null;
}

/** What storing a page came to. */
export type StoredPage =
  /** `digestAgrees`: null while there is more, or when the server told no digest [DIG2]. */
  | { readonly kind: 'stored'; readonly digestAgrees: boolean | null }
  /** What is here is not what the server says it should be: everything is fetched again, nothing is thrown away before [DIG3]. */
  | { readonly kind: 'starts-over' }
  /** Another window stored a page meanwhile: this one counts for nothing [WIN3]. */
  | { readonly kind: 'overtaken' };

/** The device's memory, seen from the sync loop. Implementations: Dexie, and memory in the simulation. */
export interface DeviceStore {
  position(): Promise<SyncPosition>;
  /**
   * Waiting operations in the order they were kept [PUSH1], without those that a person may still take back [CON6].
   * @param except records whose work the server answered `later` in this round: newer work on others goes on [PUSH4]
   */
  nextBatch(limit: number, nowMs: number, except?: ReadonlySet<RecordId>): Promise<readonly SignedOperation[]>;
  /**
   * The server has them: this loop does not offer them again before a whole pull. Only remembered, for their outcomes come
   * with the pull that follows; whoever starts anew sends them once more, which has no second effect [PUSH3].
   */
  noteReceived(opIds: readonly OpId[]): Promise<void>;
  /** Stores that the server has them; they stay in the outbox until their outcome is pulled [PULL3]. */
  markReceived(opIds: readonly OpId[]): Promise<void>;
  /** The server could not read it: it waits where a person sees it. */
  markUnreadable(opIds: readonly OpId[]): Promise<void>;
  /** A whole pull, begun after the push, brought no outcome for these: they are offered again [PUSH5]. */
  requeueReceived(): Promise<void>;
  /**
   * A page that will be stored after the one that is being stored now: what does not depend on that may be begun. Only to
   * be fast; it changes nothing, and `storePage` asks for no page to have been prepared.
   */
  prepare?(page: PullPage): void;
  /**
   * Stores rows, outcomes, what to forget and the cursor, in one transaction [PULL1].
   * @param madeFor the position that the page was asked for: it is stored there or nowhere [WIN3]; left out, wherever the device stands
   */
  storePage(page: PullPage, nowMs: number, madeFor?: Pick<SyncPosition, 'epoch' | 'cursor'>): Promise<StoredPage>;
  /** Operations that are not settled: waiting or received [count]. */
  unsettled(): Promise<number>;
}

/** Who stands behind a device's operations. */
export interface DeviceIdentity {
  readonly deviceId: DeviceId;
  readonly userId: UserId;
}
