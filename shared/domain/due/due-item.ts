import type { RecordId } from '../ids.ts';
import type { Kind } from '../kinds.ts';

/** What must be done by a day, and why. The words are made of these on the screen; the reason is always shown. */
export type DueItem =
  /** At the last visit this day was agreed for the next contact. */
  | { readonly what: 'contact'; readonly dueOn: string; readonly recordId: RecordId; readonly agreedOn: string }
  /** Something agreed at the last visit. @property text what was agreed; stays inside */
  | { readonly what: 'agreement'; readonly dueOn: string; readonly recordId: RecordId; readonly agreedOn: string; readonly owner: string; readonly text: string }
  /** The last measurement said when to look again. */
  | { readonly what: 'measurement'; readonly dueOn: string; readonly recordId: RecordId; readonly measuredOn: string; readonly loonwaarde: number }
  /** Somebody was to be met and nobody said whether they were. */
  | { readonly what: 'appointment'; readonly dueOn: string; readonly recordId: RecordId; readonly about: string };

export type DueWhat = DueItem['what'];

/** A record as these rules need it; groups that the reader has no right to are absent. */
export interface DueRecord {
  readonly kind: Kind;
  readonly recordId: RecordId;
  readonly groups: Readonly<Record<string, unknown>>;
}
