import { say } from './in-dutch.ts';
import type { ReportDocument } from './report-document.ts';
import { documentWithoutBsn } from './without-bsn.ts';

/** What every report about a record of the region has alike: whose it is, its language, its mark, and no BSN in it. */
export function reportOfRegion({ region, recordId }: { readonly region: string; readonly recordId: string }, own: Omit<ReportDocument, 'organisation' | 'language' | 'reference'>): ReportDocument {
  return documentWithoutBsn({ ...own, organisation: say('organisation', { region }), language: 'nl-NL', reference: recordId });
}
