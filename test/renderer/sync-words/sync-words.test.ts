import { describe, expect, it } from 'vitest';
import type { SyncStatus } from '#renderer/data/views.ts';
import { syncWords } from '#renderer/features/sync/sync-words.ts';

const atMs = Date.UTC(2026, 10, 22, 13, 32);
const status = (part: Partial<SyncStatus>): SyncStatus => ({ phase: 'idle', connection: 'connected', unsentCount: 0, problemCount: 0, attachmentsLeft: 0, lastPullAtMs: atMs, isReadable: true, progress: null, allSent: false, ...part });
const keys = (part: Partial<SyncStatus>) => syncWords(status(part)).work.map(({ key }) => key);

describe('the words in the header', () => {
  it('[VIEW3] says "Alles verstuurd" only when the device says so', () => {
    expect(keys({ allSent: true })).toEqual(['header.allSent', 'header.lastPull']);
    expect(keys({ allSent: false })).toEqual(['header.lastPull']);
  });

  it('never says "Alles verstuurd" beside anything that waits or needs a person, whatever else claims it', () => {
    expect(keys({ allSent: true, unsentCount: 1 })).not.toContain('header.allSent');
    expect(keys({ allSent: true, problemCount: 1 })).not.toContain('header.allSent');
  });

  it('names what needs a person first, then what waits, then when it was last updated', () => {
    expect(syncWords(status({ unsentCount: 3, problemCount: 2 })).work).toEqual([
      { key: 'header.problems', count: 2 },
      { key: 'header.unsent', count: 3 },
      { key: 'header.lastPull', atMs },
    ]);
  });

  it('says so when nothing was ever fetched', () => {
    expect(keys({ lastPullAtMs: null })).toEqual(['header.neverPulled']);
  });

  it('does not treat being offline as something a person must mend', () => {
    const words = syncWords(status({ connection: 'unreachable', unsentCount: 3 }));
    expect(words.connection).toEqual({ key: 'header.unreachable' });
    expect(words.needsPerson).toBe(false);
  });

  it.each(['signed-out', 'other-user', 'too-old'] as const)('asks for a person when the connection is %s', (connection) => {
    expect(syncWords(status({ connection })).needsPerson).toBe(true);
  });

  it('shows progress only as far as it is known', () => {
    expect(syncWords(status({ phase: 'fetching' })).connection).toEqual({ key: 'header.fetching' });
    expect(syncWords(status({ phase: 'fetching', progress: { done: 3, total: 10 } })).connection).toEqual({ key: 'header.progress', done: 3, total: 10 });
    expect(syncWords(status({ phase: 'fetching', progress: { done: 0, total: 0 } })).connection).toEqual({ key: 'header.fetching' });
  });
});
