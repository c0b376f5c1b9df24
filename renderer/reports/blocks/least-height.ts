import type { ReportBlock } from '#shared/reports/report-document.ts';

/** How much of a block must at least stand together on one page [pt]. */
const alone: Readonly<Record<ReportBlock['kind'], number>> = { heading: 46, paragraph: 36, notice: 70, facts: 50, list: 45, table: 120, figure: 140, signatures: 150 };

/** A list of so few facts is not divided. */
const smallList = 5;

/** A heading belongs to what comes below it, and so does the sentence that announces a table. */
function leads(block: ReportBlock | undefined, next: ReportBlock | undefined): boolean {
  if (block?.kind === 'heading') return true;
  return block?.kind === 'paragraph' && (next?.kind === 'table' || next?.kind === 'signatures' || next?.kind === 'facts');
}

/** What must fit on this page before a block may begin on it; nothing when the block before it already asked for both. */
export function leastHeight(blocks: readonly ReportBlock[], index: number): number {
  return leads(blocks[index - 1], blocks[index]) ? 0 : togetherFrom(blocks, index);
}

function togetherFrom(blocks: readonly ReportBlock[], index: number): number {
  const [block, next] = [blocks[index], blocks[index + 1]];
  if (block === undefined) return 0;
  const rest = block.kind === 'facts' && block.items.length <= smallList ? (block.items.length - 1) * 30 : 0;
  return alone[block.kind] + rest + (leads(block, next) ? togetherFrom(blocks, index + 1) : 0);
}
