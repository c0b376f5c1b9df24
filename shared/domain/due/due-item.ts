import type { RecordId } from '../ids.ts';
import type { Kind } from '../kinds.ts';

/** What must be done by a day, and why. The words are made of these on the screen; the reason is always shown. */
export type DueItem =
  /** At the last visit this day was agreed for the next contact. */
  | { readonly what: 'contact'; readonly dueOn: string; readonly recordId: RecordId; readonly agreedOn: string }
  /** Something agreed at the last visit. @property text what was agreed; stays inside */
  | { readonly what: 'agreement'; readonly dueOn: string; readonly recordId: RecordId; readonly agreedOn: string; readonly owner: string; readonly text: string }
  /** Something agreed in the plan van aanpak that holds now, without an outcome. */
  | { readonly what: 'plan-agreement'; readonly dueOn: string; readonly recordId: RecordId; readonly agreedOn: string; readonly owner: string; readonly text: string }
  /** The plan itself is looked back on together. */
  | { readonly what: 'plan-review'; readonly dueOn: string; readonly recordId: RecordId; readonly agreedOn: string }
  /** A half year of coaching ends, and there is no report of it. @property halfYear from 1 [count] */
  | { readonly what: 'coaching-report'; readonly dueOn: string; readonly recordId: RecordId; readonly halfYear: number; readonly employer: string }
  /** The forfaitary subsidy of 50 % ends; the loonwaarde must be measured before. */
  | ({ readonly what: 'forfaitary'; readonly dueOn: string; readonly recordId: RecordId; readonly since: string; readonly employer: string } & WhileAtWork)
  /** A proefplaatsing ends as agreed; before that day it is decided what follows. */
  | ({ readonly what: 'trial-end'; readonly dueOn: string; readonly recordId: RecordId; readonly employer: string } & WhileAtWork)
  /** The last measurement said when to look again. @property rule why then, where nobody agreed a day and the rule names one */
  | ({ readonly what: 'measurement'; readonly dueOn: string; readonly recordId: RecordId; readonly measuredOn: string; readonly loonwaarde: number; readonly rule?: MeasurementRule } & WhileAtWork)
  /** Work of somebody who may no longer come here, for those now responsible [FGT2]. @property dueOn the day on which it came in */
  | { readonly what: 'handover'; readonly dueOn: string; readonly recordId: RecordId }
  /** Two people changed the same, and nobody chose yet [CON5]. @property dueOn the day on which the second came in */
  | { readonly what: 'two-versions'; readonly dueOn: string; readonly recordId: RecordId }
  /** Somebody was to be met and nobody said whether they were. */
  | { readonly what: 'appointment'; readonly dueOn: string; readonly recordId: RecordId; readonly about: string };

export type DueWhat = DueItem['what'];

/** Where the law and not an agreement says when to look again. @source DOMAIN "Loonwaarde": next measurement */
export type MeasurementRule = 'yearly-file-of-2015-2016' | 'beschut-werk-every-3-years';

interface WhileAtWork {
  /** 'YYYY-MM-DD', the last day of a work that has an end already: after it nobody need do this any more. */
  readonly lapsesAfter?: string;
}

/** Whether it is still asked. What ends with a placement of which the last day is known ends by itself. */
export function isStillAsked(item: DueItem, today: string): boolean {
  return !('lapsesAfter' in item) || item.lapsesAfter === undefined || item.lapsesAfter >= today;
}

/** A record as these rules need it; groups that the reader has no right to are absent. */
export interface DueRecord {
  readonly kind: Kind;
  readonly recordId: RecordId;
  readonly groups: Readonly<Record<string, unknown>>;
}
