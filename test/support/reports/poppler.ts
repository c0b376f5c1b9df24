import { execFileSync } from 'node:child_process';
import { oneLine } from './read-pdf.ts';

/** What a second reader, poppler, finds in a file. */
export interface PopplerSays {
  readonly title: string;
  readonly tagged: boolean;
  readonly paper: string;
  readonly text: string;
  /** The tags in reading order, as `pdfinfo -struct` lists them. */
  readonly structure: readonly string[];
}

/** @returns null where poppler is not installed; pdf.js has read the file in any case */
export function popplerReads(fileName: string): PopplerSays | null {
  try {
    const about = run('pdfinfo', [fileName]);
    const line = (name: string): string => new RegExp(`^${name}: +(.*)$`, 'm').exec(about)?.[1]?.trim() ?? '';
    return {
      title: line('Title'),
      tagged: line('Tagged') === 'yes',
      paper: line('Page size'),
      text: oneLine(run('pdftotext', ['-enc', 'UTF-8', fileName, '-'])),
      structure: run('pdfinfo', ['-struct', fileName]).split('\n').map((each) => each.trim()).filter((each) => each !== ''),
    };
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'ENOENT') throw problem;
    process.stdout.write('poppler is not installed here: this file was read by pdf.js alone\n');
    return null;
  }
}

const run = (command: string, args: readonly string[]): string => execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
