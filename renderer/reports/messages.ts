import type { ReportDocument } from '#shared/reports/report-document.ts';

export interface ToReportWorker {
  readonly report: ReportDocument;
}

export type FromReportWorker = { readonly kind: 'made'; readonly bytes: Uint8Array<ArrayBuffer> } | { readonly kind: 'failed' };
