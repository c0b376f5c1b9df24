import type { RecordId } from '../ids.ts';
import type { CoachingReportFacts } from '../records/coaching.ts';

/** A final half-yearly report, with its place in the order in which the region got to know of the reports. */
export interface PlacedReport {
  readonly recordId: RecordId;
  readonly facts: CoachingReportFacts;
  /** Compared as text: the server's order, what was not sent yet last. Never a device's clock. */
  readonly order: string;
}

/** Where one version of a half-yearly report stands among the others about the same half year. */
export interface ReportVersion<Report extends PlacedReport> {
  /** "2"; "2a" and "2b" where two devices made a second version apart. */
  readonly name: string;
  readonly replaces: readonly Report[];
  /** Named as replaced, but not in this file (any more). */
  readonly replacesUnknown: readonly RecordId[];
  readonly replacedBy: readonly Report[];
  /** Of a version that holds: the others that hold as well, because those who made them did not know of it. */
  readonly beside: readonly Report[];
}

/** The number that the report itself was given and signed with, from 1 [count]. */
export function reportNumber({ version }: Pick<CoachingReportFacts, 'version'>): number {
  return version ?? 1;
}

/** What a report says that it takes the place of. */
export function replacedIn({ corrects, alsoReplaces }: Pick<CoachingReportFacts, 'corrects' | 'alsoReplaces'>): readonly RecordId[] {
  return corrects === null ? [] : [corrects, ...(alsoReplaces ?? [])];
}

/**
 * Versions that were made without a connection may have one number, and nothing makes one of them false: people signed each.
 * So a number is kept, a letter tells them apart in the order of their arrival, and they stand beside one another until a
 * version is made that replaces them all.
 * @param reports of one file, of any half year
 */
export function reportVersions<Report extends PlacedReport>(reports: readonly Report[]): ReadonlyMap<RecordId, ReportVersion<Report>> {
  const byId = new Map(reports.map((report) => [report.recordId, report]));
  return new Map(
    reports.map((report) => {
      const family = reports.filter(({ facts }) => facts.coachingId === report.facts.coachingId && facts.halfYear === report.facts.halfYear).toSorted(byOrder);
      const replacedBy = family.filter(({ facts }) => replacedIn(facts).includes(report.recordId));
      const holding = family.filter((each) => !family.some(({ facts }) => replacedIn(facts).includes(each.recordId)));
      const named = replacedIn(report.facts);
      return [
        report.recordId,
        {
          name: nameOf(report, family),
          replaces: named.flatMap((id) => byId.get(id) ?? []),
          replacesUnknown: named.filter((id) => !byId.has(id)),
          replacedBy,
          beside: replacedBy.length > 0 ? [] : holding.filter((each) => each !== report),
        },
      ] as const;
    }),
  );
}

function nameOf<Report extends PlacedReport>(report: Report, family: readonly Report[]): string {
  const number = reportNumber(report.facts);
  const same = family.filter(({ facts }) => reportNumber(facts) === number);
  return same.length === 1 ? String(number) : `${number}${letterOf(same.indexOf(report))}`;
}

/** a, b, … z, and aa after it. @param index from 0 */
function letterOf(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}

function byOrder(a: PlacedReport, b: PlacedReport): number {
  const [first, second] = [`${a.order} ${a.recordId}`, `${b.order} ${b.recordId}`];
  return first < second ? -1 : first > second ? 1 : 0;
}
