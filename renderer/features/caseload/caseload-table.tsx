import { Fragment, useCallback, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useReducer, useRef, useState, type CSSProperties, type KeyboardEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { defaultRangeExtractor, measureElement, useWindowVirtualizer, type Range } from '@tanstack/react-virtual';
import type { Format } from '#renderer/app/use-format.ts';
import type { CaseloadRow } from '#renderer/data/views.ts';
import type { CaseloadChoices, CaseloadColumn } from '#renderer/ui-state/window-state.ts';
import { CaseloadLine } from './caseload-line.tsx';
import { GroupHeading } from './group-heading.tsx';
import { headingsUpTo, type RowGroup } from './group-rows.ts';
import { SortHeader } from './sort-header.tsx';
import { stickyHeight } from './sticky-height.ts';
import { useWideScreen } from './use-wide-screen.ts';
import { useCaseloadTable } from './use-caseload-table.ts';

/** What the search box asks of the list. */
export interface CaseloadTableHandle {
  focusFirst(): void;
  focusDossier(dossierId: string): void;
}

export interface CaseloadTableProps {
  /** All lines that are shown, in their order. */
  readonly rows: readonly CaseloadRow[];
  /** What the lines are divided in, in their order. */
  readonly groups: readonly RowGroup[];
  readonly choices: CaseloadChoices;
  readonly available: readonly CaseloadColumn[];
  readonly onChange: (changes: Partial<CaseloadChoices>) => void;
  readonly format: Format;
  readonly today: string;
  /** Up from the first line: back to where one typed. */
  readonly onLeaveTop: () => void;
  readonly ref: Ref<CaseloadTableHandle>;
}

const lineHeightPx = 45;
const cardHeightPx = 190;
/** Of the heading of a group, which stands above its first line and is measured with it. */
const headingHeightPx = 45;

/** Where the lines began the last time: mostly they begin there again, and need no second drawing. */
const last = { bodyTopPx: 0, sticky: { aboveTablePx: 0, allPx: 0 } };

/**
 * Only the lines in sight exist. A plain table (in a narrow window a list of cards): each line has one link, one of them
 * in the tab order, and the arrow keys move between them. The line with the focus is always drawn, else the focus would
 * fall off the page.
 */
export function CaseloadTable({ rows, groups, choices, available, onChange, format, today, onLeaveTop, ref }: CaseloadTableProps) {
  const { t } = useTranslation(['caseload', 'words']);
  const wide = useWideScreen();
  const body = useRef<HTMLTableSectionElement>(null);
  const [bodyTop, setBodyTop] = useState(last.bodyTopPx);
  const [sticky, setSticky] = useState(last.sticky);
  // Known before it is observed, so that the lines are there with the first drawing.
  const [windowRect] = useState(() => ({ width: window.innerWidth, height: window.innerHeight }));
  const [activeId, setActiveId] = useState<string | null>(choices.lastOpened);
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  /** The line that is to get the focus as soon as it is drawn. */
  const wanted = useRef<string | null>(null);

  const foundIndex = activeId === null ? -1 : rows.findIndex((row) => row.dossierId === activeId);
  const activeIndex = foundIndex === -1 ? 0 : foundIndex;

  useLayoutEffect(() => {
    const measure = () => {
      if (body.current !== null) last.bodyTopPx = body.current.getBoundingClientRect().top + window.scrollY;
      const aboveTablePx = stickyHeight('above-table');
      const allPx = stickyHeight('all');
      if (aboveTablePx !== last.sticky.aboveTablePx || allPx !== last.sticky.allPx) last.sticky = { aboveTablePx, allPx };
      setBodyTop(last.bodyTopPx);
      setSticky(last.sticky);
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [wide, rows.length]);

  const headed = useMemo(() => new Map(groups.map((group) => [group.from, group])), [groups]);
  const lineCount = rows.length + groups.length;
  // oxlint-disable-next-line react/incompatible-library -- no memoizing compiler is used, and the lines are drawn right here
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) => (wide ? lineHeightPx : cardHeightPx) + (headed.has(index) ? headingHeightPx : 0),
    measureElement: (element, entry, instance) => measureElement(element, entry, instance) + headingAbove(element),
    // The same function as long as the lines are the same, else every scrolling lays out all 15,000 anew.
    // A line that has come to stand below a heading is another to measure.
    getItemKey: useCallback((index: number) => (headed.has(index) ? `first ${rows[index]?.dossierId ?? index}` : (rows[index]?.dossierId ?? index)), [rows, headed]),
    initialRect: windowRect,
    overscan: 8,
    scrollMargin: bodyTop,
    scrollPaddingStart: sticky.allPx,
    rangeExtractor: useCallback((range: Range) => [...new Set([...defaultRangeExtractor(range), activeIndex])].filter((index) => index < range.count).sort((a, b) => a - b), [activeIndex]),
  });
  const measuredWide = useRef(wide);
  useEffect(() => {
    // What was measured of lines does not hold for cards. On arrival all was measured a moment ago.
    if (measuredWide.current === wide) return;
    measuredWide.current = wide;
    virtualizer.measure();
  }, [virtualizer, wide]);

  const moveTo = useCallback(
    (index: number) => {
      const row = rows[Math.max(0, Math.min(index, rows.length - 1))];
      if (row === undefined) return;
      wanted.current = row.dossierId;
      setActiveId(row.dossierId);
      redraw();
    },
    [rows],
  );
  // After every drawing, because on arrival the first one may not have the line yet. Without a request nothing moves.
  useEffect(() => {
    const id = wanted.current;
    if (id === null || rows[activeIndex]?.dossierId !== id) return;
    const link = body.current?.querySelector<HTMLElement>(`[data-dossier="${CSS.escape(id)}"]`);
    if (link === undefined || link === null) return;
    wanted.current = null;
    virtualizer.scrollToIndex(activeIndex, { align: 'auto' });
    link.focus({ preventScroll: true });
  });
  useImperativeHandle(ref, () => ({
    focusFirst: () => moveTo(0),
    focusDossier: (dossierId) => {
      const index = rows.findIndex((row) => row.dossierId === dossierId);
      if (index !== -1) moveTo(index);
    },
  }));

  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const page = Math.max(1, Math.floor((window.innerHeight - sticky.allPx) / (wide ? lineHeightPx : cardHeightPx)) - 1);
    const target = { ArrowDown: activeIndex + 1, ArrowUp: activeIndex - 1, Home: 0, End: rows.length - 1, PageDown: activeIndex + page, PageUp: activeIndex - page }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    if (event.key === 'ArrowUp' && activeIndex === 0) onLeaveTop();
    else moveTo(target);
  };

  const items = virtualizer.getVirtualItems();
  const drawn = useMemo(() => items.flatMap((item) => rows[item.index] ?? []), [items, rows]);
  const table = useCaseloadTable(drawn, choices, available, onChange);
  const columnCount = table.columns.length;
  /** Among all that is read out, headings included, from 1. */
  const placeOf = (index: number) => index + 1 + headingsUpTo(groups, index);
  let drawnTo = bodyTop;
  return (
    <table
      className="caseload"
      style={{ '--caseload-head-top': `${sticky.aboveTablePx}px` } as CSSProperties}
      aria-label={t('table')}
      aria-describedby="caseload-keys"
      {...(wide ? { 'aria-rowcount': lineCount + 1 } : { role: 'list' })}
    >
      <thead className="caseload__head">
        <tr aria-rowindex={1}>
          {table.headers.map((header) => (
            <SortHeader key={header.id} header={header} />
          ))}
        </tr>
      </thead>
      {/* The keys below are an addition: every line can also be reached by Tab, click and screen reader. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <tbody ref={body} onKeyDown={pressed} role={wide ? undefined : 'presentation'}>
        {table.rows.map((row, place) => {
          const item = items[place];
          if (item === undefined) return null;
          const gap = item.start - drawnTo;
          drawnTo = item.end;
          const group = headed.get(item.index);
          return (
            <Fragment key={row.id}>
              <Gap px={gap} columns={columnCount} />
              {group !== undefined && choices.groupBy !== null && (
                <GroupHeading groupBy={choices.groupBy} first={row.original} count={group.count} place={placeOf(item.index) - 1} lineCount={lineCount} columns={columnCount} wide={wide} format={format} today={today} t={t} />
              )}
              <CaseloadLine
                row={row.original}
                index={item.index}
                hasHeading={group !== undefined}
                place={placeOf(item.index)}
                lineCount={lineCount}
                columns={table.columns}
                wide={wide}
                isActive={item.index === activeIndex}
                isLastOpened={row.id === choices.lastOpened}
                today={today}
                format={format}
                t={t}
                measure={virtualizer.measureElement}
              />
            </Fragment>
          );
        })}
        <Gap px={virtualizer.getTotalSize() + bodyTop - drawnTo} columns={columnCount} />
      </tbody>
    </table>
  );
}

/** [px] */
function headingAbove(line: Element): number {
  const above = line.previousElementSibling;
  return above?.classList.contains('caseload__group') === true ? above.getBoundingClientRect().height : 0;
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
