import type { Draft } from '#renderer/data/views.ts';
import { draftOfSection } from './file/section-of-form.ts';

/** Sections that hold what is theirs, and nothing that a colleague would need: no BSN, no address of a file that was withdrawn. */
const personal: ReadonlySet<string> = new Set(['persoon', 'bsn', 'contact']);

/** The sentences that somebody wrote, in their order: without days, codes, numbers and names of choices. */
export function wordsOfDraft({ form, values }: Pick<Draft, 'form' | 'values'>): string {
  if (form === 'newCandidate' || (form === 'candidateFile' && personal.has(sectionOfDraft(values)))) return '';
  return sentencesIn(values).join('\n');
}

function sentencesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return /\p{L}\S*\s+\S/u.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentencesIn) : [];
}

/** Of a change of the file: which part of it. */
export const sectionOfDraft = (values: Draft['values']): string => (typeof values[draftOfSection] === 'string' ? values[draftOfSection] : '');
