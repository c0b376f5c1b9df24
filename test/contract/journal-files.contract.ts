import type { ClaimedFiles, JournalFiles } from '#renderer/data/journal/journal-files.ts';

/** One device, as its windows see it. */
export interface JournalDesk {
  /** Another window of this device. */
  readonly window: () => JournalFiles;
  /** Two persons who share it. */
  readonly persons: readonly [string, string];
}

export interface JournalFilesCase {
  readonly name: string;
  run(desk: JournalDesk): Promise<void>;
}

/** Runs in vitest and in a page of a real browser, so it brings its own comparison. */
function same(what: string, found: unknown, expected: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(expected)) throw new Error(`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
}

const filesOf = ({ own, abandoned }: ClaimedFiles) => [own, ...abandoned];
const textOf = async (claimed: ClaimedFiles): Promise<string> => (await Promise.all(filesOf(claimed).map((file) => file.read()))).join('');

/** Long enough for a claim that may go on to do so, here and in a browser. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setTimeout(resolve));
}

async function started(files: JournalFiles, person: string): Promise<ClaimedFiles> {
  const claimed = await files.claim(person);
  claimed.releaseAbandoned();
  return claimed;
}

/** What every source of journal files must do: a file a window, and nothing that a window left is lost or in two hands [JRN7]. */
export const journalFilesCases: readonly JournalFilesCase[] = [
  {
    name: '[JRN7] every window that lives has a file of its own, and no other has it open',
    async run({ window, persons: [person] }) {
      const one = await started(window(), person);
      const two = await started(window(), person);
      await one.own.append('een\n');
      await two.own.append('twee\n');
      same('the first', await one.own.read(), 'een\n');
      same('the second', await two.own.read(), 'twee\n');
      const three = await window().claim(person);
      same('a third finds nothing of theirs', await textOf(three), '');
      for (const claimed of [one, two, three]) claimed.release();
    },
  },
  {
    name: '[JRN7] what closed windows left is taken over by the next one, whole and once',
    async run({ window, persons: [person] }) {
      const [one, two] = [await started(window(), person), await started(window(), person)];
      await one.own.append('een\n');
      await two.own.append('twee\n');
      one.release();
      two.release();
      const next = await window().claim(person);
      same('both', (await textOf(next)).split('\n').toSorted(), ['', 'een', 'twee']);
      await Promise.all(next.abandoned.map((file) => file.replace('')));
      await next.own.replace('alles\n');
      next.release();
      const last = await window().claim(person);
      same('what it made of them', await textOf(last), 'alles\n');
      last.release();
    },
  },
  {
    name: '[JRN7] a window that starts has everything nobody holds to itself, until it lets go: the next one waits for that',
    async run({ window, persons: [person] }) {
      const one = await window().claim(person);
      let claimed: ClaimedFiles | null = null;
      const coming = window().claim(person).then((got) => (claimed = got));
      await turns();
      same('before', claimed === null, true);
      one.releaseAbandoned();
      const two = await coming;
      await one.own.append('een\n');
      same('what the first has is not among what the second got', await textOf(two), '');
      // Letting go twice takes nothing from whoever came after.
      one.releaseAbandoned();
      two.releaseAbandoned();
      one.release();
      two.release();
    },
  },
  {
    name: 'a window that ends in the middle of its start lets go of everything',
    async run({ window, persons: [person] }) {
      const one = await window().claim(person);
      const count = filesOf(one).length;
      await one.own.append('een\n');
      one.release();
      const two = await window().claim(person);
      same('as many', filesOf(two).length, count);
      same('with what it wrote', await textOf(two), 'een\n');
      two.release();
    },
  },
  {
    name: 'one window more than there are places is told so, holds up no other, and finds one when a window closed',
    async run({ window, persons: [person] }) {
      const open: ClaimedFiles[] = [];
      let refused = 0;
      while (refused === 0 && open.length < 20) await started(window(), person).then((claimed) => open.push(claimed), () => (refused += 1));
      same('refused', refused, 1);
      await started(window(), person).then(() => (refused += 100), () => (refused += 1));
      same('and again, at once', refused, 2);
      const [first] = open;
      await first?.own.append('een\n');
      first?.release();
      const next = await started(window(), person);
      same('the place that came free', await textOf(next), 'een\n');
      for (const claimed of [next, ...open.slice(1)]) claimed.release();
    },
  },
  {
    name: 'nobody gets the files of another person, nor waits for them',
    async run({ window, persons: [person, other] }) {
      const one = await window().claim(person);
      await one.own.append('een\n');
      const theirs = await window().claim(other);
      same('empty', await textOf(theirs), '');
      await theirs.own.append('anders\n');
      same('untouched', await one.own.read(), 'een\n');
      one.release();
      theirs.release();
    },
  },
];
