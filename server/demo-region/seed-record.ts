import type { DossierId, RecordId, UserId } from '#shared/domain/ids.ts';
import type { Groups, Kind } from '#shared/domain/kinds.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import type { SeedRecord } from '../storage/import-records.ts';

/** Where a record lies and whose it is. */
export interface RecordHead {
  readonly dossierId: DossierId;
  readonly recordId: RecordId;
  readonly createdBy: UserId;
  readonly changedAtMs: number;
}

/** The one place where typed groups become JSON. */
export function seedRecord<K extends Kind>(head: RecordHead, kind: K, groups: Groups<K>): SeedRecord {
  return { ...head, kind, groups: groups as unknown as Readonly<Record<string, JsonValue>> };
}
