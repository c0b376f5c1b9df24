import type { DossierId, OpId, RecordId } from '#shared/domain/ids.ts';

/** The associated data of each box: where it belongs. A box copied onto another row does not open. */
export const placeOf = {
  dossier: (id: DossierId) => `dossiers/${id}`,
  summaries: 'summaryChunks',
  operation: (id: OpId) => `outbox/${id}`,
  outcome: (id: OpId) => `outbox/${id}/outcome`,
  draft: (id: string) => `drafts/${id}`,
  attachment: (id: RecordId) => `attachments/${id}`,
  attachmentChunk: (id: RecordId, index: number) => `attachments/${id}/${index}`,
  audit: (id: string) => `audit/${id}`,
} as const;
