import { useEffect, useState } from 'react';
import type { FormValues } from '#shared/forms/form-definition.ts';

export interface FoundDraft {
  readonly draftId: string;
  readonly savedAtMs: number;
  readonly values: FormValues;
}

export interface DraftStart {
  readonly draftId: string;
  /** What was saved before, or null: a new draft. */
  readonly found: FoundDraft | null;
}

/**
 * Which draft this page goes on with: the one in its address, else what `find` comes up with, else a new one.
 * @param wanted the draft named in the address, or null @param find the same function on every draw; `kept`: what was wanted has
 *   become a record, and nothing can be saved under its name again
 * @returns null while looking
 */
export function useDraftStart(wanted: string | null, find: (wanted: string | null) => Promise<FoundDraft | 'kept' | null>): DraftStart | null {
  const [start, setStart] = useState<(DraftStart & { readonly insteadOf: string | null }) | null>(null);
  // The page puts its own draft into its address after the first save: that is no wish for another one.
  const settled = start !== null && (wanted === null || wanted === start.draftId || wanted === start.insteadOf);
  useEffect(() => {
    if (settled) return;
    let stale = false;
    void find(wanted).then((found) => {
      if (stale) return;
      if (found === 'kept') setStart({ draftId: crypto.randomUUID(), found: null, insteadOf: wanted });
      else setStart({ draftId: found?.draftId ?? wanted ?? crypto.randomUUID(), found, insteadOf: null });
    });
    return () => {
      stale = true;
    };
  }, [settled, wanted, find]);
  return settled ? start : null;
}
