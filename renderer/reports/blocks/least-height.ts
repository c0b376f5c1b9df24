import type { ReportBlock } from '#shared/reports/report-document.ts';

/** How much of a block must at least stand together on one page [pt]. */
const alone: Readonly<Record<ReportBlock['kind'], number>> = { heading: 46, paragraph: 36, notice: 70, facts: 50, list: 45, table: 120, figure: 140, signatures: 150 };

/** A list of so few facts is not divided. */
const smallList = 5;

/**
 * What must fit on this page before a block may begin on it. A heading alone at the foot belongs to nothing, and neither
 * does the sentence that announces a table.
 */
export function leastHeight(blocks: readonly ReportBlock[], index: number): number {
  const [block, next] = [blocks[index], blocks[index + 1]];
  if (block === undefined) return 0;
  const leads = block.kind === 'heading' || (block.kind === 'paragraph' && (next?.kind === 'table' || next?.kind === 'signatures' || next?.kind === 'facts'));
  return alone[block.kind] + (block.kind === 'facts' && block.items.length <= smallList ? (block.items.length - 1) * 30 : 0) + (leads ? leastHeight(blocks, index + 1) : 0);
}
