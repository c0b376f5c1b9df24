import type { NoticeBlock } from '#shared/reports/report-document.ts';
import { colours, content, styles } from '../look.ts';
import { addElement } from '../pdf-document.ts';
import { addText, type Sheet } from '../sheet.ts';

const padding = 11;
const edge = 3;

/** A few lines on a tinted ground, never over two pages. */
export function drawNotice(sheet: Sheet, { title, text }: NoticeBlock): void {
  const x = content.left + edge + padding;
  const width = content.width - edge - 2 * padding;
  const titleLines = sheet.lines(sheet.fonts.clean(title), width, styles.strong);
  const textLines = sheet.lines(sheet.fonts.clean(text), width, styles.body);
  const height = titleLines.length * styles.strong.leading + textLines.length * styles.body.leading + 2 * padding;
  sheet.space(16);
  sheet.need(height);
  const top = sheet.y();
  sheet.fill(content.left, top, content.width, height, colours.tint);
  sheet.fill(content.left, top, edge, height, colours.accent);
  sheet.moveTo(top + padding);
  const box = addElement(sheet.pdf, sheet.root, 'Div');
  addText(sheet, box, 'P', title, styles.strong, x, width);
  addText(sheet, box, 'P', text, styles.body, x, width);
  sheet.moveTo(top + height);
}
