import { useTranslation } from 'react-i18next';
import type { CaseloadHeader } from './use-caseload-table.ts';

/** A column's heading: says how the list is ordered, and orders it. */
export function SortHeader({ header }: { readonly header: CaseloadHeader }) {
  const { t } = useTranslation('caseload');
  const { column } = header;
  const sorted = column.getIsSorted();
  return (
    <th
      scope="col"
      className={`caseload__header caseload__cell--${column.id}`}
      data-sticky={column.id === 'name' ? '' : undefined}
      aria-sort={sorted === false ? undefined : sorted === 'desc' ? 'descending' : 'ascending'}
    >
      <button type="button" className="caseload__sort" onClick={column.getToggleSortingHandler()}>
        {t(`columns.${column.id}`)}
        <svg className="caseload__arrow" viewBox="0 0 12 12" aria-hidden="true" data-sorted={sorted === false ? 'no' : sorted}>
          <path d="M6 2l4 6H2z" />
        </svg>
      </button>
    </th>
  );
}
