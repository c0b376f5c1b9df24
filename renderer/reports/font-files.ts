import type { Weight } from './look.ts';

/*
 * The font comes in pieces of the alphabet, and only the pieces that a report needs are read. Their addresses are given by
 * the bundler: they lie in the app itself.
 */
export type FontPiece = 'latin' | 'latin-ext' | 'vietnamese' | 'greek' | 'cyrillic' | 'cyrillic-ext';

/** In the order in which they are asked for a letter. */
export const fontPieces: readonly FontPiece[] = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext'];
export const weights: readonly Weight[] = ['regular', 'strong'];

export type FontFile = { readonly piece: FontPiece; readonly weight: Weight; readonly bytes: Uint8Array };

const lettersOf: Readonly<Record<FontPiece, RegExp>> = {
  latin: /[\s\S]?/,
  'latin-ext': /[\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u1d00-\u1e9f\u1ef2-\u1eff\u2020\u20a0-\u20ab\u20ad-\u20c0\u2113]/,
  vietnamese: /[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u20ab]/,
  greek: /[\u0370-\u03ff]/,
  cyrillic: /[\u0400-\u045f\u0490\u0491\u04b0\u04b1\u2116]/,
  'cyrillic-ext': /[\u0460-\u048f\u0492-\u04af\u04b2-\u052f]/,
};

/** @returns the pieces that this text needs; for most reports only the first */
export function piecesFor(text: string): readonly FontPiece[] {
  return fontPieces.filter((piece) => lettersOf[piece].test(text));
}
