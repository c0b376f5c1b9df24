import { describe, expect, it } from 'vitest';
import { publishableOf, textToChange } from '#renderer/features/region-document/publishable.ts';
import { jsonOf, textsIn } from '#renderer/features/region-document/words-of-list.ts';
import { bundledGuardWords } from '#shared/domain/guard/bundled-guard-words.ts';
import { sensitiveFinder } from '#shared/domain/guard/find-sensitive.ts';
import { guardWordsSchema } from '#shared/domain/guard/guard-words.ts';

const publishable = publishableOf('guard-words', []);
if (publishable === null) throw new Error('no list of words');
const start = textsIn(textToChange(publishable));
if (start === null) throw new Error('no words in it');
const named = { id: 'guard-words', version: 1_001 } as const;

describe('the words of the guard, a word a line', () => {
  it('are the same list again: nothing is lost, doubled or moved to another kind', () => {
    const list = guardWordsSchema.parse(JSON.parse(jsonOf(named, start)));
    const sorted = (terms: typeof list.terms) => terms.map(({ term, kind, onlyAboutAPerson = false }) => `${term} ${kind} ${onlyAboutAPerson}`).sort();
    expect(sorted(list.terms)).toEqual(sorted([...new Map(bundledGuardWords.terms.map((term) => [JSON.stringify(term), term])).values()]));
    expect(list.aboutAPerson).toEqual(bundledGuardWords.aboutAPerson);
    expect(list.allowed).toEqual(bundledGuardWords.allowed);
    expect(publishable.check(list).ok).toBe(true);
  });

  it('take what is typed, without empty lines and what stands there twice', () => {
    const json = jsonOf(named, { ...start, 'diagnosis.always': `${start['diagnosis.always']}\nkwaakziekte \n\nkwaakziekte\n` });
    const list = guardWordsSchema.parse(JSON.parse(json));
    expect(list.terms.filter(({ term }) => term === 'kwaakziekte')).toEqual([{ term: 'kwaakziekte', kind: 'diagnosis' }]);
    expect(sensitiveFinder(list)('Heeft kwaakziekte.').map(({ kind }) => kind)).toEqual(['diagnosis']);
    expect(sensitiveFinder(bundledGuardWords)('Heeft kwaakziekte.')).toEqual([]);
  });

  it('are named themselves when they cannot be searched for', () => {
    const wrong = JSON.parse(jsonOf(named, { ...start, 'medication.always': 'x*', allowed: 'a'.repeat(61) })) as unknown;
    expect(publishable.check(wrong)).toMatchObject({ ok: false, problem: [{ code: 'word', detail: 'x*', where: '' }, { code: 'word', detail: 'a'.repeat(61) }] });
  });

  it('are not shown of a text that is no list of words', () => {
    expect(textsIn('{')).toBeNull();
    expect(textsIn('{"terms":[]}')).toBeNull();
  });
});
