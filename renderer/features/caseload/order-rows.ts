import type { CaseloadRow } from '#renderer/data/views.ts';
import type { CaseloadColumn } from '#renderer/ui-state/window-state.ts';
import { searchKeysOf } from './search-keys.ts';

export type Key = string | number | null;

const riskOrder = { 'dreigende-uitval': 0, 'let-op': 1, goed: 2 } as const;

/** What each column is ordered by; null where there is nothing. */
export const keyOf: Readonly<Record<CaseloadColumn, (row: CaseloadRow) => Key>> = {
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
 * @param before nearly the same lines, ordered like this before: then only what is new must find its place
 */
export function orderRows(rows: readonly CaseloadRow[], column: CaseloadColumn, descending: boolean, before: readonly CaseloadRow[] = []): readonly CaseloadRow[] {
  const key = keyOf[column];
  const turn = descending ? -1 : 1;
  return nearlyInOrder(rows, before)
    .map((row) => ({ row, key: key(row), name: searchKeysOf(row).name }))
    .sort((a, b) => byKey(a.key, b.key, turn) || compare(a.name, b.name) || compare(a.row.dossierId, b.row.dossierId))
    .map(({ row }) => row);
}

/** Nothing comes last, whichever way. */
export function byKey(a: Key, b: Key, turn: 1 | -1): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return turn * compare(a, b);
}

/** The same lines, those of before in their order first: the sort merges what is in order already, in one pass. */
function nearlyInOrder(rows: readonly CaseloadRow[], before: readonly CaseloadRow[]): readonly CaseloadRow[] {
  if (before.length === 0) return rows;
  const now = new Set(rows);
  const lasting = before.filter((row) => now.delete(row));
  return [...lasting, ...now];
}
