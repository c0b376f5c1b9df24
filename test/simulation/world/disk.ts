import type { DossierId, OpId, RecordId } from '#shared/domain/ids.ts';
import type { SignedOperation } from '#shared/sync/operation.ts';
import type { OutboxState } from '#shared/sync/ports.ts';
import type { Outcome } from '#shared/sync/protocol.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import { emptyTally } from '#renderer/data/db/tally.ts';
import type { PositionRow, ReceiptRow, Tally } from '#renderer/data/db/user-database.ts';
import type { Dice } from './dice.ts';

export interface DossierCopy {
  readonly generation: number;
  readonly tally: Tally;
  readonly records: readonly StoredRecord[];
}

export interface OutboxCopy {
  readonly order: number;
  readonly state: OutboxState;
  readonly operation: SignedOperation;
  readonly keptAtMs: number;
  readonly outcome: Outcome | null;
  readonly heldUntilMs?: number;
  readonly given?: ReceiptRow['given'];
  readonly resolvedBy?: OpId;
}

export type Receipt = Omit<ReceiptRow, 'opId'> & { readonly recordId: RecordId };

/** One person's database on one laptop, as it lies there at one moment. Values are never changed in place. */
export interface DiskState {
  readonly position: PositionRow;
  readonly dossiers: ReadonlyMap<DossierId, DossierCopy>;
  readonly outbox: ReadonlyMap<OpId, OutboxCopy>;
  readonly receipts: ReadonlyMap<OpId, Receipt>;
}

const emptyDisk: DiskState = {
  position: { key: 'position', epoch: null, cursor: 0, lastPullAtMs: null, backedUpThrough: 0, serverTimeMs: 0, journalEpoch: null, generation: 1, tally: emptyTally, rebuilding: false, digestAgrees: null },
  dossiers: new Map(),
  outbox: new Map(),
  receipts: new Map(),
};

/** What a full disk gives, whatever the browser calls it. */
export class DiskFull extends Error {
  override readonly name = 'UnknownError';
}

/** How the database came back: what the sync worker wrote is only flushed with the next strict commit. */
export class Disk {
  state: DiskState = emptyDisk;
  /** Told after every commit. */
  onCommit: (before: DiskState, after: DiskState) => void = () => undefined;
  full = false;
  /** Every state there ever was, oldest first: what a damaged or restored profile can come back as. */
  readonly past: DiskState[] = [emptyDisk];
  #flushed = 0;

  commit(next: DiskState, durability: 'strict' | 'relaxed'): void {
    if (this.full) throw new DiskFull('no room');
    const before = this.state;
    this.state = next;
    this.past.push(next);
    if (durability === 'strict') this.#flushed = this.past.length - 1;
    this.onCommit(before, next);
  }

  /** The machine lost its power: of what was not flushed, some of the end is gone. @returns how many commits are gone */
  loseUnflushed(dice: Dice): number {
    return this.#returnTo(dice.between(this.#flushed, this.past.length - 1));
  }

  /** The end of the log is damaged, flushed or not. */
  loseTail(dice: Dice): number {
    return this.#returnTo(Math.max(0, this.past.length - 1 - dice.between(1, 6)));
  }

  /** Damaged so that the browser makes a fresh, empty one without a word. */
  wipe(): number {
    const gone = this.past.length - 1;
    this.past.splice(1);
    this.state = emptyDisk;
    this.#flushed = 0;
    return gone;
  }

  /** An old backup of the profile is put back. */
  restore(at: number): number {
    return this.#returnTo(at);
  }

  #returnTo(index: number): number {
    const gone = this.past.length - 1 - index;
    this.past.splice(index + 1);
    this.state = this.past[index] ?? emptyDisk;
    this.#flushed = Math.min(this.#flushed, index);
    return gone;
  }
}
