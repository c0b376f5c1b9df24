import type { DeviceId, DossierId, OpId, RecordId, UserId } from '#shared/domain/ids.ts';
import type { KindDefinition } from '#shared/domain/kinds.ts';
import type { DossierPlace } from '#shared/domain/rights.ts';
import type { Principal } from '#shared/domain/roles.ts';
import type { Operation, RecordAddress } from '#shared/sync/operation.ts';
import type { Outcome } from '#shared/sync/protocol.ts';
import type { StoredGroup, StoredRecord } from '#shared/sync/stored-record.ts';

/**
 * The server's shelf, seen from its logic. Implementations: PostgreSQL, and memory for tests and the simulation; both
 * pass `test/contract/sync-server.contract.ts`.
 */
export interface ServerStore {
  /** All or nothing; what `work` throws undoes everything. */
  write<Value>(principal: Principal, work: (transaction: ServerTransaction) => Promise<Value>): Promise<Value>;
  /** Everything read is of one moment. */
  read<Value>(principal: Principal, work: (snapshot: ServerSnapshot) => Promise<Value>): Promise<Value>;
}

export interface RegionState {
  readonly epoch: number;
  /** The last n handed out to anything that is visible. */
  readonly n: number;
  readonly backedUpThrough: number;
}

export interface RegisteredDevice {
  readonly deviceId: DeviceId;
  readonly userId: UserId;
  readonly publicKey: Uint8Array;
  readonly revoked: boolean;
}

export interface Dossier {
  readonly dossierId: DossierId;
  readonly type: KindDefinition['dossier'];
  /** The candidate or employer itself; null for the region's own dossier. */
  readonly mainRecordId: RecordId | null;
  readonly place: DossierPlace;
}

/** An operation that was decided before. */
export interface KnownOperation {
  readonly opId: OpId;
  readonly userId: UserId;
  readonly payloadHash: string;
  readonly outcome: Outcome;
}

/** A content that came whole: it can be named by a record, or it was refused and never can. */
export interface AttachmentContent {
  readonly attachmentId: RecordId;
  readonly dossierId: DossierId;
  readonly userId: UserId;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** Why it is nothing that we keep, as the code of a sentence; null when it is verified. */
  readonly refusal: string | null;
}

/** An operation that conflicted, and whether a person has decided about it since. */
export interface KnownConflict {
  readonly opId: OpId;
  readonly userId: UserId;
  readonly record: RecordAddress;
  /** The groups that it writes. */
  readonly written: readonly string[];
  readonly payloadHash: string;
  readonly isOpen: boolean;
}

/** What a group held before it was changed. */
export interface FormerValue {
  readonly recordId: RecordId;
  readonly group: string;
  readonly value: StoredGroup;
}

export interface Wanted {
  readonly opIds: readonly OpId[];
  readonly conflictIds?: readonly OpId[];
  /** Former values of these records: at these n, and at those that the operations asked for were given. */
  readonly former?: { readonly recordIds: readonly RecordId[]; readonly ns: readonly number[] };
  /** Whose former reach on the dossiers is asked for. */
  readonly sender?: UserId;
  readonly dossierIds: readonly DossierId[];
  readonly recordIds: readonly RecordId[];
  /** Attachments whose content matters. */
  readonly contentIds: readonly RecordId[];
  /** Only needed when a dossier's place may change. */
  readonly users: boolean;
}

export interface Loaded {
  readonly conflicts: readonly KnownConflict[];
  readonly former: readonly FormerValue[];
  /** Dossiers that the sender was told to forget, or in which something is theirs [FGT3]. */
  readonly formerReach: readonly DossierId[];
  readonly operations: readonly KnownOperation[];
  readonly dossiers: readonly Dossier[];
  readonly records: readonly StoredRecord[];
  readonly contents: readonly AttachmentContent[];
  readonly users: readonly Principal[];
}

