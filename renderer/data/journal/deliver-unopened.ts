import type { OpId } from '#shared/domain/ids.ts';
import type { JournalLine } from '#shared/sync/journal/journal-line.ts';
import type { UserDatabase } from '../db/user-database.ts';

/** Brings sealed lines to the server. @returns the operations that it has now; none when it could not be reached */
export type DeliverSealed = (lines: readonly JournalLine[]) => Promise<readonly OpId[]>;

/** What a line that cannot be opened here is called in the list of doubts. */
export const nameOfUnopened = (opId: OpId): string => `unopened ${opId}`;

/**
 * What nobody here can open, the server can: it is brought there, sealed as it is [JRN11]. What the server took is no doubt
 * any more; its lines stay where they are, and are not brought again.
 * @returns how many it took now [count]
 */
export async function deliverUnopened(database: UserDatabase, deliver: DeliverSealed, lines: readonly JournalLine[]): Promise<number> {
  const known = await database.doubts.bulkGet(lines.map(({ opId }) => nameOfUnopened(opId)));
  const left = lines.filter((_, index) => known[index]?.isDelivered !== true);
  if (left.length === 0) return 0;
  const taken = await deliver(left);
  await database.doubts.where('name').anyOf(taken.map(nameOfUnopened)).modify({ isSeen: 1, isDelivered: true });
  return taken.length;
}
