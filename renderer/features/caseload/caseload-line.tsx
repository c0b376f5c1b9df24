import { memo, useLayoutEffect, useRef } from 'react';
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
  /** A heading stands above it, and is measured with it. */
  readonly hasHeading: boolean;
  readonly measure: (line: HTMLTableRowElement | null) => void;
}

/** Drawn again only when something of itself changed: scrolling draws the new lines, not all of them. */
export const CaseloadLine = memo(function CaseloadLine({ row, index, place, lineCount, columns, wide, isActive, isLastOpened, today, format, t, hasHeading, measure }: CaseloadLineProps) {
  const line = useRef<HTMLTableRowElement>(null);
  // Again when it comes to stand below a heading or no longer does: as another element it would lose the focus.
  useLayoutEffect(() => {
    measure(line.current);
    return () => measure(null);
  }, [measure, hasHeading]);
  return (
    <tr
      ref={line}
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
