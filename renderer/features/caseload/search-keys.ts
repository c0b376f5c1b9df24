import type { CaseloadRow } from '#renderer/data/views.ts';
import { municipalityName } from '#shared/domain/municipalities.ts';

/** What a line is found and ordered by, made once per line: 15,000 collations per keystroke would be felt. */
export interface SearchKeys {
  readonly name: string;
  readonly municipality: string;
  readonly employer: string;
  /** All of it, for searching. */
  readonly all: string;
}

const madeKeys = new WeakMap<CaseloadRow, SearchKeys>();

/** Letters that Unicode does not see as a letter with a mark, and a Dutch keyboard does not have. */
const plainLetters: Readonly<Record<string, string>> = { ı: 'i', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ß: 'ss', '’': "'" };

/** Without case and diacritics: "Ünal" is found by "unal", "Aydın" by "aydin", and each stands where one looks for it. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll(/[ıøłđðþæœß’]/g, (letter) => plainLetters[letter] ?? letter);
}

export function searchKeysOf(row: CaseloadRow): SearchKeys {
  const made = madeKeys.get(row);
  if (made !== undefined) return made;
  const name = fold(row.name);
  const municipality = row.municipality === null ? '' : fold(municipalityName(row.municipality));
  const employer = row.employerName === null ? '' : fold(row.employerName);
  const keys = { name, municipality, employer, all: `${name}\n${municipality}\n${employer}` };
  madeKeys.set(row, keys);
  return keys;
}

/** Every word must occur somewhere: "fati nijm" finds Fatima in Nijmegen. */
export function searchWords(text: string): readonly string[] {
  return fold(text).split(/[\s,]+/).filter((word) => word !== '');
}

export function hasWords(row: CaseloadRow, words: readonly string[]): boolean {
  const { all } = searchKeysOf(row);
  return words.every((word) => all.includes(word));
}
