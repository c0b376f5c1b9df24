import type { DossierId, RecordId, UserId } from '../domain/ids.ts';
import type { Kind } from '../domain/kinds.ts';
import type { JsonValue } from '../lib/canonical-json.ts';
import type { Version } from './version.ts';

/** One group of fields as the server ordered it. */
export interface StoredGroup {
  readonly version: Version;
  readonly changedBy: UserId;
  /** The server's clock when it was applied [ms]. */
  readonly changedAtMs: number;
  readonly data: JsonValue;
}

/** A record as the server holds it, or the part of it that a reader's rights leave. */
export interface StoredRecord {
  readonly dossierId: DossierId;
  readonly recordId: RecordId;
  readonly kind: Kind;
  readonly createdBy: UserId;
  /** When anything of this row last moved for its readers, in the server's order; 0 for what no server has seen. */
  readonly n: number;
  readonly groups: Readonly<Record<string, StoredGroup>>;
}
