import type { Fonts } from './fonts.ts';
import type { TextStyle } from './look.ts';

/** Breaks text into lines of at most `width` [pt]; a line break of the text stays one. */
export function linesOf(text: string, width: number, style: TextStyle, fonts: Fonts): readonly string[] {
  return text.split('\n').flatMap((line) => brokenLine(line, width, style, fonts));
}

function brokenLine(text: string, width: number, style: TextStyle, fonts: Fonts): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (candidate: string) => fonts.widthOf(candidate.trimEnd(), style) <= width;
  for (const piece of text.split(/(?<= )|(?<=\p{L}[-/])(?=\p{L})/u)) {
    if (fits(line + piece)) {
      line += piece;
      continue;
    }
    if (line !== '') lines.push(line);
    line = piece;
    // A word that is wider than the line: an address, or somebody leaning on a key.
    while (!fits(line)) {
      const head = longestHead(line, fits);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  return [...lines, line].map((each) => each.trimEnd());
}

function longestHead(word: string, fits: (candidate: string) => boolean): string {
  const signs = Array.from(word);
  let count = signs.length - 1;
  while (count > 1 && !fits(signs.slice(0, count).join(''))) count -= 1;
  return signs.slice(0, Math.max(1, count)).join('');
}

/** Paragraphs as people type them: an empty line between two. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\n[ \t]*\n+/)
    .map((each) => each.replace(/^\n+|\s+$/g, ''))
    .filter((each) => each.trim() !== '');
}
