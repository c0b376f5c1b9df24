import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hasSentence, sentenceOf } from '#shared/domain/sentences.ts';
import en from '#shared/domain/sentences/en.json' with { type: 'json' };
import nl from '#shared/domain/sentences/nl.json' with { type: 'json' };

const shared = fileURLToPath(new URL('../../shared', import.meta.url));

/** Codes of things that people can do wrong; parameter tables are judged for administrators, lines are no faults. */
const families = /^(bsn|kvk|id|kind|group|value|record|municipality|day|time|minutes|hours|days|choice|text|list|percentage|period|candidate|placement|visit|attachment|intake|plan|loonwaarde|lks|signature|parameters)\.[a-zA-Z]+$/;

function codesIn(folder: string): readonly string[] {
  const files = readdirSync(join(shared, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const codes = new Set<string>();
  for (const file of files) {
    // What stands before a colon is a key of a catalogue: the words of a form.
    for (const [, code = ''] of readFileSync(join(shared, folder, file), 'utf8').matchAll(/'([a-z]+\.[a-zA-Z]+)'(?!:)/gi)) if (families.test(code)) codes.add(code);
  }
  return [...codes].sort();
}

describe('sentences', () => {
  it.each(['domain', 'forms', 'sync'])('has one in both languages for every code in shared/%s', (folder) => {
    const codes = codesIn(folder);
    if (folder === 'domain') expect(codes.length).toBeGreaterThan(40);
    expect(codes.filter((code) => !hasSentence(code))).toEqual([]);
  });

  it('has the same codes and the same gaps to fill in in both languages', () => {
    expect(Object.keys(en)).toEqual(Object.keys(nl));
    const gaps = (sentence: string) => [...sentence.matchAll(/\{\{\w+\}\}/g)].map(String).sort();
    for (const [code, sentence] of Object.entries(nl)) expect([code, gaps(en[code as keyof typeof en])]).toEqual([code, gaps(sentence)]);
  });

  it('writes numbers and days as the reader does', () => {
    expect(sentenceOf('loonwaarde.sharesNotHundred', { sum: '95.5' })).toBe('De aandelen zijn samen 95,5 %. Dat moet precies 100 % zijn.');
    expect(sentenceOf('loonwaarde.sharesNotHundred', { sum: '95.5' }, 'en')).toBe('The shares add up to 95.5 %. They must be exactly 100 %.');
    expect(sentenceOf('lks.beforeContract', { contractStart: '2026-03-01' })).toContain('01-03-2026');
  });

  it('gives the general sentence for a code of a newer release', () => {
    expect(sentenceOf('something.new')).toBe('Deze waarde kan hier niet.');
  });
});
