import type { OpId } from '#shared/domain/ids.ts';
import { isHandingOver } from '#shared/sync/operation.ts';
import type { Outcome } from '#shared/sync/protocol.ts';
import { openOutbox } from '../queries/open-outbox.ts';
import { keep, type KeepParts } from './keep.ts';

/** Said by a newer server to an older app, and understood since. */
const isSettledAfterAll = (outcome: Outcome | null): boolean => outcome !== null && outcome.outcome !== 'refused' && outcome.outcome !== 'conflict';

/**
 * Offers a refused or unreadable operation again, on the base that it had. It is a new operation: the old id has its
 * outcome on the server for ever. What was written is not touched if it still cannot be kept.
 */
export async function retryUnsent(parts: KeepParts, opId: OpId): Promise<void> {
  const row = await parts.database.outbox.get(opId);
  if (row === undefined || row.state !== 'refused') return;
  const [entry] = await openOutbox(parts.cipher, [row]);
  if (entry === undefined) return;
  if (entry.isOutcomeUnknown === true || isSettledAfterAll(entry.outcome)) {
    // Under its own id: the server has it, and says again what became of it.
    await parts.database.outbox.where('opId').equals(opId).filter((now) => now.state === 'refused').modify({ state: 'waiting' });
    return;
  }
  const { record, payload, resolves, baseVersions } = entry.operation;
  // On the base that the person saw: if somebody changed it since, that is a conflict, not a silent overwrite [APPLY2].
  await keep(parts, { record, payload, bases: baseVersions, ...(resolves === null || isHandingOver(entry.operation) ? {} : { resolves }), draftId: null, replaces: opId });
}
