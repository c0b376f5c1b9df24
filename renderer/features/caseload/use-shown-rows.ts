import { useDeferredValue, useMemo } from 'react';
import type { CaseloadRow } from '#renderer/data/views.ts';
import type { CaseloadChoices } from '#renderer/ui-state/window-state.ts';
import { orderRows } from './order-rows.ts';
import { hasWords, searchWords } from './search-keys.ts';
import { isInScope } from './scopes.ts';

/**
 * The lines that are shown, in their order. Ordered first and filtered after, so that a letter costs one pass over
 * the lines: 15,000 in a few milliseconds, where the table's own row models take a tenth of a second.
 */
export function useShownRows(rows: readonly CaseloadRow[], choices: CaseloadChoices, today: string): readonly CaseloadRow[] {
  // The letter appears at once; the list may follow a frame later.
  const searchText = useDeferredValue(choices.searchText);
  const ordered = useMemo(() => orderRows(rows, choices.sortBy, choices.descending), [rows, choices.sortBy, choices.descending]);
  return useMemo(() => {
    const words = searchWords(searchText);
    if (words.length === 0 && choices.scope === 'all') return ordered;
    return ordered.filter((row) => isInScope(row, choices.scope, today) && hasWords(row, words));
  }, [ordered, searchText, choices.scope, today]);
}
