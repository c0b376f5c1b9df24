import { Dexie, type EntityTable, type Table } from 'dexie';
import type { DossierId, OpId, RecordId } from '#shared/domain/ids.ts';
import type { Kind } from '#shared/domain/kinds.ts';
import type { Version } from '#shared/sync/version.ts';
import type { OutboxState } from '#shared/sync/ports.ts';
import type { Box } from './cipher.ts';

/*
 * One person's memory on one device. Readable as index: pseudonymous ids, kinds, states and dates; all else is boxed.
 * The natural unit is the dossier: one stored value holds what changes together, and nothing larger is rewritten for
 * one change. The caseload's summaries are packed many to a value, because they are read all at once at unlocking.
 */

export interface DossierRow {
  readonly dossierId: DossierId;
  /** The pull, counted from the last one that began at 0, that last confirmed this dossier [DIG3]. */
  readonly generation: number;
  /** Its part of the digest [DIG2]. */
  readonly tally: Tally;
  readonly box: Box;
}

/** Rows counted and their digests XORed, as on the server [DIG1]. */
export interface Tally {
  readonly rows: number;
  /** Sixteen hexadecimal digits. */
  readonly xor: string;
}

/** Appended with every stored page; a later chunk's line for the same dossier wins. Folded together when there are many. */
export interface SummaryChunkRow {
  readonly chunkId: number;
  /** The `summaryVersion` of its lines; absent in those of the first. */
  readonly made?: number;
  readonly box: Box;
}

export interface OutboxRow {
  readonly opId: OpId;
  /** The order of keeping on this device. Only for sending in order; never an identity. */
  readonly order: number;
  readonly state: OutboxState;
  readonly dossierId: DossierId;
  readonly recordId: RecordId;
  readonly kind: Kind;
  readonly keptAtMs: number;
  /** The signed operation. */
  readonly box: Box;
  /** Why a person must look: the pulled outcome. */
  readonly outcomeBox?: Box;
  /** Not sent before this moment of the device's clock [ms]: a person may still take it back [CON6]. */
  readonly heldUntilMs?: number;
  /** What servers that were restored since had given it: it is offered again [JRN15]. */
  readonly given?: readonly Version[];
  /** The conflict that a person decided about with this one: maybe a colleague's, which is not in this outbox. */
  readonly resolves?: OpId;
  /** A person decided this conflict, with the operation named. */
  readonly resolvedBy?: OpId;
}

export interface DraftRow {
  readonly draftId: string;
  readonly dossierId: DossierId;
  readonly savedAtMs: number;
  readonly box: Box;
}

/** How an operation was settled; `replaced` by one that a person offered again. */
export interface ReceiptRow {
  readonly opId: OpId;
  readonly settled: 'applied' | 'handed-over' | 'resolved' | 'replaced';
  readonly recordId: RecordId;
  readonly dossierId: DossierId;
  /** Its version in the server's order, of the epoch it was received in; where it has none, the cursor it came with. */
  readonly n: number;
  readonly epoch: number;
  readonly receivedAtMs: number;
  /** The versions of before that, by servers that were restored since [JRN15]. */
  readonly given?: readonly Version[];
}

/** The content of an attachment on this device; its bytes lie in chunks. */
export interface AttachmentRow {
  /** The id of its record. */
  readonly attachmentId: RecordId;
  readonly dossierId: DossierId;
  /** The draft that it waits with; null since it was kept. */
  readonly draftId: string | null;
  /** The visit that it was kept with, noted before: after a stop in between it is kept too. */
  readonly visitId: RecordId | null;
  /** Of a photo of a visit to several people: the visits it is kept with, noted before as well; whose of them it becomes is in its box. */
  readonly visits?: readonly VisitOfPerson[];
  readonly state: ContentState;
  readonly sizeBytes: number;
  /** On the server, as far as known; only for showing [bytes]. */
  readonly sentBytes: number;
  readonly addedAtMs: number;
  /** Since when it is known that neither a draft nor a record shows it, by the server's clock as of the last pull [ms]. */
  readonly leftSinceMs?: number;
  /** When `sent`, `refused` or `damaged` was found [ms]. */
  readonly settledAtMs: number | null;
  /** Of the server that said so; another one is asked again. */
  readonly settledEpoch: number | null;
  /** What its record says, or will say, besides the visit. */
  readonly box: Box;
}

/** Where one person's visit lies. */
export interface VisitOfPerson {
  readonly dossierId: DossierId;
  readonly recordId: RecordId;
}

/** `draft`: no record names it yet. `kept`: to be sent. `sent`: verified by the server. */
export type ContentState = 'draft' | 'kept' | 'sent' | 'refused' | 'damaged';

export interface AttachmentChunkRow {
  readonly attachmentId: RecordId;
  readonly index: number;
  readonly box: Box;
}

export interface AuditRow {
  readonly auditId: string;
  readonly atMs: number;
  readonly box: Box;
}

