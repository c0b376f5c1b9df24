import type { CaseloadRow } from '#renderer/data/views.ts';
import type { CaseloadColumn } from '#renderer/ui-state/window-state.ts';
import { searchKeysOf } from './search-keys.ts';

type Key = string | number | null;

const riskOrder = { 'dreigende-uitval': 0, 'let-op': 1, goed: 2 } as const;

/** What each column is ordered by; null where there is nothing. */
const keyOf: Readonly<Record<CaseloadColumn, (row: CaseloadRow) => Key>> = {
  name: (row) => searchKeysOf(row).name,
  municipality: (row) => searchKeysOf(row).municipality || null,
  group: (row) => row.candidateGroup,
  regeling: (row) => row.regeling,
  employer: (row) => searchKeysOf(row).employer || null,
  lastVisit: (row) => row.lastVisitOn,
  nextContact: (row) => row.nextContactOn,
  risk: (row) => (row.risk === null ? null : riskOrder[row.risk]),
  loonwaarde: (row) => row.loonwaarde,
};

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Ordered by one column, equal ones by name. Lines without a value come last in both directions: nobody sorts to see
 * what is not there.
 */
export function orderRows(rows: readonly CaseloadRow[], column: CaseloadColumn, descending: boolean): readonly CaseloadRow[] {
  const key = keyOf[column];
  const turn = descending ? -1 : 1;
  return rows
    .map((row) => ({ row, key: key(row), name: searchKeysOf(row).name }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) return a.key === b.key ? compare(a.name, b.name) : a.key === null ? 1 : -1;
      return turn * compare(a.key, b.key) || compare(a.name, b.name);
    })
    .map(({ row }) => row);
}
