import { useTranslation } from 'react-i18next';
import type { CaseloadChoices, CaseloadColumn } from '#renderer/ui-state/window-state.ts';

export interface SortHeaderProps {
  readonly column: CaseloadColumn;
  readonly choices: CaseloadChoices;
  readonly onSort: (column: CaseloadColumn) => void;
}

export function SortHeader({ column, choices, onSort }: SortHeaderProps) {
  const { t } = useTranslation('caseload');
  const sorted = choices.sortBy === column;
  return (
    <th
      scope="col"
      className={`caseload__header caseload__cell--${column}`}
      data-sticky={column === 'name' ? '' : undefined}
      aria-sort={sorted ? (choices.descending ? 'descending' : 'ascending') : undefined}
    >
      <button type="button" className="caseload__sort" onClick={() => onSort(column)}>
        {t(`columns.${column}`)}
        <svg className="caseload__arrow" viewBox="0 0 12 12" aria-hidden="true" data-sorted={sorted ? (choices.descending ? 'down' : 'up') : 'no'}>
          <path d="M6 2l4 6H2z" />
        </svg>
      </button>
    </th>
  );
}
