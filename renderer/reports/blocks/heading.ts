import type { HeadingBlock } from '#shared/reports/report-document.ts';
import { content, page, styles } from '../look.ts';
import { addText, type Sheet } from '../sheet.ts';

/** The engine's bookmarks can point at a place on a page; its types do not know it. */
interface Bookmarks {
  addItem(title: string, options: { readonly fit: false; readonly top: number; readonly left: number }): Bookmarks;
}
const lastPart = new WeakMap<Sheet, Bookmarks>();

export function drawHeading(sheet: Sheet, { level, text }: HeadingBlock): void {
  const style = level === 2 ? styles.part : styles.section;
  sheet.space(spaceAbove(level));
  const clean = sheet.fonts.clean(text);
  const above = (level === 3 ? lastPart.get(sheet) : undefined) ?? (sheet.pdf.outline as unknown as Bookmarks);
  // The engine counts `left` from the right-hand side.
  const bookmark = above.addItem(clean, { fit: false, top: Math.max(0, sheet.y() - 12), left: page.width });
  if (level === 2) lastPart.set(sheet, bookmark);
  addText(sheet, sheet.root, level === 2 ? 'H2' : 'H3', clean, style);
  sheet.moveTo(sheet.y() + spaceBelow(level));
}

/** With the white space that comes before it [pt]. */
export function headingHeight(sheet: Sheet, { level, text }: HeadingBlock): number {
  const style = level === 2 ? styles.part : styles.section;
  return spaceAbove(level) + sheet.lines(sheet.fonts.clean(text), content.width, style).length * style.leading + spaceBelow(level);
}

const spaceAbove = (level: HeadingBlock['level']): number => (level === 2 ? 26 : 15);
const spaceBelow = (level: HeadingBlock['level']): number => (level === 2 ? 3 : 1);
