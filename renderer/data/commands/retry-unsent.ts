import type { OpId } from '#shared/domain/ids.ts';
import { openOutbox } from '../queries/open-outbox.ts';
import { keep, type KeepParts } from './keep.ts';

/**
 * Offers a refused or unreadable operation again, based on today's record. It is a new operation: the old id has its
 * outcome on the server for ever. What was written is not touched if it still cannot be kept.
 */
export async function retryUnsent(parts: KeepParts, opId: OpId): Promise<void> {
  const row = await parts.database.outbox.get(opId);
  if (row === undefined || row.state !== 'refused') return;
  const [entry] = await openOutbox(parts.cipher, [row]);
  if (entry === undefined) return;
  await keep(parts, { record: entry.operation.record, payload: entry.operation.payload, draftId: null, replaces: opId });
}
