import type { OpId } from '#shared/domain/ids.ts';
import type { SignedOperation } from '#shared/sync/operation.ts';
import type { Profile } from './laptop.ts';

/** One thing that a person did, as the world remembers it: what the devices and the server say is held against this. */
export interface Tracked {
  /** Its number in this run, for reading. */
  readonly label: string;
  readonly operation: SignedOperation;
  readonly profile: Profile;
  /** `untold`: committed, but the person was not told yet. `failed`: the person was told that it is not saved. */
  told: 'untold' | 'saved' | 'failed';
  /** Whether a second copy was written, as far as the person was told. */
  secondCopy: boolean;
  /** The operation that took its place when a person offered it again. */
  replacedBy: OpId | null;
  /** Why nothing can be asked of it any more: what was promised did not hold for it. */
  excused: string | null;
}

export class Ledger {
  readonly #entries = new Map<OpId, Tracked>();

  begin(operation: SignedOperation, profile: Profile): Tracked {
    const entry: Tracked = { label: `op${this.#entries.size + 1}`, operation, profile, told: 'untold', secondCopy: false, replacedBy: null, excused: null };
    this.#entries.set(operation.opId, entry);
    profile.work.push(entry);
    return entry;
  }

  find(opId: OpId): Tracked | undefined {
    return this.#entries.get(opId);
  }

  labelOf(opId: OpId): string {
    return this.#entries.get(opId)?.label ?? opId;
  }

  all(): IterableIterator<Tracked> {
    return this.#entries.values();
  }

  get size(): number {
    return this.#entries.size;
  }
}
