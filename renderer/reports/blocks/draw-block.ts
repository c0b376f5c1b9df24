import type { ReportBlock } from '#shared/reports/report-document.ts';
import { addText, type Sheet } from '../sheet.ts';
import { paragraphsOf } from '../lines.ts';
import { styles } from '../look.ts';
import { drawFacts } from './facts.ts';
import { drawFigure } from './figure.ts';
import { drawHeading } from './heading.ts';
import { drawList } from './list.ts';
import { drawNotice } from './notice.ts';
import { drawSignatures } from './signatures.ts';
import { drawTable } from './table.ts';

/** Puts one block on the paper, with the white space that comes before it. */
export function drawBlock(sheet: Sheet, block: ReportBlock): void {
  switch (block.kind) {
    case 'heading':
      return drawHeading(sheet, block);
    case 'paragraph':
      for (const text of paragraphsOf(block.text)) {
        sheet.space(block.look === 'quiet' ? 5 : 6);
        addText(sheet, sheet.root, 'P', text, block.look === undefined ? styles.body : styles[block.look]);
      }
      return;
    case 'notice':
      return drawNotice(sheet, block);
    case 'facts':
      return drawFacts(sheet, block);
    case 'list':
      return drawList(sheet, block);
    case 'table':
      return drawTable(sheet, block);
    case 'figure':
      return drawFigure(sheet, block);
    case 'signatures':
      return drawSignatures(sheet, block);
  }
}
