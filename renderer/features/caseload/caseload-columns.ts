import {
  columnFilteringFeature,
  columnVisibilityFeature,
  createFilteredRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  rowSortingFeature,
  tableFeatures,
  type ColumnDef,
} from '@tanstack/react-table';
import type { CaseloadRow } from '#renderer/data/views.ts';
import type { CaseloadColumn, CaseloadScope } from '#renderer/ui-state/window-state.ts';
import { searchKeysOf, hasWords } from './search-keys.ts';
import { isInScope } from './scopes.ts';

/** What is asked of every line at once: the words typed and the choice above the list. */
export interface CaseloadFilter {
  readonly words: readonly string[];
  readonly scope: CaseloadScope;
  readonly today: string;
}

export const caseloadFeatures = tableFeatures({
  columnFilteringFeature,
  globalFilteringFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
});

type Column = ColumnDef<typeof caseloadFeatures, CaseloadRow>;

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);
const riskOrder = { 'dreigende-uitval': 0, 'let-op': 1, goed: 2 } as const;

/** Ordered by `keyOf`; lines without a value come last in both directions. */
const column = (id: CaseloadColumn, keyOf: (row: CaseloadRow) => string | number | null): Column => ({
  id,
  accessorFn: (row) => keyOf(row) ?? undefined,
  sortUndefined: 'last',
  sortFn: (a, b) => compare(keyOf(a.original) ?? '', keyOf(b.original) ?? '') || compare(searchKeysOf(a.original).name, searchKeysOf(b.original).name),
  // One question per line is enough: the words are sought in all of it.
  enableGlobalFilter: id === 'name',
});

export const caseloadTableColumns: readonly Column[] = [
  column('name', (row) => searchKeysOf(row).name),
  column('municipality', (row) => searchKeysOf(row).municipality || null),
  column('group', (row) => row.candidateGroup),
  column('regeling', (row) => row.regeling),
  column('employer', (row) => searchKeysOf(row).employer || null),
  column('lastVisit', (row) => row.lastVisitOn),
  column('nextContact', (row) => row.nextContactOn),
  column('risk', (row) => (row.risk === null ? null : riskOrder[row.risk])),
  column('loonwaarde', (row) => row.loonwaarde),
];

/** @returns undefined when there is nothing to filter, so that the table skips the work */
export function filterOf(words: readonly string[], scope: CaseloadScope, today: string): CaseloadFilter | undefined {
  return words.length === 0 && scope === 'all' ? undefined : { words, scope, today };
}

export function passesFilter(row: CaseloadRow, filter: CaseloadFilter): boolean {
  return isInScope(row, filter.scope, filter.today) && hasWords(row, filter.words);
}
