import type { CaseloadRow } from '#renderer/data/views.ts';
import type { CaseloadScope } from '#renderer/ui-state/window-state.ts';

export const scopes = ['all', 'overdue', 'risk', 'unsent'] as const satisfies readonly CaseloadScope[];

/** The day of the next contact has passed. Days compare as text. @param today 'YYYY-MM-DD' */
export function isOverdue(row: Pick<CaseloadRow, 'nextContactOn'>, today: string): boolean {
  return row.nextContactOn !== null && row.nextContactOn < today;
}

export function isInScope(row: CaseloadRow, scope: CaseloadScope, today: string): boolean {
  switch (scope) {
    case 'all':
      return true;
    case 'overdue':
      return isOverdue(row, today);
    case 'risk':
      return row.risk === 'let-op' || row.risk === 'dreigende-uitval';
    case 'unsent':
      return row.unsent > 0;
  }
}

/** How many lines each choice would leave [count]. */
export function scopeCounts(rows: readonly CaseloadRow[], today: string): Readonly<Record<CaseloadScope, number>> {
  const counts = { all: rows.length, overdue: 0, risk: 0, unsent: 0 };
  for (const row of rows) {
    if (isInScope(row, 'overdue', today)) counts.overdue += 1;
    if (isInScope(row, 'risk', today)) counts.risk += 1;
    if (isInScope(row, 'unsent', today)) counts.unsent += 1;
  }
  return counts;
}
