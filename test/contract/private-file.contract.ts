import type { PrivateFile } from '#renderer/platform/private-file.ts';

export interface PrivateFilePlace {
  readonly file: PrivateFile;
  /** The same file, for another window or after a restart. */
  readonly again: PrivateFile;
}

export interface PrivateFileCase {
  readonly name: string;
  run(place: PrivateFilePlace): Promise<void>;
}

function same(what: string, found: unknown, wanted: unknown): void {
  if (found !== wanted) throw new Error(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
}

/** What every small file outside IndexedDB must hold to: the marker, the floor, the accounts and the drafts rest on it [JRN8] [JRN9]. */
export const privateFileCases: readonly PrivateFileCase[] = [
  {
    name: 'a file that nobody wrote is null, not empty',
    async run({ file }) {
      same('text', await file.read(), null);
    },
  },
  {
    name: 'what was written is there for every other window',
    async run({ file, again }) {
      same('written', await file.write('{"é":"€ 𝄞"}'), true);
      same('text', await again.read(), '{"é":"€ 𝄞"}');
    },
  },
  {
    name: 'a shorter text takes the place of a longer one as a whole',
    async run({ file, again }) {
      await file.write('x'.repeat(100_000));
      await again.write('kort');
      same('text', await file.read(), 'kort');
    },
  },
  {
    name: 'an empty text is a text',
    async run({ file, again }) {
      await file.write('iets');
      await file.write('');
      same('text', await again.read(), '');
    },
  },
  {
    name: 'two that write at once leave one of both texts, whole',
    async run({ file, again }) {
      const [a, b] = ['a'.repeat(50_000), 'b'.repeat(60_000)];
      await Promise.all([file.write(a), again.write(b)]);
      const text = await file.read();
      same('one of both', text === a || text === b, true);
    },
  },
];
