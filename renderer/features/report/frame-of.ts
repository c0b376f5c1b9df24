import { recordsOf, type DossierView, type RecordView } from '#renderer/data/views.ts';
import { signedContentOf } from '#shared/domain/signature/content-hash.ts';
import { givenSignatures } from '#shared/reports/given-signatures.ts';
import type { ReportFrame } from '#shared/reports/report-frame.ts';

/** What a report knows of its record beside the content: region, id, hash, and the signatures under it. */
export function frameOf(dossier: DossierView, record: RecordView, region: string): ReportFrame {
  const signatures = recordsOf(dossier, 'signature').flatMap(({ groups }) => (groups.signature === undefined ? [] : [groups.signature]));
  return { region, recordId: record.recordId, contentHash: signedContentOf(record).contentHash, signatures: givenSignatures(record, signatures) };
}
