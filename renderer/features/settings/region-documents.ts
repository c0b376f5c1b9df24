import { regionDocumentSchema } from '#shared/domain/records/region.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';

export interface ListedDocument {
  readonly recordId: string;
  readonly id: string;
  readonly version: number;
  readonly content: unknown;
  readonly changedAtMs: number;
}

/** The region's documents among all records, by name, the newest version first. */
export function regionDocumentsOf(records: readonly StoredRecord[]): readonly ListedDocument[] {
  return records
    .flatMap((record): ListedDocument[] => {
      const group = record.kind === 'regionDocument' ? record.groups.document : undefined;
      const parsed = regionDocumentSchema.safeParse(group?.data);
      if (group === undefined || !parsed.success) return [];
      return [{ recordId: record.recordId, id: parsed.data.id, version: parsed.data.version, content: parsed.data.content, changedAtMs: group.changedAtMs }];
    })
    .sort((a, b) => (a.id === b.id ? b.version - a.version : a.id < b.id ? -1 : 1));
}
