import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { FigureUnit } from '#shared/export/week-figures.ts';
import { formatFigure } from './format-figure.ts';
import { useLanguage } from './use-words.ts';
import './figure-table.css';

export interface FigureColumn {
  readonly key: string;
  readonly label: string;
  readonly unit: FigureUnit;
}

export interface FigureRow {
  readonly key: string;
  readonly label: string;
  /** One per column; null where there is nothing to say, such as an average of no measurements. */
  readonly values: readonly (number | null)[];
}

export interface FigureTableProps {
  /** The heading that names the table. */
  readonly labelledBy: string;
  readonly rowLabel: string;
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly FigureRow[];
  /** The rows under the line: the region, and the region a week before. */
  readonly totals?: readonly FigureRow[];
}

/** Numbers in a table; in a narrow window every row becomes a card that repeats the columns' names. */
export function FigureTable({ labelledBy, rowLabel, columns, rows, totals = [] }: FigureTableProps) {
  return (
    <table className="week-table" aria-labelledby={labelledBy} style={{ '--week-columns': columns.length } as CSSProperties}>
      <thead className="week-table__head">
        <tr>
          <th scope="col">
            {rowLabel}
          </th>
          {columns.map((column) => (
            <th scope="col" key={column.key} className="week-table__number">
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <FigureTableRow key={row.key} row={row} columns={columns} />
        ))}
      </tbody>
      {totals.length > 0 && (
        <tfoot className="week-table__totals">
          {totals.map((row) => (
            <FigureTableRow key={row.key} row={row} columns={columns} />
          ))}
        </tfoot>
      )}
    </table>
  );
}

function FigureTableRow({ row, columns }: { readonly row: FigureRow; readonly columns: readonly FigureColumn[] }) {
  const { t } = useTranslation('week');
  const language = useLanguage();
  return (
    <tr className="week-table__row">
      <th scope="row">
        {row.label}
      </th>
      {columns.map((column, index) => {
        const value = row.values[index] ?? null;
        return (
          <td key={column.key} className="week-table__number" data-label={column.label}>
            {/* Nothing and none step back, so that what there is stands out. */}
            <span className={value === null || value === 0 ? 'week-table__none' : undefined}>{value === null ? t('none') : formatFigure(value, column.unit, language)}</span>
          </td>
        );
      })}
    </tr>
  );
}
