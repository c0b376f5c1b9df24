-- Who reads proves with every request that the device's own key is at work [PROOF1]. What a session's challenges are made
-- with never leaves this database. gen_random_uuid is the one source of strong randomness that needs no extension: two of
-- them are 244 random bits.
alter table session add column challenge_key bytea not null
  default decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')
  check (octet_length(challenge_key) = 32);
-- The one device that works in this session, from its first use on [PROOF4].
alter table session add column device_id uuid;
