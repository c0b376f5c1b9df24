-- The key pair that the second journals of the region's devices are sealed to: a line can be opened here when nobody on
-- the device can any more. Several may exist; devices seal to the newest, old lines open with the one they name.
create table sealing_key (
  region text not null references region (id),
  key_id text not null,
  -- Uncompressed P-256 point.
  public_key bytea not null check (octet_length(public_key) = 65),
  -- The private scalar. A production installation keeps this table in a database whose disks and backups are encrypted.
  private_key bytea not null,
  made_at_ms bigint not null,
  primary key (region, key_id)
);
