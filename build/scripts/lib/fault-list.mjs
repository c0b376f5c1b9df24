/**
 * The 25 faults that nothing may be lost to. `simulated` names what the simulation strikes with, or counts, for
 * this fault (test/simulation/world): empty where a simulation would only play at it. `limit` says what is not proven with real processes.
 */
export const faults = [
  { number: 1, what: 'kill straight after "opgeslagen"', simulated: ['window-killed', 'power-lost'] },
  { number: 2, what: 'answer lost after the server committed', simulated: ['line-loses', 'line-cut-down', 'server-dies-often'] },
  { number: 3, what: 'server dies in mid-batch, one operation is poison', simulated: ['server-dies-often', 'server-down', 'poison'] },
  { number: 4, what: 'the same batch twice, in parallel', simulated: ['line-doubles'] },
  { number: 5, what: 'answers reordered, a stale pull last', simulated: ['line-slow', 'proxy-replays'] },
  { number: 6, what: 'flapping and one-way partitions', simulated: ['line-cut', 'line-cut-up', 'line-cut-down'] },
  { number: 7, what: 'captive portal, proxy, truncated or cached answers', simulated: ['portal', 'line-truncates', 'line-garbles', 'proxy-replays'] },
  { number: 8, what: 'sleep for nine hours with an open socket', simulated: ['everyone-sleeps'], limit: 'real processes stand still for 35 s, longer than a dead socket may go unnoticed; the nine hours are the simulation\'s' },
  { number: 9, what: 'the profile is restored from an old backup', simulated: ['store-restored', 'profile-restored'] },
  { number: 10, what: 'the server is restored from yesterday', simulated: ['server-restored', 'restored-day'] },
  { number: 11, what: 'the tail of storage is lost', simulated: ['store-tail-lost'] },
  { number: 12, what: 'the store is wiped or does not open', simulated: ['store-wiped'] },
  { number: 13, what: 'disk full while typing, syncing, migrating', simulated: ['disk-full', 'journal-full'], limit: 'on a real small disk while typing and saving; a full disk in a sync is the simulation\'s, a broken upgrade F17\'s' },
  { number: 14, what: 'storage is not durable, is evicted, private window', simulated: [] },
  { number: 15, what: 'two windows, the leading one freezes', simulated: ['second-window', 'window-frozen', 'frozen-leader'] },
  { number: 16, what: 'an upgrade blocked by an old window', simulated: [] },
  { number: 17, what: 'kill in the middle of a migration with unsent work', simulated: [] },
  { number: 18, what: 'old client with new server and the reverse, unknown fields kept', simulated: [] },
  { number: 19, what: 'downgrade of app or browser', simulated: [] },
  { number: 20, what: 'clocks: +3 years, -1 day, DST, jump in mid-batch', simulated: ['clock-wrong'] },
  { number: 21, what: 'concurrent edits, edit against delete, the same person entered twice', simulated: ['outcome-conflict'] },
  { number: 22, what: 'a device away for 400 days, erased persons stay erased', simulated: ['more-than-a-year-passes'] },
  { number: 23, what: 'a caseload is withdrawn while notes are unsent', simulated: ['outcome-handed-over', 'lost-reach'] },
  { number: 24, what: 'token expired, user A out, user B in on the same laptop', simulated: ['sessions-end', 'other-person', 'handed-on'] },
  { number: 25, what: 'a 25 MB attachment killed at every chunk', simulated: [] },
];
