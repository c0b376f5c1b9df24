import { expect, test } from 'vitest';
import type { RecordId } from '#shared/domain/ids.ts';
import { rowDigest } from '#shared/sync/digest.ts';
import { databaseBefore, fillOldRegion } from './old-database.ts';

test('[DIG1] what was counted before stays, and rows that come, move and go together are counted to the same', async () => {
  const { pool, upgrade } = await databaseBefore(8);
  await fillOldRegion(pool);
  const digests = async () => (await pool.query<{ scope: string; place: string; kind: string; rows: number; xor: string }>(`select scope, place, kind, rows, xor::text from digest where rows <> 0 or xor <> 0 order by scope, place, kind`)).rows;
  const before = await digests();
  await upgrade();
  expect(await digests()).toEqual(before);

  await pool.query(`insert into dossier (region, dossier_id, type, main_record_id, municipality) values ('regio', 'dossier-b', 'candidate', 'candidate-b', 'GM0296')`);
  await pool.query(`insert into caseload (region, user_id, dossier_id) values ('regio', 'jobcoach-een', 'dossier-b'), ('regio', 'jobcoach-twee', 'dossier-b')`);
  await pool.query(
    `insert into record (region, record_id, dossier_id, dossier_type, kind, municipality, created_by, n, groups)
     select 'regio', r.id, d.dossier_id, 'candidate', r.kind, d.municipality, 'jobcoach-een', r.n, r.groups
     from (values ('visit-b', 'dossier-a', 'visit', 4, '{"facts": {}}'::jsonb), ('visit-c', 'dossier-b', 'visit', 5, '{"facts": {}}'), ('measurement-b', 'dossier-b', 'measurement', 6, '{"result": {}}'),
       ('measurement-c', 'dossier-b', 'measurement', 7, '{"facts": {}}')) as r (id, dossier, kind, n, groups)
     join dossier d on d.dossier_id = r.dossier`,
  );
  await pool.query(`update record set n = n + 10 where record_id in ('visit-a', 'visit-c', 'measurement-c')`);
  await pool.query(`update record set groups = '{"result": {}}' where record_id = 'measurement-c'`);
  await pool.query(`delete from record where record_id in ('visit-b', 'measurement-a')`);

  const left = [
    { id: 'candidate-a', n: 1, kinds: ['candidate'], sets: ['municipality GM0268', 'region ', 'user jobcoach-een'] },
    { id: 'visit-a', n: 12, kinds: ['visit'], sets: ['municipality GM0268', 'region ', 'user jobcoach-een'] },
    { id: 'visit-c', n: 15, kinds: ['visit'], sets: ['municipality GM0296', 'region ', 'user jobcoach-een', 'user jobcoach-twee'] },
    { id: 'measurement-b', n: 6, kinds: ['measurement', 'measurement:result'], sets: ['municipality GM0296', 'region ', 'user jobcoach-een', 'user jobcoach-twee'] },
    { id: 'measurement-c', n: 17, kinds: ['measurement', 'measurement:result'], sets: ['municipality GM0296', 'region ', 'user jobcoach-een', 'user jobcoach-twee'] },
  ];
  const counted = new Map<string, { rows: number; xor: bigint }>();
  for (const { id, n, kinds, sets } of left) {
    for (const name of sets.flatMap((set) => kinds.map((kind) => `${set} ${kind}`))) {
      const { rows, xor } = counted.get(name) ?? { rows: 0, xor: 0n };
      counted.set(name, { rows: rows + 1, xor: xor ^ rowDigest(id as RecordId, n) });
    }
  }
  const found = Object.fromEntries((await digests()).map(({ scope, place, kind, rows, xor }) => [`${scope} ${place} ${kind}`, `${rows} ${xor}`]));
  expect(found).toEqual(Object.fromEntries([...counted].map(([name, { rows, xor }]) => [name, `${rows} ${BigInt.asIntN(64, xor)}`])));
  await pool.end();
});
