import type { CaseloadRow, RecordView } from '#renderer/data/views.ts';

/** Who of the caseload works at this employer now, by name. Two employers may have one name: where its number is known, that decides. */
export function peopleAt({ recordId, groups: { identity } }: RecordView<'employer'>, rows: readonly CaseloadRow[]): readonly CaseloadRow[] {
  const worksThere = ({ employerId, employerName }: CaseloadRow) => (employerId === undefined || employerId === null ? employerName !== null && employerName === identity?.name : employerId === recordId);
  return rows.filter(worksThere).toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));
}
