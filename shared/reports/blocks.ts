import type { Fact, FactsBlock, HeadingBlock, ListBlock, NoticeBlock, ParagraphBlock } from './report-document.ts';

/* Short ways to write a report down: the definitions should read like the report itself. */

export const part = (text: string): HeadingBlock => ({ kind: 'heading', level: 2, text });
export const section = (text: string): HeadingBlock => ({ kind: 'heading', level: 3, text });
export const paragraph = (text: string, look?: ParagraphBlock['look']): ParagraphBlock => (look === undefined ? { kind: 'paragraph', text } : { kind: 'paragraph', text, look });
export const notice = (title: string, text: string): NoticeBlock => ({ kind: 'notice', title, text });

/** Only what is known: a label without a value says nothing. */
export function facts(...items: readonly (readonly [label: string, value: string | null | undefined])[]): FactsBlock {
  return { kind: 'facts', items: items.flatMap(([label, value]): readonly Fact[] => (value === null || value === undefined || value.trim() === '' ? [] : [{ label, value }])) };
}

export function bullets(items: readonly (string | { readonly text: string; readonly note?: string | undefined })[]): ListBlock {
  return { kind: 'list', ordered: false, items: items.map((item) => (typeof item === 'string' ? { text: item } : item)) };
}

/** "a, b" without the parts that are empty. */
export const joined = (...parts: readonly string[]): string => parts.filter((text) => text.trim() !== '').join(', ');