/** What a step did, to be stored as one. Each n was taken from `nextN`. */
export interface Changes {
  readonly records: readonly { readonly record: StoredRecord; readonly n: number }[];
  readonly dossiers: readonly Dossier[];
  /** Dossiers whose rows move to a new n, because people gained reach or the municipality changed. */
  readonly redeliver: readonly DossierId[];
  readonly operations: readonly { readonly operation: Operation; readonly evidence: string; readonly outcome: Outcome; readonly receivedAtMs: number }[];
  readonly conflicts: readonly { readonly operation: Operation; readonly groups: readonly string[]; readonly receivedAtMs: number }[];
  /** Known operations of which something else became: a conflict that a person decided [CON4], work that went over [FGT5]. */
  readonly revised: readonly { readonly opId: OpId; readonly outcome: Outcome; readonly atMs: number }[];
  readonly former: readonly FormerValue[];
  readonly deliveries: readonly { readonly opId: OpId; readonly deviceId: DeviceId; readonly userId: UserId; readonly n: number; readonly outcome: Outcome }[];
  readonly forgets: readonly { readonly userId: UserId; readonly dossierId: DossierId; readonly n: number }[];
  readonly audit: readonly AuditEntry[];
}

export interface AuditEntry {
  readonly action: string;
  readonly result: string;
  readonly atMs: number;
  readonly userId: UserId;
  readonly deviceId: DeviceId | null;
  readonly dossierId: string | null;
  readonly recordId: string | null;
  readonly requestId: string | null;
  /** Codes and counts, never what a record says. */
  readonly detail: Readonly<Record<string, string | number>>;
}

export interface ServerTransaction {
  /** Registered devices of the region, whoever's they are. */
  devices(deviceIds: readonly DeviceId[]): Promise<readonly RegisteredDevice[]>;
  /** Takes the lock that orders all writers of the region, until this transaction ends [APPLY7]. */
  lockRegion(): Promise<RegionState>;
  /** @returns the next version of the region; only after `lockRegion` */
  nextN(): number;
  load(wanted: Wanted): Promise<Loaded>;
  store(changes: Changes): Promise<void>;
  /**
   * Undoes what `work` stored when it throws, and throws the same again [PUSH4].
   * @throws StoreFailure when the store itself fails; then nothing of the transaction will last
   */
  savepoint<Value>(work: () => Promise<Value>): Promise<Value>;
}

/** The shelf broke, not what was laid on it: everything is undone and the device tries again later. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
}

export interface DeliveredRow {
  readonly n: number;
  readonly dossierId: DossierId;
  /** The record as JSON, with the groups that the reader may see and no other. */
  readonly text: string;
}

export interface ServerSnapshot {
  region(): Promise<RegionState>;
  /**
   * Rows with n above `after` that the reader may see [PULL2], in order of n, without a gap.
   * @param limit most rows of a page [count]; an implementation may end earlier when the rows are large
   * @returns `complete` when there are no more
   */
  rows(after: number, limit: number): Promise<{ readonly rows: readonly DeliveredRow[]; readonly complete: boolean }>;
  /** Rows of the candidates whose team names the reader, the first ones in order of n, as many as fit into a page [PULL8]. */
  ownRows(limit: number): Promise<readonly DeliveredRow[]>;
  /** Rows that the reader may see with n above `after` [count]. */
  countRows(after: number): Promise<number>;
  /** Over all rows that the reader may see: how many, and as `digestText` writes it. Its cost does not grow with them [DIG1]. */
  digest(): Promise<{ readonly rows: number; readonly text: string }>;
  /** Outcomes for this person, as JSON; for one device, or for all of them when it is null. */
  deliveries(deviceId: DeviceId | null, after: number, limit: number): Promise<readonly { readonly n: number; readonly text: string }[]>;
  /** Dossiers that left this person's reach after `after` and have not come back since. */
  forgets(after: number): Promise<readonly { readonly n: number; readonly dossierId: DossierId }[]>;
}
