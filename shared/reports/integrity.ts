import { hashInGroups } from '../domain/signature/check-signature.ts';
import { facts, paragraph, part } from './blocks.ts';
import { knows, say } from './in-dutch.ts';
import type { ReportBlock } from './report-document.ts';
import type { ReportFrame } from './report-frame.ts';

interface FormReference {
  readonly id: string;
  readonly version: number;
}

/**
 * What proves that a printed report is the recorded one: its form and the hash of its content, in the short form that the
 * screen shows. The record's id stands at the foot of each page.
 */
export function integrityLine({ contentHash }: ReportFrame, form: FormReference): readonly ReportBlock[] {
  return contentHash === null ? [] : [paragraph(say('integrity.line', { form: nameOf(form), version: form.version, hash: hashInGroups(contentHash) }), 'quiet')];
}

/** The same as a part of its own. @param more what else is to know of how this report came about */
export function integrityPart({ recordId, contentHash }: ReportFrame, form: FormReference, more: readonly (readonly [string, string])[]): readonly ReportBlock[] {
  return [
    part(say('integrity.title')),
    facts(
      ...more,
      [say('integrity.record'), recordId],
      [say('integrity.form'), say('integrity.formVersion', { form: nameOf(form), version: form.version })],
      [say('integrity.hash'), contentHash === null ? '' : hashInGroups(contentHash)],
    ),
    ...(contentHash === null ? [] : [paragraph(say('integrity.text'), 'quiet')]),
  ];
}

/** A region may publish a form of its own: that one is named as it calls itself. */
function nameOf({ id }: FormReference): string {
  return knows(`integrity.formName.${id}`) ? say(`integrity.formName.${id}`) : id;
}
