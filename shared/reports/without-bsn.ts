import { isBsn } from '../domain/bsn.ts';
import { isOtherNumber } from '../domain/guard/other-numbers.ts';
import { say } from './in-dutch.ts';
import type { ReportBlock, ReportDocument } from './report-document.ts';

/** Nine digits in one piece, whatever stands beside them. */
const together = /(?<!\d)\d{9}(?!\d)/g;
/** In the groups of a BSN (123 456 782, 1234.56.782), also where another number follows. Who begins with 0 may be a phone number. */
const grouped = /(?<![\d+])[1-9](?:\d{2}([ .-])\d{3}\1\d{3}|\d{3}([ .-])\d{2}\2\d{3}|\d([ .-])\d{3}\3\d{4})(?!\d)/g;
/** Nine digits in any other groups; never a part of a longer number. */
const apart = /(?<![\d+])\d(?:[ .-]?\d){8}(?![ .-]?\d)/g;

/** The id of a record and the short form of a hash: ours, and by chance they hold nine digits in a row. */
const ours = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?:[0-9a-f]{4} ){7}[0-9a-f]{4})/;

/**
 * A BSN that somebody typed into free text is not handed out in a report. Stricter than the warning beside a field, which
 * asks: here a number too many is left out rather than one too few.
 * @returns the text with those numbers left out
 */
export function withoutBsn(text: string): string {
  // Every other piece is what `ours` found.
  return text
    .split(ours)
    .map((piece, index) => (index % 2 === 1 ? piece : [together, grouped, apart].reduce(leftOut, piece)))
    .join('');
}

/** @param form how the nine digits may be written; global */
function leftOut(text: string, form: RegExp): string {
  return text.replace(form, (found, ...rest: readonly unknown[]) => {
    const start = rest.find((each) => typeof each === 'number') ?? 0;
    return isBsn(found.replace(/\D/g, '')) && !isOtherNumber(text, start, start + found.length) ? say('numberLeftOut') : found;
  });
}

/**
 * The last step of every report but the one request that needs it: whatever people typed, no BSN leaves in a report.
 * @source DOMAIN "What must not be"
 */
export function documentWithoutBsn(document: ReportDocument): ReportDocument {
  return { ...document, lead: withoutBsn(document.lead), blocks: document.blocks.map(blockWithoutBsn) };
}

function blockWithoutBsn(block: ReportBlock): ReportBlock {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, text: withoutBsn(block.text) };
    case 'notice':
      return { ...block, title: withoutBsn(block.title), text: withoutBsn(block.text) };
    case 'facts':
      return { ...block, items: block.items.map((item) => ({ ...item, value: withoutBsn(item.value) })) };
    case 'list':
      return { ...block, items: block.items.map(({ text, note }) => ({ text: withoutBsn(text), note: note === undefined ? undefined : withoutBsn(note) })) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(withoutBsn) })) };
    case 'figure':
      return {
        ...block,
        label: withoutBsn(block.label),
        bar: block.bar === null ? null : { alternative: withoutBsn(block.bar.alternative), parts: block.bar.parts.map((part) => ({ ...part, label: withoutBsn(part.label) })) },
      };
    case 'signatures':
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, name: withoutBsn(item.name), statement: withoutBsn(item.statement), alternative: withoutBsn(item.alternative) })),
      };
  }
}
