import type { ParagraphBlock, ReportBlock } from '#shared/reports/report-document.ts';
import { paragraphsOf } from '../lines.ts';
import { content, styles } from '../look.ts';
import type { Sheet } from '../sheet.ts';
import { factsHeight } from './facts.ts';
import { headingHeight } from './heading.ts';
import { signaturesHeight } from './signatures.ts';
import { tableStart } from './table.ts';

/** How much of a block must at least stand together on one page [pt]. */
const alone: Readonly<Record<Exclude<ReportBlock['kind'], 'table' | 'signatures'>, number>> = { heading: 46, paragraph: 36, notice: 70, facts: 50, list: 45, figure: 140 };

/** A list of so few facts is not divided. */
const smallList = 5;

/** A part that is not divided takes at most so much of a page [pt]: more would leave too much of the page before it white. */
const largestWhole = (content.bottom - content.top) * 0.65;

/** A heading belongs to what comes below it, and so does the sentence that announces a table. */
function leads(block: ReportBlock | undefined, next: ReportBlock | undefined): boolean {
  if (block?.kind === 'heading') return true;
  return block?.kind === 'paragraph' && (next?.kind === 'table' || next?.kind === 'signatures' || next?.kind === 'facts');
}

/** What must fit on this page before a block may begin on it; nothing when the block before it already asked for both. */
export function leastHeight(sheet: Sheet, blocks: readonly ReportBlock[], index: number): number {
  if (leads(blocks[index - 1], blocks[index])) return 0;
  return Math.max(togetherFrom(sheet, blocks, index), wholeFrom(sheet, blocks, index));
}

function togetherFrom(sheet: Sheet, blocks: readonly ReportBlock[], index: number): number {
  const [block, next] = [blocks[index], blocks[index + 1]];
  if (block === undefined) return 0;
  return aloneHeight(sheet, block) + (leads(block, next) ? togetherFrom(sheet, blocks, index + 1) : 0);
}

function aloneHeight(sheet: Sheet, block: ReportBlock): number {
  if (block.kind === 'table') return tableStart(sheet, block);
  // People sign beside one another, not on two pages.
  if (block.kind === 'signatures') return signaturesHeight(sheet, block);
  return alone[block.kind] + (block.kind === 'facts' && block.items.length <= smallList ? (block.items.length - 1) * 30 : 0);
}

/** The last part of a report, when it is small: two lines on a last page look like a page too many. @returns 0 for all else [pt] */
function wholeFrom(sheet: Sheet, blocks: readonly ReportBlock[], index: number): number {
  const block = blocks[index];
  const rest = blocks.slice(index);
  if (block?.kind !== 'heading' || block.level !== 2 || rest.slice(1).some((each) => each.kind === 'heading' && each.level === 2)) return 0;
  const heights = rest.map((each) => wholeHeight(sheet, each));
  const whole = heights.reduce<number>((sum, height) => sum + (height ?? Infinity), 0);
  return whole <= largestWhole ? whole : 0;
}

/** @returns null where it is not known before it is drawn */
function wholeHeight(sheet: Sheet, block: ReportBlock): number | null {
  switch (block.kind) {
    case 'heading':
      return headingHeight(sheet, block);
    case 'paragraph':
      return paragraphHeight(sheet, block);
    case 'facts':
      return factsHeight(sheet, block);
    case 'signatures':
      return signaturesHeight(sheet, block);
    default:
      return null;
  }
}

function paragraphHeight(sheet: Sheet, { text, look }: ParagraphBlock): number {
  const style = look === undefined ? styles.body : styles[look];
  return paragraphsOf(text).reduce((sum, each) => sum + 6 + sheet.lines(sheet.fonts.clean(each), content.width, style).length * style.leading, 0);
}
