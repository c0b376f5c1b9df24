import type { Fact, FactsBlock } from '#shared/reports/report-document.ts';
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
  for (const fact of items) drawFact(sheet, list, fact);
}

/** [pt] */
export function factsHeight(sheet: Sheet, { items }: FactsBlock): number {
  return items.reduce((sum, fact) => sum + linesOf(sheet, fact).height, 6);
}

function linesOf(sheet: Sheet, { label, value }: Fact): { readonly labelLines: readonly string[]; readonly valueLines: readonly string[]; readonly height: number } {
  const labelLines = sheet.lines(sheet.fonts.clean(label), labelWidth, styles.label);
  const valueLines = sheet.lines(sheet.fonts.clean(value), valueWidth, styles.body);
  return { labelLines, valueLines, height: Math.max(labelLines.length * styles.label.leading, valueLines.length * styles.body.leading) + 2 * padding };
}

function drawFact(sheet: Sheet, list: PdfElement, fact: Fact): void {
  const { labelLines, valueLines, height } = linesOf(sheet, fact);
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
