import type { ListBlock } from '#shared/reports/report-document.ts';
import { content, styles } from '../look.ts';
import { addElement } from '../pdf-document.ts';
import { addText, type Sheet } from '../sheet.ts';

const indent = 20;

export function drawList(sheet: Sheet, { ordered, items }: ListBlock): void {
  if (items.length === 0) return;
  sheet.space(4);
  const list = addElement(sheet.pdf, sheet.root, 'L');
  list.dictionary.data['A'] = { O: 'List', ListNumbering: ordered ? 'Decimal' : 'Disc' };
  for (const [index, { text, note }] of items.entries()) {
    sheet.need(2 * styles.body.leading + (note === undefined ? 0 : styles.quiet.leading));
    const item = addElement(sheet.pdf, list, 'LI');
    const top = sheet.y();
    addText(sheet, item, 'Lbl', ordered ? `${index + 1}.` : '•', ordered ? styles.label : styles.body);
    sheet.moveTo(top);
    const body = addElement(sheet.pdf, item, 'LBody');
    addText(sheet, body, 'P', text, styles.body, content.left + indent, content.width - indent);
    if (note !== undefined) addText(sheet, body, 'P', note, styles.quiet, content.left + indent, content.width - indent);
    sheet.moveTo(sheet.y() + 3);
  }
}
