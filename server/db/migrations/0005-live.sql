-- Every server process on this database hears, at commit, that a region moved; not what, and not who [LIV1].
create function region_moved() returns trigger language plpgsql as $$
begin
  perform pg_notify('veldwerk_region', new.id);
  return null;
end
$$;
create trigger region_moved after update of n, epoch on region for each row
  when (old.n <> new.n or old.epoch <> new.epoch) execute function region_moved();
