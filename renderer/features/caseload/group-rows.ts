import type { CaseloadRow } from '#renderer/data/views.ts';
import type { CaseloadGrouping } from '#renderer/ui-state/window-state.ts';
import { byKey, keyOf, type Key } from './order-rows.ts';

export interface RowGroup {
  /** Place of its first line among all that are shown, from 0. */
  readonly from: number;
  readonly count: number;
}

export interface GroupedRows {
  readonly rows: readonly CaseloadRow[];
  /** In their order. None when the list is not divided. */
  readonly groups: readonly RowGroup[];
}

/**
 * Divides lines that are in order already: within a group they stay in that order. Groups stand in the order of their own
 * column, what was not filled in comes last.
 */
export function groupRows(rows: readonly CaseloadRow[], groupBy: CaseloadGrouping | null): GroupedRows {
  if (groupBy === null) return { rows, groups: [] };
  const key = keyOf[groupBy];
  const together = new Map<Key, CaseloadRow[]>();
  for (const row of rows) {
    const known = together.get(key(row));
    if (known === undefined) together.set(key(row), [row]);
    else known.push(row);
  }
  const ordered = [...together].sort(([a], [b]) => byKey(a, b, 1)).map(([, lines]) => lines);
  let from = 0;
  const groups = ordered.map(({ length }) => {
    const group = { from, count: length };
    from += length;
    return group;
  });
  return { rows: ordered.flat(), groups };
}

/** How many headings stand above or at this line: with them counted, a line has its place for a screen reader. */
export function headingsUpTo(groups: readonly RowGroup[], index: number): number {
  return groups.findLastIndex(({ from }) => from <= index) + 1;
}
