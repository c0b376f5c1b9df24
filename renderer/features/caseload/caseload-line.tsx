import { memo, type Ref } from 'react';
import type { TFunction } from 'i18next';
import type { Format } from '#renderer/app/use-format.ts';
import { classNames } from '#renderer/components/class-names.ts';
import type { CaseloadRow } from '#renderer/data/views.ts';
import type { CaseloadColumn } from '#renderer/ui-state/window-state.ts';
import { CaseloadCell } from './caseload-cell.tsx';

export interface CaseloadLineProps {
  readonly row: CaseloadRow;
  /** Its place among all that are shown, from 0. */
  readonly index: number;
  /** Its place among all that is read out, headings included, from 1. */
  readonly place: number;
  readonly lineCount: number;
  readonly columns: readonly CaseloadColumn[];
  /** In a wide window a line of the table, else a card in a list. */
  readonly wide: boolean;
  readonly isActive: boolean;
  readonly isLastOpened: boolean;
  readonly today: string;
  readonly format: Format;
  readonly t: TFunction<['caseload', 'words']>;
  readonly measure: Ref<HTMLTableRowElement>;
}

/** Drawn again only when something of itself changed: scrolling draws the new lines, not all of them. */
export const CaseloadLine = memo(function CaseloadLine({ row, index, place, lineCount, columns, wide, isActive, isLastOpened, today, format, t, measure }: CaseloadLineProps) {
  return (
    <tr
      ref={measure}
      data-index={index}
      className={classNames('caseload__row', isLastOpened && 'caseload__row--last')}
      {...(wide ? { 'aria-rowindex': place + 1 } : { role: 'listitem', 'aria-posinset': place, 'aria-setsize': lineCount })}
    >
      {columns.map((column) => (
        <td key={column} role={wide ? undefined : 'presentation'} className={`caseload__cell caseload__cell--${column}`} data-label={t(`columns.${column}`)}>
          <CaseloadCell column={column} row={row} format={format} today={today} isActive={isActive} t={t} />
        </td>
      ))}
    </tr>
  );
});
