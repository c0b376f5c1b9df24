import { expect, test } from 'vitest';
import { databaseBefore, fillOldRegion } from './old-database.ts';

test('a dossier of before attachments can hold one, and a content that is of no dossier is refused', async () => {
  const { pool, upgrade } = await databaseBefore(3);
  await fillOldRegion(pool);
  await upgrade();
  const announce = (dossierId: string) => pool.query(
    `insert into attachment (region, attachment_id, dossier_id, user_id, media_type, size_bytes, sha256, state, expires_at_ms)
     values ('regio', gen_random_uuid(), $1, 'jobcoach-een', 'image/jpeg', 5, $2, 'incomplete', 1)`, [dossierId, 'a'.repeat(64)]);
  await announce('dossier-a');
  await expect(announce('dossier-b')).rejects.toThrow('foreign key');
  expect((await pool.query('select record_id from record order by n')).rows.map((row: { record_id: string }) => row.record_id)).toEqual(['candidate-a', 'visit-a', 'measurement-a']);
  await pool.end();
});
