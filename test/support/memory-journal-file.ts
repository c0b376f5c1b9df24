import type { JournalFiles } from '#renderer/data/journal/journal-files.ts';
import type { JournalFile } from '#shared/sync/journal/journal-port.ts';

/** A journal file in memory, whose disk can be full in the middle of a write. */
export function memoryJournalFile(initial = ''): JournalFile & { text(): string; refuseAfter(letters: number | null): void } {
  let text = initial;
  let room: number | null = null;
  return {
    read: () => Promise.resolve(text),
    append(more) {
      text += room === null ? more : more.slice(0, room);
      return room === null ? Promise.resolve() : Promise.reject(new Error('the disk is full'));
    },
    replace(next) {
      if (room !== null) return Promise.reject(new Error('the disk is full'));
      text = next;
      return Promise.resolve();
    },
    text: () => text,
    refuseAfter: (letters) => void (room = letters),
  };
}

/** One window's file and those that closed windows left behind, in memory. */
export function memoryJournalFiles(own: JournalFile = memoryJournalFile(), abandoned: readonly JournalFile[] = []): JournalFiles {
  return { claim: () => Promise.resolve({ own, abandoned, releaseAbandoned: () => undefined, release: () => undefined }) };
}
