import { definitionOf } from '#shared/domain/kinds.ts';
import type { RefusalReason } from '#shared/sync/protocol.ts';
import type { PendingOperation } from './fold-dossier.ts';

/** Judged by the server, and nothing about the device or the person: somebody with the file before them may do something with it. */
const reasons: ReadonlySet<RefusalReason> = new Set<RefusalReason>(['invalid', 'frozen', 'not-author', 'not-allowed']);

/**
 * Refused work that can be handed over [FGT6]. Not a choice between two versions, which others make as well; not what was
 * refused as handed over before; and not somebody new, whose file nobody has yet.
 */
export function goesOver({ operation, outcome, state }: Pick<PendingOperation, 'operation' | 'outcome' | 'state'>): boolean {
  if (state !== 'refused' || outcome?.outcome !== 'refused' || !reasons.has(outcome.reason) || operation.resolves !== null) return false;
  const { kind } = operation.record;
  const isNew = Object.values(operation.baseVersions).every((base) => base === null);
  return definitionOf(kind).dossier === 'candidate' && !(kind === 'candidate' && isNew);
}
