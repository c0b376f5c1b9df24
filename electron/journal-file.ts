import { open, readFile } from 'node:fs/promises';
import type { JournalFile } from '#shared/sync/journal/journal-port.ts';
import { writeFileWhole } from './write-file.ts';

/**
 * The second journal as a plain file, outside everything the browser engine manages. Appending returns only after
 * fsync; replacing leaves the old text or the new one, also when the power goes.
 * @param path of the file; its folder must exist
 */
export function createNodeJournalFile(path: string): JournalFile {
  return {
    async read() {
      try {
        return await readFile(path, 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
        throw error;
      }
    },
    async append(text) {
      const file = await open(path, 'a', 0o600);
      try {
        await file.writeFile(text, 'utf8');
        await file.sync();
      } finally {
        await file.close();
      }
    },
    replace: (text) => writeFileWhole(path, new TextEncoder().encode(text), 0o600),
  };
}
