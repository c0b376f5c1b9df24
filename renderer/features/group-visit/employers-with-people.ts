import type { CaseloadRow } from '#renderer/data/views.ts';

/** An employer at whom people of this caseload work. */
export interface EmployerWithPeople {
  readonly key: string;
  readonly name: string;
  /** By name. */
  readonly people: readonly CaseloadRow[];
}

/** Employers by name. Two may have one name, so they are told apart by their number where that is known. */
export function employersWithPeople(rows: readonly CaseloadRow[]): readonly EmployerWithPeople[] {
  const byKey = new Map<string, CaseloadRow[]>();
  for (const row of rows) {
    if (row.employerName === null) continue;
    const key = employerKey(row);
    byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  return [...byKey]
    .map(([key, people]) => ({ key, name: people[0]?.employerName ?? '', people: people.toSorted((a, b) => a.name.localeCompare(b.name, 'nl')) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));
}

export function employerKey({ employerId, employerName }: CaseloadRow): string {
  return employerId ?? `name:${employerName ?? ''}`;
}
