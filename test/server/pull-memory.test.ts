import { afterAll, beforeAll, expect, test } from 'vitest';
import type pg from 'pg';
import { pullTailSchema } from '#shared/sync/protocol.ts';
import { migrate } from '#server/db/migrate.ts';
import { createPool } from '#server/db/pool.ts';
import { answerPull } from '#server/sync/answer-pull.ts';
import { createPullMemory } from '#server/sync/pull-memory.ts';
import type { ServerSnapshot } from '#server/sync/server-store.ts';
import { Cast } from '../contract/server-cast.ts';
import { postgresShelf } from '../contract/postgres-shelf.ts';
import { createDatabase } from '../support/postgres.ts';

let pool: pg.Pool;
beforeAll(async () => {
  pool = createPool(await createDatabase());
  await migrate(pool);
});
afterAll(() => pool.end());

test('[PULL6] what remains is told without counting the rows of a large region at each page, and stays true', async () => {
  const shelf = await postgresShelf(pool, 'regio');
  const cast = await Cast.onto(shelf);
  const { dossierId } = await cast.candidate();
  await cast.candidate({ jobcoach: 'jobcoach-twee' });
  for (let i = 0; i < 3; i += 1) await cast.coach.push([1, 2, 3, 4].map(() => cast.visit(cast.coach, dossierId)));
  const memoryOf = createPullMemory();
  let counted = 0;
  const remaining = async (after: number, remember: boolean) => {
    const text = await shelf.store.read(cast.coach.user, (snapshot) => {
      const watched = Object.assign(Object.create(snapshot) as ServerSnapshot, {
        region: () => snapshot.region(), rows: (from: number, limit: number) => snapshot.rows(from, limit), digest: () => snapshot.digest(),
        deliveries: () => Promise.resolve([]), forgets: () => Promise.resolve([]),
        countRows: (from: number) => {
          counted += 1;
          return snapshot.countRows(from);
        },
      });
      return answerPull(watched, { epoch: 1, after, deviceId: null, ...(remember ? { below: memoryOf(cast.coach.user) } : {}) }, 1, 3);
    });
    return pullTailSchema.parse(JSON.parse(text.trimEnd().split('\n').at(-1) ?? ''));
  };
  let after = 0;
  for (;;) {
    counted = 0;
    const tail = await remaining(after, true);
    expect(counted).toBe(0);
    expect((await remaining(after, false)).remaining).toBe(tail.remaining);
    if (!tail.more) break;
    after = tail.cursor;
  }
  // Another process, or one that forgot, counts.
  counted = 0;
  const middle = await remaining(8, true);
  expect(counted).toBe(middle.more ? 1 : 0);
});
