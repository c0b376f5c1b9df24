import { sees } from '#renderer/features/candidate/sees.ts';
import { caseloadColumns, type CaseloadColumn, type CaseloadScope } from '#renderer/ui-state/window-state.ts';
import type { Role } from '#shared/domain/roles.ts';
import { scopes } from './scopes.ts';

const fromVisits: ReadonlySet<CaseloadColumn | CaseloadScope> = new Set(['lastVisit', 'nextContact', 'risk', 'overdue'] as const);

/** What the list can tell this role: nothing that comes from records they never get. */
export function availableTo(role: Role): { readonly columns: readonly CaseloadColumn[]; readonly scopes: readonly CaseloadScope[] } {
  const known = (name: CaseloadColumn | CaseloadScope) => sees(role, 'visit') || !fromVisits.has(name);
  return { columns: caseloadColumns.filter(known), scopes: scopes.filter(known) };
}
