import { useMemo } from 'react';
import { columnVisibilityFeature, rowSortingFeature, tableFeatures, useTable, type ColumnDef, type Header, type Row, type SortingState, type Updater } from '@tanstack/react-table';
import type { CaseloadRow } from '#renderer/data/views.ts';
import { caseloadColumns, type CaseloadChoices, type CaseloadColumn } from '#renderer/ui-state/window-state.ts';

const features = tableFeatures({ columnVisibilityFeature, rowSortingFeature });
type Features = typeof features;

// What stands in a cell is the cell's own matter; the table knows which columns there are and in which order.
const columns: ColumnDef<Features, CaseloadRow>[] = caseloadColumns.map((id) => ({ id, accessorFn: () => null, sortDescFirst: false }));

export type CaseloadHeader = Header<Features, CaseloadRow, unknown>;

export interface CaseloadTableModel {
  readonly headers: readonly CaseloadHeader[];
  /** The drawn lines. */
  readonly rows: readonly Row<Features, CaseloadRow>[];
  readonly columns: readonly CaseloadColumn[];
}

/**
 * The table model over the lines that are drawn. It owns nothing: lines come from the device already ordered and
 * filtered, choices from the window's state.
 * @param drawn only the lines in sight: a row object for each of 15,000 would cost more than all the rest
 */
export function useCaseloadTable(
  drawn: readonly CaseloadRow[],
  choices: CaseloadChoices,
  available: readonly CaseloadColumn[],
  onChange: (changes: Partial<CaseloadChoices>) => void,
): CaseloadTableModel {
  const sorting = useMemo<SortingState>(() => [{ id: choices.sortBy, desc: choices.descending }], [choices.sortBy, choices.descending]);
  // What the headings say already, no line says again.
  const visible = useMemo(() => available.filter((id) => !choices.hidden.includes(id) && id !== choices.groupBy), [available, choices.hidden, choices.groupBy]);
  const columnVisibility = useMemo(() => Object.fromEntries(caseloadColumns.map((id) => [id, visible.includes(id)])), [visible]);
  const table = useTable({
    features,
    columns,
    data: drawn,
    getRowId: (row) => row.dossierId,
    state: { sorting, columnVisibility },
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    onSortingChange: (updater: Updater<SortingState>) => {
      const [next] = typeof updater === 'function' ? updater(sorting) : updater;
      if (next !== undefined) onChange({ sortBy: next.id as CaseloadColumn, descending: next.desc });
    },
  });
  return { headers: table.getHeaderGroups()[0]?.headers ?? [], rows: table.getRowModel().rows, columns: visible };
}
