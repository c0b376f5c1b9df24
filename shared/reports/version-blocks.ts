import type { Day } from '../lib/calendar.ts';
import type { PlacedVersion, RecordVersion, Replacing } from '../domain/record-versions.ts';
import { notice } from './blocks.ts';
import { dayInDutch, say, type ReportParams } from './in-dutch.ts';
import type { ReportBlock } from './report-document.ts';

type Final = PlacedVersion<Replacing & { readonly finalisedOn: Day }>;

export interface VersionWords {
  /** Where the words of this report are: "halfYear.version". */
  readonly texts: string;
  /** More that its words name. */
  readonly params?: ReportParams;
  /** Why there is another version; empty: nobody was asked. */
  readonly reason?: string;
}

/**
 * Who signed another version must be able to see that this is not that one, which of them holds, and why.
 * @param versions of every version, by record
 */
export function versionBlocks<Version extends Final>(recordId: string, versions: ReadonlyMap<string, RecordVersion<Version>>, { texts, params = {}, reason = '' }: VersionWords): readonly ReportBlock[] {
  const version = versions.get(recordId);
  if (version === undefined) return [];
  const text = (key: string, more: ReportParams = {}) => say(`${texts}.${key}`, { version: version.name, ...params, ...more });
  const named = (others: readonly Version[]) =>
    others.map((other) => text('other', { name: versions.get(other.recordId)?.name ?? '', day: dayInDutch(other.facts.finalisedOn), recordId: other.recordId })).join(' ');
  const unknown = version.replacesUnknown.map((id) => text('unknown', { recordId: id }));
  const replaces = [named(version.replaces), ...unknown].filter((part) => part !== '');
  return [
    ...(version.replacedBy.length === 0 ? [] : [notice(text('replacedTitle'), `${named(version.replacedBy)} ${text('replacedText')}`)]),
    ...(version.beside.length === 0 ? [] : [notice(text('besideTitle'), `${named(version.beside)} ${text('besideText')}`)]),
    ...(replaces.length === 0 ? [] : [notice(text('replacesTitle'), [...replaces, ...(reason.trim() === '' ? [] : [text('reason', { reason })])].join(' '))]),
  ];
}
