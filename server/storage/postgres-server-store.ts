import type pg from 'pg';
import type { Principal } from '#shared/domain/roles.ts';
import { withTransaction } from '../db/transaction.ts';
import type { ServerStore } from '../sync/server-store.ts';
import { PostgresSnapshot } from './postgres-snapshot.ts';
import { PostgresTransaction } from './postgres-transaction.ts';

/** The server's shelf in PostgreSQL. */
export function createPostgresServerStore(pool: pg.Pool): ServerStore {
  return {
    write: <Value>(principal: Principal, work: (transaction: PostgresTransaction) => Promise<Value>) =>
      withTransaction(pool, principal, 'write', async (client) => {
        const transaction = new PostgresTransaction(client, principal.region);
        const value = await work(transaction);
        await transaction.saveCounter();
        return value;
      }),
    read: (principal, work) => withTransaction(pool, principal, 'snapshot', (client) => work(new PostgresSnapshot(client, principal))),
  };
}
