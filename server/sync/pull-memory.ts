import type { Principal } from '#shared/domain/roles.ts';
import type { RowsBelow } from './answer-pull.ts';

/** A first pull of a large region has some twenty pages; a few hundred devices may be at it [entries]. */
const mostEntries = 10_000;

/** Remembers for a moment where pages ended. Forgetting, or another server process, only costs a count. */
export function createPullMemory(): (principal: Principal) => RowsBelow {
  const entries = new Map<string, number>();
  return ({ region, userId }) => ({
    get: (cursor) => entries.get(`${region} ${userId} ${cursor}`),
    set: (cursor, rows) => {
      entries.set(`${region} ${userId} ${cursor}`, rows);
      if (entries.size > mostEntries) entries.delete(entries.keys().next().value ?? '');
    },
  });
}
