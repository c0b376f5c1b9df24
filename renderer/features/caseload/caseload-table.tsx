import { useCallback, useEffect, useImperativeHandle, useLayoutEffect, useReducer, useRef, useState, type CSSProperties, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { defaultRangeExtractor, useWindowVirtualizer, type Range } from '@tanstack/react-virtual';
import type { Format } from '#renderer/app/use-format.ts';
import { classNames } from '#renderer/components/class-names.ts';
import type { CaseloadChoices, CaseloadColumn } from '#renderer/ui-state/window-state.ts';
import { CaseloadCell } from './caseload-cell.tsx';
import { SortHeader } from './sort-header.tsx';
import { stickyHeight } from './sticky-height.ts';
import { useWideScreen } from './use-wide-screen.ts';
import type { CaseloadTableModel } from './use-caseload-table.ts';

/** What the search box asks of the list. */
export interface CaseloadTableHandle {
  focusFirst(): void;
  focusDossier(dossierId: string): void;
}

export interface CaseloadTableProps {
  readonly model: CaseloadTableModel;
  readonly choices: CaseloadChoices;
  readonly format: Format;
  readonly today: string;
  readonly onSort: (column: CaseloadColumn) => void;
  /** Up from the first line: back to where one typed. */
  readonly onLeaveTop: () => void;
  readonly ref: Ref<CaseloadTableHandle>;
}

const lineHeightPx = 45;
const cardHeightPx = 190;

/**
 * Only the lines in sight exist. A plain table (in a narrow window a list of cards): each line has one link, one of them
 * in the tab order, and the arrow keys move between them. The line with the focus is always drawn, else the focus would
 * fall off the page.
 */
export function CaseloadTable({ model, choices, format, today, onSort, onLeaveTop, ref }: CaseloadTableProps) {
  const { t } = useTranslation('caseload');
  const { rows, columns } = model;
  const wide = useWideScreen();
  const body = useRef<HTMLTableSectionElement>(null);
  const [bodyTop, setBodyTop] = useState(0);
  const [headTop, setHeadTop] = useState(0);
  const [activeId, setActiveId] = useState<string | null>(choices.lastOpened);
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  /** The line that is to get the focus as soon as it is drawn. */
  const wanted = useRef<string | null>(null);

  const foundIndex = activeId === null ? -1 : rows.findIndex((row) => row.id === activeId);
  const activeIndex = foundIndex === -1 ? 0 : foundIndex;

  useLayoutEffect(() => {
    const measure = () => {
      if (body.current !== null) setBodyTop(body.current.getBoundingClientRect().top + window.scrollY);
      setHeadTop(stickyHeight('above-table'));
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [wide, columns.length, rows.length]);

  // oxlint-disable-next-line react/incompatible-library -- no memoizing compiler is used, and the lines are drawn right here
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => (wide ? lineHeightPx : cardHeightPx),
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
    scrollMargin: bodyTop,
    scrollPaddingStart: stickyHeight(),
    rangeExtractor: useCallback((range: Range) => [...new Set([...defaultRangeExtractor(range), activeIndex])].filter((index) => index < range.count).sort((a, b) => a - b), [activeIndex]),
  });
  useEffect(() => virtualizer.measure(), [virtualizer, wide]);

  const moveTo = useCallback(
    (index: number) => {
      const row = rows[Math.max(0, Math.min(index, rows.length - 1))];
      if (row === undefined) return;
      wanted.current = row.id;
      setActiveId(row.id);
      redraw();
    },
    [rows],
  );
  // After every drawing, because on arrival the first one has no lines yet. Without a request nothing moves.
  useEffect(() => {
    const id = wanted.current;
    if (id === null || rows[activeIndex]?.id !== id) return;
    const link = body.current?.querySelector<HTMLElement>(`[data-dossier="${CSS.escape(id)}"]`);
    if (link === undefined || link === null) return;
    wanted.current = null;
    virtualizer.scrollToIndex(activeIndex, { align: 'auto' });
    link.focus({ preventScroll: true });
  });
  useImperativeHandle(ref, () => ({
    focusFirst: () => moveTo(0),
    focusDossier: (dossierId) => {
      const index = rows.findIndex((row) => row.id === dossierId);
      if (index !== -1) moveTo(index);
    },
  }));

  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const page = Math.max(1, Math.floor((window.innerHeight - stickyHeight()) / (wide ? lineHeightPx : cardHeightPx)) - 1);
    const target = { ArrowDown: activeIndex + 1, ArrowUp: activeIndex - 1, Home: 0, End: rows.length - 1, PageDown: activeIndex + page, PageUp: activeIndex - page }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    if (event.key === 'ArrowUp' && activeIndex === 0) onLeaveTop();
    else moveTo(target);
  };

  const items = virtualizer.getVirtualItems();
  let drawnTo = bodyTop;
  return (
    <table
      className="caseload"
      style={{ '--caseload-head-top': `${headTop}px` } as CSSProperties}
      aria-label={t('table')}
      aria-describedby="caseload-keys"
      {...(wide ? { 'aria-rowcount': rows.length + 1 } : { role: 'list' })}
    >
      <thead className="caseload__head">
        <tr aria-rowindex={1}>
          {columns.map((column) => (
            <SortHeader key={column} column={column} choices={choices} onSort={onSort} />
          ))}
        </tr>
      </thead>
      {/* The keys below are an addition: every line can also be reached by Tab, click and screen reader. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <tbody ref={body} onKeyDown={pressed} role={wide ? undefined : 'presentation'}>
        {items.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const gap = item.start - drawnTo;
          drawnTo = item.end;
          return (
            <LineWithGap key={row.id} gapPx={gap} columns={columns.length}>
              <tr
                ref={virtualizer.measureElement}
                data-index={item.index}
                {...(wide ? { 'aria-rowindex': item.index + 2 } : { role: 'listitem', 'aria-posinset': item.index + 1, 'aria-setsize': rows.length })}
                className={classNames('caseload__row', row.id === choices.lastOpened && 'caseload__row--last')}
              >
                {columns.map((column) => (
                  <td key={column} role={wide ? undefined : 'presentation'} className={`caseload__cell caseload__cell--${column}`} data-label={t(`columns.${column}`)}>
                    <CaseloadCell column={column} row={row.original} format={format} today={today} isActive={item.index === activeIndex} />
                  </td>
                ))}
              </tr>
            </LineWithGap>
          );
        })}
        <Gap px={virtualizer.getTotalSize() + bodyTop - drawnTo} columns={columns.length} />
      </tbody>
    </table>
  );
}

function LineWithGap({ gapPx, columns, children }: { readonly gapPx: number; readonly columns: number; readonly children: ReactNode }) {
  return (
    <>
      <Gap px={gapPx} columns={columns} />
      {children}
    </>
  );
}

/** The room of the lines that are not drawn. */
function Gap({ px, columns }: { readonly px: number; readonly columns: number }) {
  if (px <= 0) return null;
  return (
    <tr aria-hidden="true" className="caseload__gap" style={{ blockSize: px }}>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- room, not a cell; nobody meets it */}
      <td colSpan={columns} />
    </tr>
  );
}
