import type { CaseloadRow } from '#renderer/data/views.ts';
import type { CaseloadGrouping } from '#renderer/ui-state/window-state.ts';
import { CaseloadCell, type CaseloadCellProps } from './caseload-cell.tsx';
import { keyOf } from './order-rows.ts';

export interface GroupHeadingProps extends Pick<CaseloadCellProps, 'format' | 'today' | 't'> {
  readonly groupBy: CaseloadGrouping;
  /** Any line of the group says what they have in common. */
  readonly first: CaseloadRow;
  readonly count: number;
  /** Its place among all that is read out, from 1. */
  readonly place: number;
  readonly lineCount: number;
  readonly columns: number;
  readonly wide: boolean;
}

/** What the lines below it have in common, and how many they are. The arrow keys pass it by: there is nothing to open. */
export function GroupHeading({ groupBy, first, count, place, lineCount, columns, wide, format, today, t }: GroupHeadingProps) {
  return (
    <tr className="caseload__group" {...(wide ? { 'aria-rowindex': place + 1 } : { role: 'listitem', 'aria-posinset': place, 'aria-setsize': lineCount })}>
      <th className="caseload__group-name" scope="colgroup" colSpan={columns} role={wide ? undefined : 'presentation'}>
        {keyOf[groupBy](first) === null ? t(`groupBy.without.${groupBy}`) : <CaseloadCell column={groupBy} row={first} format={format} today={today} isActive={false} t={t} />}
        <span className="caseload__group-count">{t('groupBy.count', { count, n: format.count(count) })}</span>
      </th>
    </tr>
  );
}