/** Something that this device cannot be sure of any more: told in the list of what was not sent, until a person has seen it [JRN14]. */
export interface DoubtRow {
  readonly name: string;
  /**
   * `lost`: lines of the journal are damaged or missing. `unopened`: there is a line, and only the server can open it.
   * `photo`: what belongs to a photo of a visit does not open, so that no record can be made of it.
   */
  readonly kind: 'lost' | 'unopened' | 'photo';
  /** Of a photo: when it was added [ms], and in whose files its visits lie. */
  readonly photo?: { readonly addedAtMs: number; readonly dossierIds: readonly DossierId[] };
  /** 1 since a person said so; kept, so that it is not told again. */
  readonly isSeen: 0 | 1;
  /** The server took it, sealed [JRN11]. */
  readonly isDelivered?: true;
}

/** A place of the second journal, and the server's epoch in which its lines were last offered [JRN10]. */
export interface JournalPlaceRow {
  readonly place: string;
  readonly epoch: number | null;
}

/** Where the last pull stands, and what must hold of this database. */
export interface PositionRow {
  readonly key: 'position';
  readonly epoch: number | null;
  readonly cursor: number;
  readonly lastPullAtMs: number | null;
  readonly backedUpThrough: number;
  /** The server's clock at the last page [ms]. */
  readonly serverTimeMs: number;
  /** The epoch in which the second journal was last compared: until it is the server's, what that lost may be missing [JRN10]. */
  readonly journalEpoch: number | null;
  readonly generation: number;
  /** Over all dossiers of this generation. */
  readonly tally: Tally;
  /** A pull from 0 is under way; dossiers of older generations stay until it is whole. */
  readonly rebuilding: boolean;
  /** What the last comparison with the server's digest said; null before the first. */
  readonly digestAgrees: boolean | null;
}

export type UserDatabase = Dexie & {
  position: EntityTable<PositionRow, 'key'>;
  dossiers: EntityTable<DossierRow, 'dossierId'>;
  summaryChunks: EntityTable<SummaryChunkRow, 'chunkId'>;
  outbox: EntityTable<OutboxRow, 'opId'>;
  drafts: EntityTable<DraftRow, 'draftId'>;
  receipts: EntityTable<ReceiptRow, 'opId'>;
  audit: EntityTable<AuditRow, 'auditId'>;
  attachments: EntityTable<AttachmentRow, 'attachmentId'>;
  attachmentChunks: Table<AttachmentChunkRow, [RecordId, number]>;
  doubts: EntityTable<DoubtRow, 'name'>;
  journalPlaces: EntityTable<JournalPlaceRow, 'place'>;
};

/** The schema's versions; a test fails when one is added without a test that opens the version before it. */
export const userDatabaseVersion = 3;

export const userDatabaseName = (userId: string) => `veldwerk-user-${userId}`;

/**
 * Dexie's own cache is off: what a screen reads is what is stored, never what was there a moment ago.
 * @param durability `strict` for what a person was told is saved; `relaxed` for what the server still has and a pull
 *   brings again. A strict commit also flushes everything relaxed before it.
 */
export function openUserDatabase(userId: string, durability: 'strict' | 'relaxed'): UserDatabase {
  const database = new Dexie(userDatabaseName(userId), { chromeTransactionDurability: durability, cache: 'disabled' }) as UserDatabase;
  database.version(1).stores({
    position: 'key',
    dossiers: 'dossierId',
    summaryChunks: 'chunkId',
    outbox: 'opId, order, state, dossierId',
    drafts: 'draftId, dossierId',
    receipts: 'opId, dossierId',
    audit: 'auditId',
  });
  database.version(2).stores({
    attachments: 'attachmentId, state, draftId, dossierId',
    attachmentChunks: '[attachmentId+index]',
  });
  database.version(userDatabaseVersion).stores({
    doubts: 'name, isSeen',
    journalPlaces: 'place',
  });
  return database;
}

/** A window of an older version stands in the way of the upgrade and does not answer. */
export class UpgradeBlocked extends Error {
  override readonly name = 'UpgradeBlocked';
}

/** A window that lives makes way when what it is writing has committed [ms]. */
const makeWayWithinMs = 5_000;

/**
 * Opens the database, and brings it to this version. A window of the older version makes way by itself; one that stands still
 * cannot, and waiting for it would only show a person a wheel that turns [VER9].
 * @throws UpgradeBlocked when such a window is open; the database is as it was
 */
export async function openUpgraded(database: UserDatabase): Promise<void> {
  let limit: ReturnType<typeof setTimeout> | undefined;
  await new Promise<void>((resolve, reject) => {
    database.on('blocked', () => {
      limit ??= setTimeout(() => {
        reject(new UpgradeBlocked('user database: another window holds the older version'));
        database.close();
      }, makeWayWithinMs);
    });
    database.open().then(() => resolve(), reject);
  }).finally(() => clearTimeout(limit));
}
