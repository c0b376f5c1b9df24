import type { ReportDocument } from './report-document.ts';

/**
 * `loonwaarderapport-2026-11-22-<pseudonymous id>.pdf`: no name and no BSN, because names of files are in lists of
 * recent files, in mails and in backups.
 */
export function reportFileName(document: Pick<ReportDocument, 'id' | 'reportedOn' | 'reference'>, extension: 'pdf' | 'json' = 'pdf'): string {
  return `${document.id}-${document.reportedOn}-${document.reference.slice(0, 36)}.${extension}`;
}
