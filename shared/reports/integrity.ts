import { hashInGroups } from '../domain/signature/check-signature.ts';
import { facts, paragraph, part } from './blocks.ts';
import { say } from './in-dutch.ts';
import type { ReportBlock } from './report-document.ts';
import type { ReportFrame } from './report-frame.ts';

/**
 * What proves that a printed report is the recorded one: its id, its form and the hash of its content.
 * @param more what else is to know of how this report came about
 */
export function integrityBlocks({ recordId, contentHash }: ReportFrame, form: { readonly id: string; readonly version: number } | null, ...more: readonly (readonly [string, string])[]): readonly ReportBlock[] {
  return [
    part(say('integrity.title')),
    facts(
      ...more,
      [say('integrity.record'), recordId],
      [say('integrity.form'), form === null ? '' : say('integrity.formVersion', { ...form })],
      [say('integrity.hash'), contentHash === null ? '' : hashInGroups(contentHash)],
    ),
    ...(contentHash === null ? [] : [paragraph(say('integrity.text'), 'quiet')]),
  ];
}
