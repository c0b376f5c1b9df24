-- The content of attachments lies in files, named after the id of its record; here is what is known of each [ATT1-ATT11].
create table attachment (
  region text not null,
  -- Of the record that will name it. The content comes first.
  attachment_id text not null check (attachment_id ~ '^[0-9a-f-]{36}$'),
  dossier_id text not null,
  -- Who sends it; the record's author must be the same.
  user_id text not null,
  media_type text not null,
  size_bytes bigint not null check (size_bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- 'verified': whole, compared with its SHA-256, flushed. 'refused': it was whole, and is nothing that we keep.
  state text not null check (state in ('incomplete', 'verified', 'refused')),
  -- Why, as the code of a sentence.
  refusal text,
  -- Moved on by every sign of its sender; an incomplete one goes when it has passed [ATT11].
  expires_at_ms bigint not null,
  verified_at_ms bigint,
  primary key (region, attachment_id),
  foreign key (region, dossier_id) references dossier (region, dossier_id),
  check ((state = 'verified') = (verified_at_ms is not null)),
  check ((state = 'refused') = (refusal is not null))
);
create index attachment_by_dossier on attachment (region, dossier_id);
create index attachment_incomplete on attachment (expires_at_ms) where state = 'incomplete';
