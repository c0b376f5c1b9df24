import type { Day } from '../../lib/calendar.ts';
import type { Euros } from '../../lib/money.ts';

/** One step of the working: `code` names the sentence, `source` is where its figure comes from. */
export interface LksLine {
  readonly code: LksLineCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly source: string | null;
}
export type LksLineCode =
  | 'lks.line.firstOfYear' | 'lks.line.contractStart'
  | 'lks.line.minimumWage' | 'lks.line.youthWage' | 'lks.line.basis'
  | 'lks.line.percentage' | 'lks.line.percentageCapped' | 'lks.line.percentageForfaitary'
  | 'lks.line.wageOfFunction' | 'lks.line.difference' | 'lks.line.differenceCapped'
  | 'lks.line.employerWeek' | 'lks.line.referenceWeek'
  | 'lks.line.subsidy' | 'lks.line.employerCosts' | 'lks.line.total' | 'lks.line.roundedOnTotal' | 'lks.line.advice';

export interface LksNote {
  readonly code: 'lks.note.forfaitaryEnded' | 'lks.note.loonwaardeNotUsed';
  readonly params: Readonly<Record<string, string | number>>;
}

export interface LksResult {
  /** The day whose figures were used. */
  readonly referenceDay: Day;
  /** Grondslag: full-time month with holiday allowance. */
  readonly basisEuros: Euros;
  readonly subsidyEuros: Euros;
  /** Opslag for the employer's costs. */
  readonly employerCostsEuros: Euros;
  readonly totalEuros: Euros;
  /** The maximum (70 %) was reached. */
  readonly capped: boolean;
  /** The shown parts differ a cent from the shown total: say "afgerond op het totaal". */
  readonly roundedOnTotal: boolean;
  readonly parameters: { readonly id: string; readonly version: number };
  readonly lines: readonly LksLine[];
  readonly notes: readonly LksNote[];
}
