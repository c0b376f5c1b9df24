import { describe, expect, it } from 'vitest';
import { bsnMark, findPairs, possiblySame, type ComparedFile, type ComparedGroups } from '#shared/domain/candidate/duplicates.ts';
import { similarNames } from '#shared/domain/candidate/similar-names.ts';
import { isBsn } from '#shared/domain/bsn.ts';
import type { DossierId } from '#shared/domain/ids.ts';
import { addDays, day } from '#shared/lib/calendar.ts';
import { possiblePairs } from '../../support/possible-pairs.ts';

const name = (givenName: string, familyName: string) => ({ givenName, familyName });
const file = (id: string, given: string, family: string, birthDate: string | null = '1994-03-02', mark: number | null = null): ComparedFile => ({ dossierId: `dossier-${id}` as DossierId, ...name(given, family), birthDate, mark });
const pairs = (files: readonly ComparedFile[], decided: Parameters<typeof possiblePairs>[1] = []) => possiblePairs(files, decided).map(({ one, other, because }) => `${one.slice(8)} ${other.slice(8)} ${because}`);

describe('one name, written down twice', () => {
  it.each([
    ['Fatima', 'Amrani', 'Fatma', 'Amrani'],
    ['Fatima', 'El Amrani', 'Fatima el', 'Amrani'],
    ['Noor', 'Linden', 'Noor', 'van der Linden'],
    ['José', 'Peeters', 'Jose', 'Peters'],
    ['Marijke', 'Verheijen', 'Maryke', 'Verheyen'],
    ['Anna', 'Jansen-de Boer', 'Anna', 'Boer'],
    ['Jansen', 'Anna', 'Anna', 'Jansen'],
    ['A.', 'Jansen', 'Anna', 'Jansen'],
    ['Mehmet', 'Yılmaz', 'Mehmet', 'Yilmaz'],
    ['Petra', 'Thijssen', 'Perta', 'Thijsen'],
  ])('%s %s is like %s %s', (given, family, otherGiven, otherFamily) => {
    expect(similarNames(name(given, family), name(otherGiven, otherFamily))).toBe(true);
    expect(similarNames(name(otherGiven, otherFamily), name(given, family))).toBe(true);
  });

  it.each([
    ['Anna', 'Jansen', 'Piet', 'Jansen'],
    ['Anna', 'Jansen', 'Anna', 'Verhoeven'],
    ['Jan', 'Bos', 'Jan', 'Vos'],
    ['Ali', 'Demir', 'Ayşe', 'Demir'],
    ['Sem', 'de Wit', 'Tom', 'de Groot'],
  ])('%s %s is not like %s %s', (given, family, otherGiven, otherFamily) => {
    expect(similarNames(name(given, family), name(otherGiven, otherFamily))).toBe(false);
  });
});

describe('files that may be of one person', () => {
  it('share a birth date and almost a name, or a BSN', () => {
    const files = [file('a', 'Fatima', 'Amrani'), file('b', 'Fatma', 'Amrani'), file('c', 'Fatima', 'Amrani', '1994-03-03'), file('d', 'Ali', 'Demir', '1980-01-01', 7), file('e', 'A.', 'Anders', '1981-01-01', 7)];
    expect(pairs(files)).toEqual(['a b name-and-birth-date', 'd e bsn']);
  });

  it('are not asked about again when somebody decided, in whatever way and direction', () => {
    const files = [file('a', 'Fatima', 'Amrani'), file('b', 'Fatma', 'Amrani')];
    const line = { kept: 'dossier-b' as DossierId, joined: 'dossier-a' as DossierId };
    expect(pairs(files, [{ ...line, decision: 'joined' }])).toEqual([]);
    expect(pairs(files, [{ ...line, decision: 'separate' }])).toEqual([]);
  });

  it('whoever is being typed in is compared as far as is typed', () => {
    const files = [file('a', 'Fatima', 'Amrani'), file('b', 'Ali', 'Demir', '1980-01-01', 7)];
    const same = (given: string, family: string, birthDate: string | null, mark: number | null) => possiblySame({ ...name(given, family), birthDate, mark }, files).map(({ file: { dossierId }, because }) => `${dossierId.slice(8)} ${because}`);
    expect(same('', '', '1994-03-02', null)).toEqual([]);
    expect(same('F', 'Amrani', '1994-03-02', null)).toEqual(['a name-and-birth-date']);
    expect(same('', '', null, 7)).toEqual(['b bsn']);
    expect(same('Fatima', 'Amrani', null, null)).toEqual([]);
  });

  it('[JOIN4] the mark of a BSN is shared by some ninety people: it tells that a file is worth a look, not who it is', () => {
    const mark = bsnMark('123456782');
    let sharing = 0;
    for (let number = mark; number < 1_000_000_000; number += 1_048_573) if (isBsn(String(number).padStart(9, '0'))) sharing += 1;
    expect(sharing).toBeGreaterThan(80);
    expect(bsnMark('111222333')).not.toBe(mark);
  });

  it('fifteen thousand files of people born on seventeen thousand days give few pairs to look at', () => {
    const letters = (number: number) => Array.from({ length: 7 }, (_, place) => String.fromCharCode(97 + (Math.floor(number / 23 ** place) * 7 + place * 11) % 26)).join('');
    const born = (index: number) => addDays(day('1961-01-01'), (index * 7_919) % 17_000);
    const many = Array.from({ length: 15_000 }, (_, index) => file(String(index), letters(index * 104_729), letters(index * 15_485_863), born(index), (index * 61) % 1_048_573));
    expect(possiblePairs(many, []).length).toBeLessThan(50);
  });

  it('are found again after a change as if all were compared, at the cost of what changed', () => {
    let state = 7;
    const random = () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
    const one = (id: number) => file(String(id), ['Fatima', 'Fatma', 'Ali', 'Noor'][Math.floor(random() * 4)] ?? '', ['Amrani', 'Demir', 'Linden'][Math.floor(random() * 3)] ?? '', addDays(day('1980-01-01'), Math.floor(random() * 300)), Math.floor(random() * 400));
    const run = (files: readonly ComparedFile[], before: ComparedGroups) => {
      const steps = findPairs(files, [], before);
      for (let count = 1, step = steps.next(); ; count += 1, step = steps.next()) if (step.done === true) return { ...step.value, count };
    };
    let files = Array.from({ length: 1_200 }, (_, id) => one(id));
    let last = run(files, new Map());
    const first = last.count;
    for (let turn = 0; turn < 30; turn += 1) {
      const at = Math.floor(random() * files.length);
      const what = turn % 3;
      files = what === 0 ? [...files.slice(0, at), one(at), ...files.slice(at + 1)] : what === 1 ? files.filter((_, index) => index !== at) : [...files, one(5_000 + turn)];
      last = run(files, last.groups);
      expect(last.pairs).toEqual(possiblePairs(files, []));
      expect(last.count).toBeLessThan(first / 4);
    }
  });
});
