import type pg from 'pg';
import type { DeviceId } from '#shared/domain/ids.ts';
import { principalOfRow, type UserRow } from '../auth/sessions.ts';
import { sealingKeyPair } from '../auth/sealing-key.ts';
import { withTransaction } from '../db/transaction.ts';
import type { LineKeys } from './open-line.ts';

/** For one request: a batch of lines is of one device, sealed to one key. */
export function postgresLineKeys(pool: pg.Pool): LineKeys {
  const remembered = <Value>(ask: (...key: readonly string[]) => Promise<Value>) => {
    const known = new Map<string, Promise<Value>>();
    return (...key: readonly string[]): Promise<Value> => {
      const found = known.get(key.join(' ')) ?? ask(...key);
      known.set(key.join(' '), found);
      return found;
    };
  };
  const devicesOf = remembered((deviceId = '') =>
    withTransaction(pool, 'system', 'snapshot', async (client) => {
      const { rows } = await client.query<UserRow & { readonly device_id: DeviceId; readonly public_key: Buffer }>(
        `select u.region, u.user_id, u.display_name, u.role, u.municipalities, d.device_id, d.public_key
         from device d join app_user u on u.region = d.region and u.user_id = d.user_id where d.device_id = $1`, [deviceId]);
      return rows.map((row) => ({ principal: principalOfRow(row), deviceId: row.device_id, publicKey: row.public_key }));
    }));
  const pairOf = remembered((region = '', keyId = '') => withTransaction(pool, 'system', 'snapshot', (client) => sealingKeyPair(client, region, keyId)));
  return { devicesOf, pairOf };
}
