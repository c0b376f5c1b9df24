-- The digest of every set of rows that somebody's rights describe, kept up to date in the transaction that changes a
-- row, so that telling a reader theirs costs the same with a thousand rows stored as with a million [DIG1].
create table digest (
  region text not null,
  -- Whose set: all rows of the region, of one municipality, or of one person's caseload.
  scope text not null check (scope in ('region', 'municipality', 'user')),
  -- The municipality or the user; empty for the region.
  place text not null,
  -- A kind, or `kind:group` for the rows of that kind that have the group: some readers see only those.
  kind text not null,
  rows bigint not null,
  xor bigint not null,
  primary key (region, scope, place, kind)
) with (fillfactor = 50);

-- The same 64 bits as rowDigest in shared/sync/digest.ts.
create function row_digest(record_id text, n bigint) returns bigint language sql immutable
return ('x' || encode(substr(sha256(convert_to(record_id || ':' || n, 'UTF8')), 1, 8), 'hex'))::bit(64)::bigint;

-- What server/sync/read-plan.ts counts apart. Another one there needs a migration that defines this anew and counts it.
create function digest_kinds(kind text, groups jsonb) returns text[] language sql immutable
return case when kind = 'measurement' and groups ? 'result' then array[kind, 'measurement:result'] else array[kind] end;

create function digest_sets(of_region text, of_dossier text, of_municipality text) returns table (scope text, place text) language sql stable
begin atomic
  select 'region', ''
  union all select 'municipality', of_municipality where of_municipality is not null
  union all select 'user', c.user_id from caseload c where c.region = of_region and c.dossier_id = of_dossier;
end;

-- Triggers, because a writer that forgot this would make every device of the region fetch everything again. Rows that go
-- are counted down and XORed once more, which takes out what they put in.
create function digest_follows_record() returns trigger language plpgsql as $$
begin
  if tg_op in ('UPDATE', 'DELETE') then
    insert into digest as d (region, scope, place, kind, rows, xor)
    select r.region, s.scope, s.place, k.kind, -count(*), bit_xor(row_digest(r.record_id, r.n))
    from old_rows r, digest_sets(r.region, r.dossier_id, r.municipality) s, unnest(digest_kinds(r.kind, r.groups)) as k (kind)
    group by 1, 2, 3, 4
    on conflict (region, scope, place, kind) do update set rows = d.rows + excluded.rows, xor = d.xor # excluded.xor;
  end if;
  if tg_op in ('INSERT', 'UPDATE') then
    insert into digest as d (region, scope, place, kind, rows, xor)
    select r.region, s.scope, s.place, k.kind, count(*), bit_xor(row_digest(r.record_id, r.n))
    from new_rows r, digest_sets(r.region, r.dossier_id, r.municipality) s, unnest(digest_kinds(r.kind, r.groups)) as k (kind)
    group by 1, 2, 3, 4
    on conflict (region, scope, place, kind) do update set rows = d.rows + excluded.rows, xor = d.xor # excluded.xor;
  end if;
  return null;
end
$$;
create trigger digest_follows_insert after insert on record referencing new table as new_rows for each statement execute function digest_follows_record();
create trigger digest_follows_update after update on record referencing old table as old_rows new table as new_rows for each statement execute function digest_follows_record();
create trigger digest_follows_delete after delete on record referencing old table as old_rows for each statement execute function digest_follows_record();

-- Whoever comes into or leaves a caseload takes all rows of the dossier along.
create function digest_follows_caseload() returns trigger language plpgsql as $$
begin
  if tg_op in ('UPDATE', 'DELETE') then
    insert into digest as d (region, scope, place, kind, rows, xor)
    select c.region, 'user', c.user_id, k.kind, -count(*), bit_xor(row_digest(r.record_id, r.n))
    from old_rows c join record r on r.region = c.region and r.dossier_id = c.dossier_id, unnest(digest_kinds(r.kind, r.groups)) as k (kind)
    group by 1, 3, 4
    on conflict (region, scope, place, kind) do update set rows = d.rows + excluded.rows, xor = d.xor # excluded.xor;
  end if;
  if tg_op in ('INSERT', 'UPDATE') then
    insert into digest as d (region, scope, place, kind, rows, xor)
    select c.region, 'user', c.user_id, k.kind, count(*), bit_xor(row_digest(r.record_id, r.n))
    from new_rows c join record r on r.region = c.region and r.dossier_id = c.dossier_id, unnest(digest_kinds(r.kind, r.groups)) as k (kind)
    group by 1, 3, 4
    on conflict (region, scope, place, kind) do update set rows = d.rows + excluded.rows, xor = d.xor # excluded.xor;
  end if;
  return null;
end
$$;
create trigger digest_follows_insert after insert on caseload referencing new table as new_rows for each statement execute function digest_follows_caseload();
create trigger digest_follows_update after update on caseload referencing old table as old_rows new table as new_rows for each statement execute function digest_follows_caseload();
create trigger digest_follows_delete after delete on caseload referencing old table as old_rows for each statement execute function digest_follows_caseload();

insert into digest (region, scope, place, kind, rows, xor)
select r.region, s.scope, s.place, k.kind, count(*), bit_xor(row_digest(r.record_id, r.n))
from record r, digest_sets(r.region, r.dossier_id, r.municipality) s, unnest(digest_kinds(r.kind, r.groups)) as k (kind)
group by 1, 2, 3, 4;
