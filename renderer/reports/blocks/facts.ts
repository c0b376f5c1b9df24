import type { FactsBlock } from '#shared/reports/report-document.ts';
import { content, styles } from '../look.ts';
import { addElement, type PdfElement } from '../pdf-document.ts';
import type { Sheet } from '../sheet.ts';

const labelWidth = 158;
const valueLeft = content.left + labelWidth + 14;
const valueWidth = content.width - labelWidth - 14;
const padding = 4;
/** A value longer than this may be continued on the next page [pt]. */
const breakable = 110;

/** Names at the left, what belongs to them at the right: a list of terms for who has it read aloud. */
export function drawFacts(sheet: Sheet, { items }: FactsBlock): void {
  if (items.length === 0) return;
  sheet.space(6);
  const list = addElement(sheet.pdf, sheet.root, 'L');
  for (const { label, value } of items) drawFact(sheet, list, label, value);
}

function drawFact(sheet: Sheet, list: PdfElement, label: string, value: string): void {
  const labelLines = sheet.lines(sheet.fonts.clean(label), labelWidth, styles.label);
  const valueLines = sheet.lines(sheet.fonts.clean(value), valueWidth, styles.body);
  const height = Math.max(labelLines.length * styles.label.leading, valueLines.length * styles.body.leading) + 2 * padding;
  sheet.need(Math.min(height, breakable));
  const item = addElement(sheet.pdf, list, 'LI');
  const top = sheet.y() + padding;
  sheet.moveTo(top);
  sheet.flow(addElement(sheet.pdf, item, 'Lbl'), labelLines, content.left, styles.label);
  const afterLabel = sheet.y();
  const pages = sheet.pdf.bufferedPageRange().count;
  sheet.moveTo(top);
  sheet.flow(addElement(sheet.pdf, item, 'LBody'), valueLines, valueLeft, styles.body);
  // On the same page the taller of the two counts; after a page break the label stayed behind.
  if (sheet.pdf.bufferedPageRange().count === pages) sheet.moveTo(Math.max(afterLabel, sheet.y()));
  sheet.moveTo(sheet.y() + padding);
  sheet.rule(sheet.y());
}
