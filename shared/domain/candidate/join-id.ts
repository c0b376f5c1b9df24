import { hashJson } from '../../lib/canonical-json.ts';
import type { DossierId, RecordId } from '../ids.ts';

/** Where the decision about two dossiers lies, and under which id: the same, whoever decides and in whatever direction. */
export function joinAddress(one: DossierId, other: DossierId): { readonly dossierId: DossierId; readonly recordId: RecordId } {
  const [first, second] = one < other ? [one, other] : [other, one];
  return { dossierId: first, recordId: `join-${hashJson([first, second]).slice(0, 40)}` as RecordId };
}
