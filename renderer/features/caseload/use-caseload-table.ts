import { useMemo } from 'react';
import { useTable, type Row } from '@tanstack/react-table';
import type { CaseloadRow } from '#renderer/data/views.ts';
import { caseloadColumns, type CaseloadChoices, type CaseloadColumn } from '#renderer/ui-state/window-state.ts';
import { caseloadFeatures, caseloadTableColumns, filterOf, passesFilter, type CaseloadFilter } from './caseload-columns.ts';
import { searchWords } from './search-keys.ts';

export interface CaseloadTableModel {
  readonly rows: readonly Row<typeof caseloadFeatures, CaseloadRow>[];
  readonly columns: readonly CaseloadColumn[];
}

/** The table model owns nothing: lines come from the device, choices from the window's state. */
export function useCaseloadTable(data: readonly CaseloadRow[], choices: CaseloadChoices, searchText: string, today: string): CaseloadTableModel {
  const globalFilter = useMemo(() => filterOf(searchWords(searchText), choices.scope, today), [searchText, choices.scope, today]);
  const sorting = useMemo(() => [{ id: choices.sortBy, desc: choices.descending }], [choices.sortBy, choices.descending]);
  const columnVisibility = useMemo(() => Object.fromEntries(choices.hidden.map((id) => [id, false])), [choices.hidden]);
  const table = useTable({
    features: caseloadFeatures,
    columns: caseloadTableColumns,
    data,
    getRowId: (row) => row.dossierId,
    state: { globalFilter, sorting, columnVisibility },
    globalFilterFn: (row, _columnId, filter: CaseloadFilter) => passesFilter(row.original, filter),
    getColumnCanGlobalFilter: (column) => column.id === 'name',
  });
  const { rows } = table.getRowModel();
  const columns = caseloadColumns.filter((id) => !choices.hidden.includes(id));
  return { rows, columns };
}
