-- Each line of the audit is chained to the one before it, per device: what is taken out or changed later is noticed. What was
-- written before there were chains stays as it is.
create table audit_chain (
  region text not null references region (id),
  chain text not null,
  -- Lines so far, and the hash of the last one over everything before it.
  place bigint not null default 0,
  hash text not null default '',
  primary key (region, chain)
);
alter table audit_event add column chain text, add column place bigint, add column hash text;
alter table audit_event add constraint audit_event_is_chained check (chain is not null and place is not null and hash is not null) not valid;
create unique index audit_event_by_chain on audit_event (region, chain, place) where chain is not null;
