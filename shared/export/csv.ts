import { amsterdamDayOf, amsterdamTimeOf } from '../lib/calendar.ts';
import type { Day } from '../lib/calendar.ts';
import type { Cell, SheetRow } from './sheet.ts';

/** Excel takes a file for UTF-8 only when it begins with this mark. */
const byteOrderMark = '\ufeff';

/**
 * CSV as a Dutch Excel opens it by double click: `;` between cells, decimal comma, dd-mm-jjjj, CRLF, UTF-8 with its mark.
 * @returns the whole file as text
 */
export function csvOf(rows: readonly SheetRow[]): string {
  return byteOrderMark + rows.map((row) => `${row.map(csvCell).join(';')}\r\n`).join('');
}

function csvCell(cell: Cell): string {
  switch (cell.kind) {
    case 'text':
      return quoted(harmless(cell.text));
    case 'count':
      return String(cell.value);
    case 'decimal':
      return decimalComma(cell.value, 2);
    case 'percentage':
      return decimalComma(cell.value, 1);
    case 'cents':
      return decimalComma(cell.value / 100, 2);
    case 'day':
      return dutchDay(cell.day);
    case 'moment':
      return `${dutchDay(amsterdamDayOf(cell.atMs))} ${amsterdamTimeOf(cell.atMs)}`;
    case 'empty':
      return '';
  }
}

/**
 * A spreadsheet runs a cell that begins like a formula, also from CSV, also behind quotes or white space. An apostrophe
 * in front keeps it text. @source OWASP, CSV injection
 */
function harmless(text: string): string {
  return /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function decimalComma(value: number, decimals: number): string {
  return value.toFixed(decimals).replace('.', ',');
}

function dutchDay(day: Day): string {
  const [year, month, dayOfMonth] = day.split('-');
  return `${dayOfMonth}-${month}-${year}`;
}
