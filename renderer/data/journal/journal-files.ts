import type { JournalFile } from '#shared/sync/journal/journal-port.ts';

/** The journal files of one person on this device: one a window, and those that closed windows left behind. */
export interface ClaimedFiles {
  /** This window's own, while it lives. */
  readonly own: JournalFile;
  /** Files of windows that are gone; nobody else has them open. */
  readonly abandoned: readonly JournalFile[];
  /** Lets go of what only the start needed. */
  releaseAbandoned(): void;
  /** Lets go of everything. */
  release(): void;
}

/** Where journal files come from: OPFS with Web Locks in a window, memory in tests. */
export interface JournalFiles {
  /** @throws Error when there is no place outside the database: then there is no second copy, and the screen says so */
  claim(userId: string): Promise<ClaimedFiles>;
}
