import type { FigureBlock } from '#shared/reports/report-document.ts';
import { colours, content, styles } from '../look.ts';
import { addElement, drawIn } from '../pdf-document.ts';
import type { Sheet } from '../sheet.ts';

const barHeight = 14;
const legendIndent = 14;

/** The number that it is all about, large, with its parts as a bar from 0 to 100 %. */
export function drawFigure(sheet: Sheet, { value, label, bar }: FigureBlock): void {
  sheet.space(22);
  sheet.need(140);
  const top = sheet.y();
  const shown = sheet.fonts.clean(value);
  const valueWidth = sheet.fonts.widthOf(shown, styles.figure);
  const labelLeft = content.left + valueWidth + 20;
  sheet.flow(addElement(sheet.pdf, sheet.root, 'P'), [shown], content.left, styles.figure);
  const afterValue = sheet.y();
  const labelLines = sheet.lines(sheet.fonts.clean(label), content.left + content.width - labelLeft, styles.body);
  sheet.moveTo(top + Math.max(0, (styles.figure.leading - labelLines.length * styles.body.leading) / 2) + 3);
  sheet.flow(addElement(sheet.pdf, sheet.root, 'P'), labelLines, labelLeft, styles.body);
  sheet.moveTo(Math.max(afterValue, sheet.y()));
  if (bar !== null) drawBar(sheet, bar);
}

function drawBar(sheet: Sheet, { alternative, parts }: NonNullable<FigureBlock['bar']>): void {
  const { pdf } = sheet;
  const named = parts.filter(({ label }) => label !== '').map((part) => ({ ...part, lines: sheet.lines(sheet.fonts.clean(part.label), content.width / 2 - legendIndent - 12, styles.quiet) }));
  const rows = Array.from({ length: Math.ceil(named.length / 2) }, (_, row) => named.slice(row * 2, row * 2 + 2));
  const rowHeights = rows.map((row) => Math.max(...row.map(({ lines }) => lines.length)) * styles.quiet.leading + 2);
  const top = sheet.y() + 8;
  const bottom = top + barHeight + 8 + rowHeights.reduce((sum, height) => sum + height, 0);
  const figure = addElement(pdf, sheet.root, 'Figure', { alt: sheet.fonts.clean(alternative), bbox: [content.left, top, content.left + content.width, bottom] });
  drawIn(pdf, figure, () => {
    pdf.save().rect(content.left, top, content.width, barHeight).fill(colours.barRest).restore();
    let x: number = content.left;
    for (const [index, { percentage }] of parts.entries()) {
      const width = (content.width * percentage) / 100;
      pdf.save().rect(x, top, Math.max(0, width - (index < parts.length - 1 ? 1.2 : 0)), barHeight).fill(colourOf(index)).restore();
      x += width;
    }
    let y = top + barHeight + 8;
    for (const [rowIndex, row] of rows.entries()) {
      for (const [column, { lines }] of row.entries()) {
        const left = content.left + column * (content.width / 2);
        pdf.save().rect(left, y + 2.5, 8, 8).fill(colourOf(rowIndex * 2 + column)).restore();
        for (const [index, text] of lines.entries()) sheet.line(`${text} `, left + legendIndent, y + index * styles.quiet.leading, styles.quiet);
      }
      y += rowHeights[rowIndex] ?? 0;
    }
  });
  sheet.moveTo(bottom);
}

const colourOf = (index: number): string => colours.bar[index % colours.bar.length] ?? colours.accent;
