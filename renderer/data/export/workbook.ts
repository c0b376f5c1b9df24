import writeExcelFile from 'write-excel-file/universal';
import type { Cell as WrittenCell, Sheet as WrittenSheet } from 'write-excel-file/universal';
import type { Cell, Sheet, SheetRow } from '#shared/export/sheet.ts';
import { amsterdamDayOf, amsterdamTimeOf } from '#shared/lib/calendar.ts';
import { printSetup } from './print-setup.ts';

/**
 * Writes sheets as an `.xlsx` with typed cells. Formulas are never written: every text is stored as a shared string, which
 * no spreadsheet calculates, however it begins.
 *
 * The library compresses a part of more than 160,000 bytes in a worker made from a blob, which the content security policy
 * refuses. A week of the largest region is far below it (a test measures that); row-level sheets would need another way.
 */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await writeExcelFile(sheets.map(writtenSheet), { fontFamily: 'Calibri', fontSize: 11, features: [printSetup(sheets.map(({ name }) => name))] }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function writtenSheet({ name, rows, widths, frozenColumns }: Sheet): WrittenSheet<Blob> {
  return {
    sheet: name,
    data: rows.map((row, index) => withHeight(row.map((cell, column) => placed(writtenCell(cell, index === 0), cell, column, rows)), linesIn(row, widths))),
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: frozenColumns,
    orientation: 'landscape',
  };
}

const numbers: ReadonlySet<Cell['kind']> = new Set(['count', 'decimal', 'percentage', 'cents']);
const holdsNumbers = (rows: readonly SheetRow[], column: number): boolean => {
  const kinds = rows.slice(1).map((row) => row[column]?.kind ?? 'empty').filter((kind) => kind !== 'empty');
  return kinds.length > 0 && kinds.every((kind) => numbers.has(kind));
};

/** The word above a column of numbers stands where they end, and what comes after them does not touch them. */
function placed(written: WrittenCell, { kind }: Cell, column: number, rows: readonly SheetRow[]): WrittenCell {
  if (kind !== 'text' || written === null || typeof written !== 'object' || !('type' in written)) return written;
  if (holdsNumbers(rows, column)) return { ...written, align: 'right' };
  return column > 0 && holdsNumbers(rows, column - 1) ? { ...written, align: 'left', indent: 1 } : written;
}

/** Points that a line of Calibri 11 takes. */
const lineHeight = 15;

/**
 * A program that is not Excel gives a row the height of one line and hides the rest of what is wrapped, so the file says it.
 * @returns lines that the longest wrapped text of a row takes in its column [count]
 */
function linesIn(row: SheetRow, widths: readonly number[]): number {
  return Math.max(1, ...row.map((cell, column) => (cell.kind === 'text' && cell.wrapped === true ? Math.ceil((cell.text.length * 1.1) / (widths[column] ?? 1)) : 1)));
}

/** The library takes the height of a row from its cells. */
function withHeight(cells: readonly WrittenCell[], lines: number): WrittenCell[] {
  return cells.map((cell) => (lines > 1 && cell !== null && typeof cell === 'object' && 'type' in cell ? { ...cell, height: lines * lineHeight } : cell));
}

/** Comma and point the Dutch way where the program follows the cell; elsewhere as its own settings say. */
const dutch = '[$-413]';

function writtenCell(cell: Cell, isHeader: boolean): WrittenCell {
  switch (cell.kind) {
    case 'text':
      return {
        type: String,
        value: storable(cell.text),
        format: '@',
        alignVertical: 'top',
        ...(cell.strong === true ? { fontWeight: 'bold' } : {}),
        ...(cell.wrapped === true ? { wrap: true } : {}),
        ...(cell.indented === true ? { indent: 1 } : {}),
        ...(isHeader ? { backgroundColor: '#e6ebf2', bottomBorderStyle: 'thin' } : {}),
      };
    case 'count':
      return numberCell(cell.value, `${dutch}#,##0`, cell.strong);
    case 'decimal':
      return numberCell(cell.value, `${dutch}#,##0.00`, cell.strong);
    case 'percentage':
      // A spreadsheet's 61.5 % is 0.615; the division leaves a tail that no figure has.
      return numberCell(Number((cell.value / 100).toFixed(4)), `${dutch}0.0%`, cell.strong);
    case 'cents':
      return numberCell(Number((cell.value / 100).toFixed(2)), `${dutch}[$€-413] #,##0.00`, cell.strong);
    case 'day':
      return { type: Date, value: new Date(`${cell.day}T00:00:00Z`), format: 'dd-mm-yyyy', align: 'left', alignVertical: 'top' };
    case 'moment':
      // A cell knows no time zone. What it shows must be the Dutch clock, so that is what is stored.
      return { type: Date, value: new Date(`${amsterdamDayOf(cell.atMs)}T${amsterdamTimeOf(cell.atMs)}:00Z`), format: 'dd-mm-yyyy hh:mm', align: 'left', alignVertical: 'top' };
    case 'empty':
      return null;
  }
}

function numberCell(value: number, format: string, strong = false): WrittenCell {
  return { type: Number, value, format, align: 'right', alignVertical: 'top', ...(strong ? { fontWeight: 'bold' } : {}) };
}

/**
 * The library keeps its strings as keys of a plain object, where "constructor" is found before it was put there: the cell
 * would hold a function's text. A word joiner, which nobody sees, makes it another key.
 */
function storable(text: string): string {
  return text in {} ? `${text}\u2060` : text;
}
