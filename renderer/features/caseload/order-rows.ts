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
  const placed = placer(column, descending);
  if (before.length === 0) return inOrder(rows, placed);
  const fresh = new Set(rows);
  const lasting = before.filter((row) => fresh.delete(row));
  return fresh.size === 0 ? lasting : merged(lasting, inOrder([...fresh], placed), placed);
}

interface Placed {
  readonly row: CaseloadRow;
  readonly key: Key;
  readonly name: string;
}

interface Placer {
  readonly of: (row: CaseloadRow) => Placed;
  readonly compare: (a: Placed, b: Placed) => number;
}

function placer(column: CaseloadColumn, descending: boolean): Placer {
  const key = keyOf[column];
  const turn = descending ? -1 : 1;
  return {
    of: (row) => ({ row, key: key(row), name: searchKeysOf(row).name }),
    compare: (a, b) => byKey(a.key, b.key, turn) || compare(a.name, b.name) || compare(a.row.dossierId, b.row.dossierId),
  };
}

const inOrder = (rows: readonly CaseloadRow[], placed: Placer): readonly CaseloadRow[] => rows.map(placed.of).sort(placed.compare).map(({ row }) => row);

/** Nothing comes last, whichever way. */
export function byKey(a: Key, b: Key, turn: 1 | -1): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return turn * compare(a, b);
}

/** Each of the few finds its place by halves: of what was in order already nearly nothing is looked at. */
function merged(lasting: readonly CaseloadRow[], fresh: readonly CaseloadRow[], placed: Placer): readonly CaseloadRow[] {
  const lines: CaseloadRow[] = [];
  let from = 0;
  for (const row of fresh) {
    const mine = placed.of(row);
    let low = from;
    let high = lasting.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = lasting[middle];
      if (other !== undefined && placed.compare(placed.of(other), mine) < 0) low = middle + 1;
      else high = middle;
    }
    for (; from < low; from += 1) lines.push(lasting[from] as CaseloadRow);
    lines.push(row);
  }
  for (; from < lasting.length; from += 1) lines.push(lasting[from] as CaseloadRow);
  return lines;
}
