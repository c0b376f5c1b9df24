import type { RecordId, UserId } from '#shared/domain/ids.ts';
import type { RecordHead } from './seed-record.ts';
import type { Career } from './career.ts';
import type { DayBook } from './day-book.ts';
import type { Employer } from './employers.ts';
import type { SentenceWords } from './fill-sentence.ts';
import type { RandomStream } from './random-stream.ts';

/** Whose visits are made up, and by whom they were paid. */
export interface Visited {
  readonly head: Pick<RecordHead, 'dossierId'>;
  readonly visitor: UserId;
  readonly dayBook: DayBook;
  readonly career: Career;
  readonly placementId: RecordId | null;
  readonly employer: Employer | null;
  readonly words: SentenceWords;
  readonly random: RandomStream;
}

/** Where this visit falls in their career. */
export type Setting = 'at-work' | 'before-work' | 'after-work';
