import { joinAddress } from '../domain/candidate/join-id.ts';
import type { DossierId } from '../domain/ids.ts';
import { joinFactsSchema, type JoinFacts } from '../domain/records/join.ts';
import type { Operation } from './operation.ts';

/** The dossiers that an operation names beside the one it lies in [JOIN2]. What cannot be read names none: its rule refuses it. */
export function dossiersNamed(operation: Pick<Operation, 'record' | 'payload'>): readonly DossierId[] {
  const facts = joinOf(operation);
  return facts === null ? [] : [facts.kept, facts.joined];
}

/** [JOIN1] */
export function liesWhereJoinsLie({ record, payload }: Pick<Operation, 'record' | 'payload'>): boolean {
  const facts = joinOf({ record, payload });
  if (facts === null) return true;
  const address = joinAddress(facts.kept, facts.joined);
  return address.dossierId === record.dossierId && address.recordId === record.recordId;
}

function joinOf({ record, payload }: Pick<Operation, 'record' | 'payload'>): JoinFacts | null {
  if (record.kind !== 'join') return null;
  const parsed = joinFactsSchema.safeParse(payload['facts']);
  return parsed.success ? parsed.data : null;
}

/** One decision about two dossiers, as a list of people needs it. */
export type JoinLine = Pick<JoinFacts, 'kept' | 'joined' | 'decision'>;

/**
 * Which file leads for whom [JOIN3]. Files joined one after the other lead to one; two decisions that contradict each other
 * lead to the first by id, so that every device shows the same.
 * @param isHere whether this reader has the dossier: one that is not here leads nobody
 */
export function leadersOf(lines: Iterable<JoinLine>, isHere: (dossierId: DossierId) => boolean): ReadonlyMap<DossierId, DossierId> {
  const next = new Map<DossierId, DossierId>();
  const ordered = [...lines].filter(({ decision, kept, joined }) => decision === 'joined' && isHere(kept) && isHere(joined)).sort((a, b) => (a.joined + a.kept < b.joined + b.kept ? -1 : 1));
  for (const { kept, joined } of ordered) if (!next.has(joined)) next.set(joined, kept);
  const leaders = new Map<DossierId, DossierId>();
  for (const dossierId of next.keys()) {
    const seen = [dossierId];
    let leader: DossierId = dossierId;
    for (let onward = next.get(leader); onward !== undefined; onward = next.get(leader)) {
      if (seen.includes(onward)) {
        leader = seen.slice(seen.indexOf(onward)).toSorted()[0] ?? onward;
        break;
      }
      seen.push(onward);
      leader = onward;
    }
    if (leader !== dossierId) leaders.set(dossierId, leader);
  }
  return leaders;
}
