/**
 * A second, independent place for kept work, outside IndexedDB. Implementations: a file through the shell (append and
 * fsync), OPFS in a plain window, memory in the simulation. One contract suite runs over all of them.
 */
export interface JournalFile {
  /** Which of this person's places on the device it is; absent where there is only one. */
  readonly place?: string;
  /** Everything that is there, as text; empty when there is nothing yet. */
  read(): Promise<string>;
  /** Writes at the end and returns only when it was flushed to the disk. @throws Error when it could not be written */
  append(text: string): Promise<void>;
  /** Puts this in its place, whole or not at all. @throws Error when it could not be written; the old text stays */
  replace(text: string): Promise<void>;
}
