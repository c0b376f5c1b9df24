import type { CaseloadRow } from '#renderer/data/views.ts';
import { municipalityName, type MunicipalityCode } from '#shared/domain/municipalities.ts';

/** What a line is found and ordered by, made once per line: 15,000 collations per keystroke would be felt. */
export interface SearchKeys {
  readonly name: string;
  readonly municipality: string;
  readonly employer: string;
  /** All of it, for searching. */
  readonly all: string;
}

const madeKeys = new WeakMap<CaseloadRow, SearchKeys>();
const foldedMunicipalities = new Map<MunicipalityCode, string>();

/** Letters that Unicode does not see as a letter with a mark, and a Dutch keyboard does not have. */
const plainLetters: Readonly<Record<string, string>> = { ı: 'i', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ß: 'ss', '’': "'" };
const onlyPlain = /^[\u0020-\u007e]*$/;

/** Without case and diacritics: "Ünal" is found by "unal", "Aydın" by "aydin", and each stands where one looks for it. */
export function fold(text: string): string {
  // Most names need no more; the long way costs ten times as much.
  if (onlyPlain.test(text)) return text.toLowerCase();
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
  const municipality = row.municipality === null ? '' : foldedMunicipality(row.municipality);
  const employer = row.employerName === null ? '' : fold(row.employerName);
  const keys = { name, municipality, employer, all: `${name}\n${municipality}\n${employer}` };
  madeKeys.set(row, keys);
  return keys;
}

function foldedMunicipality(code: MunicipalityCode): string {
  const known = foldedMunicipalities.get(code);
  if (known !== undefined) return known;
  const folded = fold(municipalityName(code));
  foldedMunicipalities.set(code, folded);
  return folded;
}

/** Every word must occur somewhere: "fati nijm" finds Fatima in Nijmegen. */
export function searchWords(text: string): readonly string[] {
  return fold(text).split(/[\s,]+/).filter((word) => word !== '');
}

export function hasWords(row: CaseloadRow, words: readonly string[]): boolean {
  const { all } = searchKeysOf(row);
  return words.every((word) => all.includes(word));
}
