import { arrivalOrder } from '#renderer/data/arrival-order.ts';
import { recordsOf, type DossierView, type RecordView } from '#renderer/data/views.ts';
import { reportVersions, type PlacedReport, type ReportVersion } from '#shared/domain/coaching/report-versions.ts';
import type { RecordId } from '#shared/domain/ids.ts';

export type Report = RecordView<'coachingReport'>;

export interface ReportInFile extends PlacedReport {
  readonly record: Report;
}

export type VersionInFile = ReportVersion<ReportInFile>;

/** Every half-yearly report of a file, with its name among the others and what it replaces. */
export function versionsIn(dossier: DossierView): ReadonlyMap<RecordId, VersionInFile> {
  return reportVersions(reportsInFile(dossier));
}

/** The same without what a paper has no use for. */
export function placedReports(dossier: DossierView): readonly PlacedReport[] {
  return reportsInFile(dossier).map(({ recordId, facts, order }) => ({ recordId, facts, order }));
}

function reportsInFile(dossier: DossierView): readonly ReportInFile[] {
  return recordsOf(dossier, 'coachingReport').flatMap(placed);
}

/** What a version is called; of one that is in no file yet, its own number. */
export function nameOfReport(versions: ReadonlyMap<RecordId, VersionInFile>, recordId: RecordId): string {
  return versions.get(recordId)?.name ?? '1';
}

/** A report that can be read whole: without its text there is nothing to correct. */
export function reportToCorrect(dossier: DossierView, recordId: string | null): Report | null {
  return recordsOf(dossier, 'coachingReport').find((each) => each.recordId === recordId && each.groups.facts !== undefined && each.groups.report !== undefined) ?? null;
}

function placed(record: Report): readonly ReportInFile[] {
  const { facts } = record.groups;
  return facts === undefined ? [] : [{ record, recordId: record.recordId, facts, order: arrivalOrder(record, 'facts') }];
}
