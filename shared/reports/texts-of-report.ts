import type { ReportBlock, ReportDocument } from './report-document.ts';

/** Everything in a report that a person may have typed: for a look at what is handed out. */
export function textsOfReport({ lead, blocks }: ReportDocument): readonly string[] {
  return [lead, ...blocks.flatMap(textsOfBlock)];
}

function textsOfBlock(block: ReportBlock): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'facts':
      return block.items.map(({ value }) => value);
    case 'list':
      return block.items.map(({ text }) => text);
    case 'table':
      return block.rows.flatMap(({ cells }) => cells);
    // Our own words.
    case 'notice':
    case 'figure':
      return [];
    case 'signatures':
      return block.items.map(({ statement }) => statement);
  }
}
