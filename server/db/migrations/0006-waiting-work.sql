-- Work that did not apply as it came: handed over by people whose rights had ended, or decided about by a person.
alter table operation drop constraint operation_outcome_check;
alter table operation add constraint operation_outcome_check
  check (outcome in ('applied', 'conflict', 'refused', 'handed-over', 'resolved'));

-- The groups that the waiting operation writes: who may write them may decide. For conflicts of before this, those that conflict.
alter table conflict add column written text[];
update conflict set written = groups;
alter table conflict alter column written set not null;
alter table conflict add column resolved_by uuid;

-- What groups with long text held before they were changed, to put two people's changes together [CON2]. All else that
-- was ever written stands in the operations.
create table record_history (
  region text not null,
  record_id text not null,
  group_name text not null,
  -- Of its version.
  n bigint not null,
  -- {version, changedBy, changedAtMs, data}
  value jsonb not null,
  primary key (region, record_id, group_name, n)
);
