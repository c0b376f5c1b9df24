-- The first schema. Every table carries its region, so that it can become the distribution key of a cluster later.
-- PostgreSQL 15 subset. Times are milliseconds since 1970 as the server's clock gave them.

create table region (
  id text primary key,
  name text not null,
  -- Changes when this server was restored from a backup, so that an n handed out twice is never the same version.
  epoch integer not null default 1 check (epoch >= 1),
  -- The one counter of the region's order [APPLY7]. Its row is the lock that every writer holds until commit.
  n bigint not null default 0 check (n >= 0),
  backed_up_through bigint not null default 0
);

create table app_user (
  region text not null references region (id),
  user_id text not null,
  display_name text not null,
  role text not null,
  municipalities text[] not null default '{}',
  -- Only these can be chosen at the demo's sign-in.
  demo boolean not null default false,
  primary key (region, user_id)
);

create table session (
  -- SHA-256 of the id in the cookie: reading this table lets nobody in.
  id_hash bytea primary key,
  region text not null,
  user_id text not null,
  created_at_ms bigint not null,
  expires_at_ms bigint not null,
  foreign key (region, user_id) references app_user (region, user_id) on delete cascade
);
create index session_by_expiry on session (expires_at_ms);

create table device (
  region text not null,
  device_id uuid not null,
  user_id text not null,
  -- Raw Ed25519 public key.
  public_key bytea not null check (octet_length(public_key) = 32),
  registered_at_ms bigint not null,
  last_contact_at_ms bigint not null,
  revoked_at_ms bigint,
  primary key (region, device_id),
  foreign key (region, user_id) references app_user (region, user_id)
);

create table dossier (
  region text not null references region (id),
  dossier_id text not null,
  type text not null check (type in ('candidate', 'employer', 'region')),
  -- The candidate or employer itself; a dossier has exactly one. The region's own dossier has none.
  main_record_id text,
  municipality text,
  primary key (region, dossier_id)
);

-- Who has the dossier in their caseload: the candidate's team, one row per person.
create table caseload (
  region text not null,
  user_id text not null,
  dossier_id text not null,
  primary key (region, user_id, dossier_id),
  foreign key (region, dossier_id) references dossier (region, dossier_id) on delete cascade
);
create index caseload_by_dossier on caseload (region, dossier_id);

create table record (
  region text not null,
  record_id text not null,
  dossier_id text not null,
  dossier_type text not null,
  kind text not null,
  -- The dossier's, kept here so that a pull needs no join.
  municipality text,
  created_by text not null,
  -- Its place in the order of delivery: at least the highest n of its groups, higher when it was delivered again
  -- to people who gained reach. No two records share one, so a page can end after any row [PULL6].
  n bigint not null,
  -- {group: {version: {epoch, n}, changedBy, changedAtMs, data}}
  groups jsonb not null,
  primary key (region, record_id),
  foreign key (region, dossier_id) references dossier (region, dossier_id)
);
create unique index record_by_n on record (region, n);
create index record_by_dossier on record (region, dossier_id, n);
create index record_by_municipality on record (region, municipality, n) where municipality is not null;
create index record_outside_candidates on record (region, n) where dossier_type <> 'candidate';

-- Every operation that was authentic, for ever: its id never has a second effect [PUSH3], and it stays as evidence.
create table operation (
  region text not null,
  op_id uuid not null,
  payload_hash text not null,
  user_id text not null,
  device_id uuid not null,
  dossier_id text not null,
  record_id text not null,
  kind text not null,
  received_at_ms bigint not null,
  outcome text not null check (outcome in ('applied', 'conflict', 'refused')),
  -- The outcome as the device gets it.
  detail json not null,
  -- The signed operation as it came: json, not jsonb, so that its text stays what was signed.
  evidence json not null,
  primary key (region, op_id)
);
create index operation_by_record on operation (region, record_id, received_at_ms);

-- Which outcome a device still has to hear, in the same order as the rows. A repeat moves it to a new n.
create table delivery (
  region text not null,
  user_id text not null,
  device_id uuid not null,
  op_id uuid not null,
  n bigint not null,
  outcome json not null,
  primary key (region, op_id, user_id, device_id)
);
create unique index delivery_by_user on delivery (region, user_id, n);

create table conflict (
  region text not null,
  op_id uuid not null,
  dossier_id text not null,
  record_id text not null,
  groups text[] not null,
  opened_at_ms bigint not null,
  resolved_at_ms bigint,
  primary key (region, op_id)
);
create index conflict_open on conflict (region, dossier_id) where resolved_at_ms is null;

-- Dossiers that left a person's rights, to be removed from their devices.
create table forget (
  region text not null,
  user_id text not null,
  dossier_id text not null,
  n bigint not null,
  primary key (region, user_id, dossier_id)
);
create index forget_by_user on forget (region, user_id, n);

create table audit_event (
  id bigint generated always as identity primary key,
  region text not null,
  at_ms bigint not null,
  user_id text,
  device_id uuid,
  request_id text,
  action text not null,
  dossier_id text,
  record_id text,
  result text not null,
  -- Codes and counts, never what a record says.
  detail jsonb not null default '{}'
);
create index audit_event_by_dossier on audit_event (region, dossier_id, id) where dossier_id is not null;

create function audit_event_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit is append-only';
end
$$;
create trigger audit_event_is_append_only before update or delete or truncate on audit_event
  for each statement execute function audit_event_is_append_only();
