import type { ReactElement } from 'react';
import type { DossierView, RecordView } from '#renderer/data/views.ts';
import type { Kind } from '#shared/domain/kinds.ts';

/** One thing that happened. */
export interface TimelineItem {
  readonly key: string;
  /** 'YYYY-MM-DD'; empty when the day is not known, which comes last. */
  readonly on: string;
  /** 'HH:MM' where it is known: the order within a day. */
  readonly at?: string;
  /** A `TimelineLine`. */
  readonly line: ReactElement;
}

/** What a record of one kind tells of what happened; mostly one line, or none. */
export type LinesOf<K extends Kind> = (record: RecordView<K>, dossier: DossierView) => readonly TimelineItem[];
