import type { DossierView, RecordView } from '#renderer/data/views.ts';
import { signaturesIn } from '#renderer/features/signature/signatures-in.ts';
import { signedContentOf } from '#shared/domain/signature/content-hash.ts';
import { signables } from '#shared/domain/signature/signable.ts';
import { givenSignatures } from '#shared/reports/given-signatures.ts';
import type { ReportFrame } from '#shared/reports/report-frame.ts';

/** What a report knows of its record beside the content: region, id, hash, and the signatures under it. */
export function frameOf(dossier: DossierView, record: RecordView, region: string): ReportFrame {
  const signatures = signaturesIn(dossier).map(({ signature }) => signature);
  // What people sign; of a plan that was not agreed yet, what there is of it.
  const groups = (signables[record.kind]?.groups ?? []).filter((group) => (record.groups as Readonly<Record<string, unknown>>)[group] !== undefined);
  return { region, recordId: record.recordId, contentHash: groups.length === 0 ? null : signedContentOf(record, groups).contentHash, signatures: givenSignatures(record, signatures) };
}
