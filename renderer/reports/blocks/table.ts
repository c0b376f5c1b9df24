import type { TableBlock, TableColumn, TableRow } from '#shared/reports/report-document.ts';
import { colours, content, styles, type TextStyle } from '../look.ts';
import { addElement, drawArtifact, drawIn, type PdfElement } from '../pdf-document.ts';
import type { Sheet } from '../sheet.ts';

const padding = { x: 6, y: 5 } as const;
/** A row taller than this may be continued on the next page [pt]. */
const breakable = 220;

interface Place {
  readonly x: number;
  readonly width: number;
  readonly align: TableColumn['align'];
}

/** Rows stay whole where they can; on a new page the header stands above them again, and is read aloud only once. */
export function drawTable(sheet: Sheet, { summary, columns, rows }: TableBlock): void {
  if (rows.length === 0) return;
  sheet.space(8);
  const places = placesOf(columns);
  const headers = headersOf(sheet, columns, places);
  const headerHeight = heightOf(headers, styles.cellHeader);
  const heights = rows.map((row) => rowHeight(sheet, row, places));
  const table = addElement(sheet.pdf, sheet.root, 'Table');
  table.dictionary.data['A'] = { O: 'Table', Summary: new String(sheet.fonts.clean(summary)) };
  sheet.need(headerHeight + firstHeight(heights));

  const headerRow = addElement(sheet.pdf, addElement(sheet.pdf, table, 'THead'), 'TR');
  drawGround(sheet, headerHeight);
  for (const [index, lines] of headers.entries()) {
    const cell = addElement(sheet.pdf, headerRow, 'TH', { scope: 'Column' });
    drawIn(sheet.pdf, cell, () => drawLines(sheet, lines, places[index], sheet.y(), styles.cellHeader));
  }
  sheet.moveTo(sheet.y() + headerHeight);

  const body = addElement(sheet.pdf, table, 'TBody');
  const repeatHeader = () => {
    sheet.newPage();
    drawGround(sheet, headerHeight);
    drawArtifact(sheet.pdf, () => {
      for (const [index, lines] of headers.entries()) drawLines(sheet, lines, places[index], sheet.y(), styles.cellHeader);
    }, 'Pagination');
    sheet.moveTo(sheet.y() + headerHeight);
  };
  const end = endOf(rows);
  for (const [index, row] of rows.entries()) {
    // What the table ends in comes as one: a total says nothing on a page of its own.
    const together = index === end ? sumOf(heights.slice(end)) : (heights[index] ?? 0);
    if (index > 0 && together > sheet.room() && together <= breakable) repeatHeader();
    drawRow(sheet, body, row.cells, places, styleOf(row), repeatHeader);
  }
}

/** The header of a table and what must stand below it on the same page [pt]. */
export function tableStart(sheet: Sheet, { columns, rows }: TableBlock): number {
  const places = placesOf(columns);
  return 8 + heightOf(headersOf(sheet, columns, places), styles.cellHeader) + firstHeight(rows.map((row) => rowHeight(sheet, row, places)));
}

/** A small table is not divided; of another the first row, and of what may be divided a part. */
function firstHeight(heights: readonly number[]): number {
  const whole = sumOf(heights);
  return whole <= breakable ? whole : Math.min(heights[0] ?? 0, breakable);
}

/** Where the end of a table begins: its totals and the row before them, or its last two rows. */
function endOf(rows: readonly TableRow[]): number {
  const totals = rows.findLastIndex(({ strong }) => strong !== true) + 1;
  return Math.max(0, totals === rows.length ? rows.length - 2 : totals - 1);
}

const sumOf = (heights: readonly number[]): number => heights.reduce((sum, height) => sum + height, 0);
const styleOf = ({ strong }: TableRow): TextStyle => (strong === true ? styles.cellStrong : styles.cell);
const headersOf = (sheet: Sheet, columns: readonly TableColumn[], places: readonly Place[]) => columns.map(({ header }, index) => cellLines(sheet, header, places[index], styles.cellHeader));
const rowHeight = (sheet: Sheet, row: TableRow, places: readonly Place[]): number => heightOf(places.map((place, index) => cellLines(sheet, row.cells[index] ?? '', place, styleOf(row))), styleOf(row));

function drawRow(sheet: Sheet, body: PdfElement, texts: readonly string[], places: readonly Place[], style: TextStyle, repeatHeader: () => void): void {
  const cells = places.map((place, index) => cellLines(sheet, texts[index] ?? '', place, style));
  const row = addElement(sheet.pdf, body, 'TR');
  const elements = places.map((_, index) => addElement(sheet.pdf, row, index === 0 ? 'TH' : 'TD', index === 0 ? { scope: 'Row' } : {}));
  const lineCount = Math.max(...cells.map((lines) => lines.length));
  let from = 0;
  while (from < lineCount) {
    const fitting = Math.floor((sheet.room() - 2 * padding.y) / style.leading);
    if (fitting < 1) {
      repeatHeader();
      continue;
    }
    const to = Math.min(lineCount, from + fitting);
    for (const [index, lines] of cells.entries()) {
      const [element, part] = [elements[index], lines.slice(from, to)];
      if (element !== undefined && part.some((text) => text !== '')) drawIn(sheet.pdf, element, () => drawLines(sheet, part, places[index], sheet.y(), style));
    }
    sheet.moveTo(sheet.y() + (to - from) * style.leading + 2 * padding.y);
    sheet.rule(sheet.y());
    from = to;
  }
}

function placesOf(columns: readonly TableColumn[]): readonly Place[] {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  let x: number = content.left;
  return columns.map(({ width, align }) => {
    const place = { x, width: (content.width * width) / whole, align };
    x += place.width;
    return place;
  });
}

const cellLines = (sheet: Sheet, text: string, place: Place | undefined, style: TextStyle): readonly string[] => sheet.lines(sheet.fonts.clean(text), (place?.width ?? 0) - 2 * padding.x, style);

const heightOf = (cells: readonly (readonly string[])[], style: TextStyle): number => Math.max(...cells.map((lines) => lines.length)) * style.leading + 2 * padding.y;

function drawLines(sheet: Sheet, lines: readonly string[], place: Place | undefined, top: number, style: TextStyle): void {
  if (place === undefined) return;
  for (const [index, text] of lines.entries()) {
    sheet.line(`${text} `, place.x + padding.x, top + padding.y + index * style.leading, style, place.align, place.width - 2 * padding.x);
  }
}

function drawGround(sheet: Sheet, height: number): void {
  sheet.fill(content.left, sheet.y(), content.width, height, colours.tint);
  sheet.rule(sheet.y() + height, content.left, content.width, colours.navy);
}
