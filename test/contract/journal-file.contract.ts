import type { JournalFile } from '#shared/sync/journal/journal-port.ts';

export interface JournalPlace {
  readonly file: JournalFile;
  /** As after a restart: whoever had it open is gone. */
  readonly reopen: () => Promise<JournalFile>;
}

export interface JournalFileCase {
  readonly name: string;
  run(place: JournalPlace): Promise<void>;
}

/** Runs in vitest and in a page of a real browser, so it brings its own comparison. */
function same(what: string, found: unknown, expected: unknown): void {
  if (found !== expected) throw new Error(`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
}

/** What every place for the second journal must do. Run over memory, a file with fsync, and OPFS in a real Chromium. */
export const journalFileCases: readonly JournalFileCase[] = [
  {
    name: 'is empty before anything was written',
    async run({ file }) {
      same('text', await file.read(), '');
    },
  },
  {
    name: 'keeps what was appended, in order, also for one who opens it again',
    async run({ file, reopen }) {
      await file.append('een\n');
      await file.append('twee: ë 漢\n');
      same('text', await (await reopen()).read(), 'een\ntwee: ë 漢\n');
    },
  },
  {
    name: 'replaces the whole text, shorter or longer, and goes on behind it',
    async run({ file, reopen }) {
      await file.append('a very long first text\n');
      await file.replace('kort\n');
      await file.append('meer\n');
      const again = await reopen();
      same('text', await again.read(), 'kort\nmeer\n');
      await again.replace('');
      same('emptied', await again.read(), '');
    },
  },
  {
    name: 'takes lines that are appended at once, each whole',
    async run({ file }) {
      const lines = Array.from({ length: 20 }, (_, index) => `${String(index).repeat(400)}\n`);
      await Promise.all(lines.map((line) => file.append(line)));
      const found = (await file.read()).split(/(?<=\n)/);
      same('lines', found.toSorted().join(''), lines.toSorted().join(''));
    },
  },
  {
    name: 'takes a thousand lines',
    async run({ file }) {
      const line = `${'x'.repeat(900)}\n`;
      for (let index = 0; index < 1_000; index += 1) await file.append(line);
      same('length', (await file.read()).length, 901_000);
    },
  },
];
