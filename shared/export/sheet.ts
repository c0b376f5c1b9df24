import type { Day } from '../lib/calendar.ts';

/**
 * A table for a spreadsheet, before it is any file. A cell says what it is; how that is written in `.xlsx` or CSV is
 * the writer's work. There is no formula among the kinds, so a text can never become one.
 */
export type Cell =
  | { readonly kind: 'text'; readonly text: string; readonly strong?: boolean; readonly indented?: boolean; readonly wrapped?: boolean }
  | { readonly kind: 'count'; readonly value: number; readonly strong?: boolean }
  /** A number with two decimals. */
  | { readonly kind: 'decimal'; readonly value: number; readonly strong?: boolean }
  /** 0..100, one decimal. */
  | { readonly kind: 'percentage'; readonly value: number; readonly strong?: boolean }
  | { readonly kind: 'cents'; readonly value: number; readonly strong?: boolean }
  | { readonly kind: 'day'; readonly day: Day }
  /** A moment on a Dutch clock. @see amsterdamDayOf */
  | { readonly kind: 'moment'; readonly atMs: number }
  | { readonly kind: 'empty' };

export type SheetRow = readonly Cell[];

export interface Sheet {
  readonly name: string;
  /** The first row is the header and stays in view. */
  readonly rows: readonly SheetRow[];
  /** Columns at the start that stay in view [count]. */
  readonly frozenColumns: number;
  /** Per column [characters]. */
  readonly widths: readonly number[];
}

export const emptyCell: Cell = { kind: 'empty' };

export const textCell = (text: string, look: { readonly strong?: boolean; readonly indented?: boolean; readonly wrapped?: boolean } = {}): Cell => ({ kind: 'text', text, ...look });

export const headerRow = (...texts: readonly string[]): SheetRow => texts.map((text) => textCell(text, { strong: true, wrapped: true }));
