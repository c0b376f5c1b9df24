import { expect, test } from 'vitest';
import { currentSealingKey } from '#server/auth/sealing-key.ts';
import { withTransaction } from '#server/db/transaction.ts';
import { databaseBefore, fillOldRegion } from './old-database.ts';

test('a region of before the second journal gets a sealing key, the same one each time', async () => {
  const { pool, upgrade } = await databaseBefore(2);
  await fillOldRegion(pool);
  await upgrade();
  const ask = () => withTransaction(pool, 'system', 'write', (client) => currentSealingKey(client, 'regio', 1));
  const key = await ask();
  expect(Buffer.from(key.publicKey, 'base64')).toHaveLength(65);
  expect(await ask()).toEqual(key);
  await pool.end();
});
