import type pg from 'pg';
import type { Principal } from '#shared/domain/roles.ts';

/** On whose behalf the database is asked. `system` is the server itself: migrations, sign-in, import. */
export type Actor = Principal | 'system';

export type TransactionMode = 'write' | 'snapshot';

const begin: Readonly<Record<TransactionMode, string>> = {
  write: 'begin',
  // One snapshot for all statements: a pull's rows, outcomes and cursor must be of the same moment [PULL6].
  snapshot: 'begin isolation level repeatable read read only',
};

/**
 * The one door to the database. Row-level security will hang on it: the actor becomes `set local` settings here, and
 * no query can be written that has none.
 * @throws whatever `work` throws, after rolling back
 */
export async function withTransaction<Value>(pool: pg.Pool, actor: Actor, mode: TransactionMode, work: (client: pg.PoolClient) => Promise<Value>): Promise<Value> {
  void actor;
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(begin[mode]);
    const value = await work(client);
    await client.query('commit');
    return value;
  } catch (error) {
    try {
      await client.query('rollback');
    } catch (rollbackError) {
      // The connection itself is gone: it must not return to the pool.
      broken = rollbackError as Error;
    }
    throw error;
  } finally {
    client.release(broken);
  }
}
