import type { PdfDocument } from './pdf-document.ts';
import { fontPieces, type FontFile } from './font-files.ts';
import type { TextStyle, Weight } from './look.ts';
import { printable } from './printable.ts';

/** A stretch of text in one font. */
export interface Run {
  readonly font: string;
  readonly text: string;
}

export interface Fonts {
  /** Text that can be printed; what cannot is counted in `lost`. */
  readonly clean: (text: string) => string;
  readonly runsOf: (text: string, weight: Weight) => readonly Run[];
  /** [pt] */
  readonly widthOf: (text: string, style: TextStyle) => number;
  /** Whether a sign had to be left out so far. */
  readonly lost: () => boolean;
}

/** The parts of a font that the engine reads but its types do not know. */
interface OpenedFont {
  readonly font: { hasGlyphForCodePoint(codePoint: number): boolean };
}

/** Puts the pieces of the font in the document. @throws Error when a font cannot be read */
export function openFonts(pdf: PdfDocument, files: readonly FontFile[]): Fonts {
  const opened = new Map<string, OpenedFont>();
  for (const { piece, weight, bytes } of files) {
    const name = `${piece} ${weight}`;
    pdf.registerFont(name, bytes);
    pdf.font(name);
    opened.set(name, (pdf as unknown as { readonly _font: OpenedFont })._font);
  }
  const namesIn = (weight: Weight) => fontPieces.map((piece) => `${piece} ${weight}`).filter((name) => opened.has(name));
  const namesOf: Readonly<Record<Weight, readonly string[]>> = { regular: namesIn('regular'), strong: namesIn('strong') };
  const fontFor = (codePoint: number, weight: Weight): string | undefined => namesOf[weight].find((name) => opened.get(name)?.font.hasGlyphForCodePoint(codePoint));
  const [first = ''] = namesOf.regular;
  let lost = false;

  const runsOf = (text: string, weight: Weight): readonly Run[] => {
    const runs: { font: string; text: string }[] = [];
    for (const sign of text) {
      const last = runs.at(-1);
      const codePoint = sign.codePointAt(0) ?? 0;
      // An accent stays with the letter before it, a space with the word.
      const font = last !== undefined && /[\p{M} ]/u.test(sign) && opened.get(last.font)?.font.hasGlyphForCodePoint(codePoint) === true ? last.font : (fontFor(codePoint, weight) ?? first);
      if (last?.font === font) last.text += sign;
      else runs.push({ font, text: sign });
    }
    return runs;
  };

  return {
    clean(text) {
      const cleaned = printable(text, (codePoint) => fontFor(codePoint, 'regular') !== undefined && fontFor(codePoint, 'strong') !== undefined);
      if (cleaned.lost) lost = true;
      return cleaned.text;
    },
    runsOf,
    widthOf: (text, style) => runsOf(text, style.weight).reduce((sum, run) => sum + pdf.font(run.font, style.size).widthOfString(run.text), 0),
    lost: () => lost,
  };
}
