import pg from 'pg';

/**
 * Changes so many records behind the server's back, each in another dossier, in the region's order and with its digests,
 * but without the notification: a device learns of it when the bench lets it ask.
 */
export async function changeRecords(databaseUrl: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('alter table region disable trigger region_moved');
    await client.query('select 1 from region for update');
    const { rowCount } = await client.query(
      `with chosen as (select region, record_id, row_number() over (order by n) as place from record where kind = 'candidate' order by n limit $1)
       update record r set n = g.n + c.place, groups = jsonb_set(r.groups, '{status,version,n}', to_jsonb(g.n + c.place))
       from chosen c join region g on g.id = c.region where r.region = c.region and r.record_id = c.record_id`,
      [count],
    );
    if (rowCount !== count) throw new Error(`${rowCount} records were changed instead of ${count}`);
    await client.query('update region set n = n + $1', [count]);
    await client.query('alter table region enable trigger region_moved');
    await client.query('commit');
  } finally {
    await client.end();
  }
}
