import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { piecesFor, weights, type FontFile } from '#renderer/reports/font-files.ts';

const folder = path.join(path.dirname(createRequire(import.meta.url).resolve('@fontsource/fira-sans/package.json')), 'files');

/** In the names of the font's files. */
const weightNumbers = { regular: 400, strong: 600 } as const;

/** The font's pieces for a text as the worker reads them, from the same files. */
export function fontsFor(text: string): readonly FontFile[] {
  return piecesFor(text).flatMap((piece) =>
    weights.map((weight) => ({ piece, weight, bytes: new Uint8Array(readFileSync(path.join(folder, `fira-sans-${piece}-${weightNumbers[weight]}-normal.woff`))) })),
  );
}
