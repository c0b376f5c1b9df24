import type { RecordId } from '../ids.ts';
import { versionsOf, type PlacedVersion, type RecordVersion } from '../record-versions.ts';
import type { CoachingReportFacts } from '../records/coaching.ts';

/** A final half-yearly report, with its place in the order in which the region got to know of the reports. */
export type PlacedReport = PlacedVersion<CoachingReportFacts>;

/** Where one version of a half-yearly report stands among the others about the same half year. */
export type ReportVersion<Report extends PlacedReport> = RecordVersion<Report>;

/** The number that the report itself was given and signed with, from 1 [count]. */
export function reportNumber({ version }: Pick<CoachingReportFacts, 'version'>): number {
  return version ?? 1;
}

/**
 * Every half-yearly report among the others about its half year, by the number it was signed with.
 * @param reports of one file, of any half year
 */
export function reportVersions<Report extends PlacedReport>(reports: readonly Report[]): ReadonlyMap<RecordId, ReportVersion<Report>> {
  const familyOf = ({ facts: { coachingId, halfYear } }: Report) => `${coachingId} ${halfYear}`;
  const families = new Map<string, Report[]>();
  for (const report of reports) families.set(familyOf(report), [...(families.get(familyOf(report)) ?? []), report]);
  const places = new Map([...families.values()].flatMap((family) => [...versionsOf(family, ({ facts }) => reportNumber(facts))]));
  // In the order that was asked for.
  return new Map(reports.flatMap(({ recordId }) => { const place = places.get(recordId); return place === undefined ? [] : [[recordId, place] as const]; }));
}
