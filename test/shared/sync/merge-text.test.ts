import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeText } from '#shared/sync/merge-text.ts';

const base = 'Dozen vouwen aan de lijn. Etiketten plakken. Op vrijdag de vloer vegen.';

const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== '');

/** A few words, and two people's changes of them: each replaces, removes or adds some. */
const texts = fc.array(fc.constantFrom('de', 'het', 'doos', 'band', 'plakt', 'vouwt', 'veegt', 'en', 'rustig.'), { minLength: 0, maxLength: 14 });
const edits = (who: string) => fc.array(fc.record({ at: fc.nat(14), what: fc.constantFrom('replace', 'remove', 'add'), word: fc.integer({ min: 0, max: 99 }).map((n) => `${who}${n}`) }), { maxLength: 3 });
const edited = (words: readonly string[], changes: readonly { readonly at: number; readonly what: string; readonly word: string }[]): string => {
  const result = [...words];
  for (const { at, what, word } of changes) result.splice(Math.min(at, result.length), what === 'add' ? 0 : 1, ...(what === 'remove' ? [] : [word]));
  return result.join(' ');
};
const cases = fc.record({ words: texts, anna: edits('anna'), bram: edits('bram') }).map(({ words, anna, bram }) => ({ base: words.join(' '), anna: edited(words, anna), bram: edited(words, bram) }));

describe('[CON2] long text of two people', () => {
  it('is put together when they worked in different places', () => {
    const one = base.replace('Etiketten', 'Gele etiketten');
    const other = `${base} Pauze om tien uur.`;
    expect(mergeText(base, one, other)).toBe('Dozen vouwen aan de lijn. Gele etiketten plakken. Op vrijdag de vloer vegen. Pauze om tien uur.');
  });

  it.each([
    ['the same word changed twice', base.replace('vrijdag', 'maandag'), base.replace('vrijdag', 'dinsdag')],
    ['words side by side changed', base.replace('Etiketten', 'Stickers'), base.replace('plakken', 'scheuren')],
    ['both added at the end', `${base} Eerst dit.`, `${base} Eerst dat.`],
    ['one removed what the other changed', base.replace(' Etiketten plakken.', ''), base.replace('plakken', 'netjes plakken')],
  ])('is left to a person: %s', (_, one, other) => {
    expect(mergeText(base, one, other)).toBeNull();
  });

  it('keeps spaces and line ends as they were typed', () => {
    const lines = 'Een\n\n  twee\tdrie \n vier \n';
    expect(mergeText(lines, lines.replace('Een', 'Eén'), lines.replace('vier', 'vijf'))).toBe('Eén\n\n  twee\tdrie \n vijf \n');
  });

  it('does not depend on who came first', () => {
    fc.assert(fc.property(cases, ({ base: from, anna, bram }) => mergeText(from, anna, bram) === mergeText(from, bram, anna)), { seed: 1, numRuns: 2_000 });
  });

  it('loses no word that either added, and keeps none that either took out', () => {
    let merges = 0;
    fc.assert(
      fc.property(cases, ({ base: from, anna, bram }) => {
        const merged = mergeText(from, anna, bram);
        if (merged === null) return;
        if (anna !== from && bram !== from && anna !== bram) merges += 1;
        const result = wordsOf(merged);
        for (const word of [...wordsOf(anna), ...wordsOf(bram)]) if (/anna|bram/.test(word)) expect(result).toContain(word);
        const count = (words: readonly string[], word: string) => words.filter((each) => each === word).length;
        for (const word of new Set(wordsOf(from))) {
          const [was, a, b] = [from, anna, bram].map((text) => count(wordsOf(text), word)) as [number, number, number];
          expect(count(result, word)).toBeLessThanOrEqual(was);
          // What one took out is out; what both took out may have been the same place.
          expect(count(result, word)).toBeGreaterThanOrEqual(a + b - was);
          expect(count(result, word)).toBeLessThanOrEqual(Math.min(a, b));
        }
      }),
      { seed: 2, numRuns: 4_000 },
    );
    expect(merges).toBeGreaterThan(200);
  });

  it('is the other’s text when one changed nothing, and the same text when both did the same', () => {
    fc.assert(fc.property(cases, ({ base: from, anna }) => mergeText(from, from, anna) === anna && mergeText(from, anna, from) === anna && mergeText(from, anna, anna) === anna), { seed: 3, numRuns: 1_000 });
  });
});
