// First: Dexie looks for IndexedDB when it is loaded.
import { manualClock, seededRandomness } from '../../support/device.ts';
import { memoryPrivateFiles } from '../../support/memory-private-file.ts';
import { memoryJournalFiles } from '../../support/memory-journal-file.ts';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Principal } from '#shared/domain/roles.ts';
import { createLockedDevice } from '#renderer/data/locked-device.ts';
import { openDeviceDatabase, type DeviceDatabase } from '#renderer/data/db/device-database.ts';
import { noteMarker } from '#renderer/data/db/position-marker.ts';
import { emptyTally } from '#renderer/data/db/tally.ts';
import { openUserDatabase } from '#renderer/data/db/user-database.ts';
import type { StartSyncLoop } from '#renderer/data/sync-report.ts';
import { makeKeys, openKeys } from '#renderer/data/db/keyring.ts';
import { failure, success } from '#shared/lib/outcome.ts';
import type { DeviceId } from '#shared/domain/ids.ts';
import { sanne } from '../../fixtures/records.ts';

const principal: Principal = { userId: sanne, displayName: 'Sanne de Wit', role: 'jobcoach', region: 'rijk-van-nijmegen', municipalities: [] };
const passphrase = 'vier blauwe fietsen op de brug';

const privateFiles = memoryPrivateFiles();
const serverKey = { keyId: 'k1', publicKey: '' };

let database: DeviceDatabase;
let registered: string[];
const clock = manualClock();
/** The window's own running time. */
let running = manualClock(0);

function device(options: { readonly reachable?: boolean; readonly secret?: Uint8Array<ArrayBuffer> | null; readonly startSyncLoop?: StartSyncLoop } = {}) {
  return createLockedDevice({
    database,
    clock,
    randomness: seededRandomness(registered.length + 7),
    startSyncLoop: options.startSyncLoop ?? (() => ({ wake: () => undefined, end: () => undefined })),
    running,
    deviceSecret: () => Promise.resolve(success(options.secret ?? null)),
    journalFiles: memoryJournalFiles(),
    privateFile: (name) => privateFiles.get(name),
    deliverSealed: () => Promise.resolve([]),
    openContentFetch: () => () => Promise.resolve(null),
    storage: { persist: () => Promise.resolve(true), persisted: () => Promise.resolve(true) },
    registerDevice: ({ publicKey }) => {
      if (options.reachable === false) return Promise.resolve(failure({ kind: 'unreachable' }));
      registered.push(publicKey);
      return Promise.resolve(success(serverKey));
    },
  });
}

beforeEach(async () => {
  database?.close();
  indexedDB.deleteDatabase('veldwerk-device');
  indexedDB.deleteDatabase(`veldwerk-user-${sanne}`);
  database = openDeviceDatabase();
  await database.open();
  registered = [];
  running = manualClock(0);
  privateFiles.clear();
});

describe('the locked device', () => {
  it('after setting up, the right passphrase opens it again without a server', async () => {
    const first = await device().setUp(principal, passphrase);
    expect(first.ok).toBe(true);
    if (first.ok) await first.value.lock();
    const again = await device({ reachable: false }).unlock(sanne, passphrase);
    expect(again.ok).toBe(true);
    if (again.ok) await again.value.lock();
    expect(registered).toHaveLength(1);
  });

  it('a short or monotonous passphrase is refused, and nothing is made', async () => {
    expect(await device().setUp(principal, 'kort')).toEqual({ ok: false, problem: { kind: 'weak-passphrase' } });
    expect(await device().setUp(principal, 'aaaaaaaaaaaaaaaa')).toEqual({ ok: false, problem: { kind: 'weak-passphrase' } });
    expect(await database.accounts.count()).toBe(0);
  });

  it('without a server a first use makes no keys: its operations could never be accepted', async () => {
    expect(await device({ reachable: false }).setUp(principal, passphrase)).toEqual({ ok: false, problem: { kind: 'unreachable' } });
    expect(await database.accounts.count()).toBe(0);
  });

  it('setting up twice never replaces keys that open unsent work', async () => {
    const first = await device().setUp(principal, passphrase);
    if (first.ok) await first.value.lock();
    const before = await database.accounts.get(sanne);
    expect((await device().setUp(principal, 'een heel andere lange zin')).ok).toBe(false);
    expect((await database.accounts.get(sanne))?.keys).toEqual(before?.keys);
  });

  const wrong = (window: ReturnType<typeof device>) => window.unlock(sanne, 'niet de goede zin');
  const waiting = (waitMs: number) => ({ ok: false, problem: { kind: 'wrong-passphrase', waitMs } });
  async function setUpAndLocked() {
    const first = await device().setUp(principal, passphrase);
    if (first.ok) await first.value.lock();
  }
  async function expectOpens(window: ReturnType<typeof device>) {
    const opened = await window.unlock(sanne, passphrase);
    expect(opened.ok).toBe(true);
    if (opened.ok) await opened.value.lock();
  }

  it('wrong passphrases make one wait, and no clock on the wall shortens it: not one set ahead, not one set back', async () => {
    await setUpAndLocked();
    const window = device();
    for (let tries = 0; tries < 3; tries += 1) await wrong(window);
    for (const jumpMs of [-86_400_000, 3 * 365 * 86_400_000]) {
      clock.advance(jumpMs);
      expect(await window.unlock(sanne, passphrase)).toEqual(waiting(5_000));
    }
    running.advance(4_000);
    expect(await window.unlock(sanne, passphrase)).toEqual(waiting(1_000));
    running.advance(1_000);
    await expectOpens(window);
  });

  it('the wait outlives a restart, whatever the clock says, and a second window has no tries of its own', async () => {
    await setUpAndLocked();
    const [window, open] = [device(), device()];
    await open.knownAccounts();
    for (let tries = 0; tries < 4; tries += 1) {
      await wrong(window);
      running.advance(60_000);
    }
    // This one was open for minutes, and saw nothing of those.
    expect(await open.unlock(sanne, passphrase)).toEqual(waiting(10_000));
    clock.advance(86_400_000);
    running = manualClock(0);
    const restarted = device();
    await restarted.knownAccounts();
    expect(await restarted.unlock(sanne, passphrase)).toEqual(waiting(10_000));
    running.advance(10_000);
    await expectOpens(restarted);
  });

  it('two windows that try at the same moment are two tries', async () => {
    await setUpAndLocked();
    await Promise.all([wrong(device()), wrong(device())]);
    expect((await database.accounts.get(sanne))?.failures).toBe(2);
  });

  it('after ten wrong ones the right one does not open either, until the person has signed in; what was kept is still there', async () => {
    await setUpAndLocked();
    const work = openUserDatabase(sanne, 'strict');
    await work.drafts.add({ draftId: 'd', dossierId: 'dossier-a' as never, savedAtMs: 1, box: new Uint8Array(1) });
    const window = device();
    let last;
    for (let tries = 0; tries < 10; tries += 1) {
      last = await wrong(window);
      running.advance(3_600_000);
    }
    const needed = { ok: false, problem: { kind: 'sign-in-needed' } };
    expect(last).toEqual(needed);
    running.advance(86_400_000);
    expect(await window.unlock(sanne, passphrase)).toEqual(needed);
    expect(await device().unlock(sanne, passphrase)).toEqual(needed);
    await window.noteSignIn(sanne);
    await expectOpens(window);
    expect(await work.drafts.count()).toBe(1);
    work.close();
  });

  it('only a first use makes the operating system’s secret; an unlocking that misses it counts no try and says so', async () => {
    const asked: string[] = [];
    const withSecret = (there: boolean) => createLockedDevice({
      database, clock, running, randomness: seededRandomness(3), startSyncLoop: () => ({ wake: () => undefined, end: () => undefined }),
      deviceSecret: (purpose) => {
        asked.push(purpose);
        return Promise.resolve(there ? success(new Uint8Array(32).fill(7)) : failure({ kind: 'no-device-secret' as const }));
      },
      journalFiles: memoryJournalFiles(), privateFile: (name) => privateFiles.get(name), deliverSealed: () => Promise.resolve([]), openContentFetch: () => () => Promise.resolve(null),
      storage: { persist: () => Promise.resolve(true), persisted: () => Promise.resolve(true) }, registerDevice: () => Promise.resolve(success(serverKey)),
    });
    const first = await withSecret(true).setUp(principal, passphrase);
    if (first.ok) await first.value.lock();
    for (let tries = 0; tries < 4; tries += 1) expect(await withSecret(false).unlock(sanne, passphrase)).toEqual({ ok: false, problem: { kind: 'no-device-secret' } });
    expect((await database.accounts.get(sanne))?.failures).toBe(0);
    await expectOpens(withSecret(true));
    expect(asked).toEqual(['make', 'read', 'read', 'read', 'read', 'read']);
  });
});

describe('the key that proves the device', () => {
  /** Looks for memory that nobody holds any more, until this is such. */
  const isCollected = (key: WeakRef<object>): Promise<boolean> => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    return vi.waitFor(() => {
      collect();
      if (key.deref() !== undefined) throw new Error('still held');
      return true;
    }, 5_000).catch(() => false);
  };

  /** What runs while the device is unlocked, and until when. */
  async function unlockAndLock(): Promise<{ readonly key: WeakRef<object>; readonly hadIt: boolean; readonly told: readonly string[] }> {
    const told: string[] = [];
    const keys: WeakRef<CryptoKey>[] = [];
    const startSyncLoop: StartSyncLoop = (_identity, { signingKey }) => {
      told.push('begins');
      keys.push(new WeakRef(signingKey));
      return { wake: () => undefined, end: () => void told.push('ends') };
    };
    const opened = await device({ startSyncLoop }).unlock(sanne, passphrase);
    const [key] = keys;
    if (!opened.ok || key === undefined) throw new Error('not opened');
    const hadIt = key.deref() !== undefined;
    await opened.value.lock();
    return { key, hadIt, told };
  }

  it('[PROOF3] is in memory while the device is unlocked and no longer: the loop ends with the lock, and nothing holds or stores the key', async () => {
    const first = await device().setUp(principal, passphrase);
    if (first.ok) await first.value.lock();
    const wrongOnes: string[] = [];
    await device({ startSyncLoop: () => (wrongOnes.push('begins'), { wake: () => undefined, end: () => undefined }) }).unlock(sanne, 'niet de goede zin');
    expect(wrongOnes).toEqual([]);
    const { key, hadIt, told } = await unlockAndLock();
    expect({ hadIt, told }).toEqual({ hadIt: true, told: ['begins', 'ends'] });
    expect(await isCollected(key)).toBe(true);
    // IndexedDB could keep a key as it is, for whoever opens it next.
    const held = JSON.stringify(await database.accounts.toArray(), (_name, value: unknown) => (value instanceof CryptoKey ? 'a key' : value));
    expect(held).not.toContain('a key');
  });
});

describe('a device whose database came back empty', () => {
  it('[F12] [JRN8] still knows its people and opens for them, and the wait after wrong passphrases is not gone', async () => {
    const first = await device().setUp(principal, passphrase);
    if (first.ok) await first.value.lock();
    const window = device();
    for (let tries = 0; tries < 3; tries += 1) await window.unlock(sanne, 'niet de goede zin');
    await database.accounts.clear();
    expect((await window.knownAccounts()).map((account) => account.principal.userId)).toEqual([sanne]);
    expect(await window.unlock(sanne, passphrase)).toMatchObject({ ok: false, problem: { kind: 'wrong-passphrase' } });
    running.advance(5_000);
    const opened = await window.unlock(sanne, passphrase);
    expect(opened.ok).toBe(true);
    if (opened.ok) await opened.value.lock();
  });

  it('[F11] [F12] [JRN9] says that it was shortened, and does not say so after an ordinary restart', async () => {
    const first = await device().setUp(principal, passphrase);
    if (!first.ok) throw new Error('not set up');
    expect(first.value.start.shortened).toBe(false);
    await first.value.lock();
    const work = openUserDatabase(sanne, 'strict');
    const position = { key: 'position', epoch: 1, cursor: 50, lastPullAtMs: 1, backedUpThrough: 0, serverTimeMs: 0, journalEpoch: 1, generation: 1, tally: emptyTally, rebuilding: false, digestAgrees: true } as const;
    await work.position.put(position);
    await noteMarker(work, privateFiles.get(`${sanne}.marker.json`));
    const ordinary = await device().unlock(sanne, passphrase);
    expect(ordinary.ok && ordinary.value.start.shortened).toBe(false);
    if (ordinary.ok) await ordinary.value.lock();
    await work.position.put({ ...position, cursor: 20 });
    const shorter = await device().unlock(sanne, passphrase);
    expect(shorter.ok && shorter.value.start.shortened).toBe(true);
    if (shorter.ok) await shorter.value.lock();
    await work.position.clear();
    const empty = await device().unlock(sanne, passphrase);
    expect(empty.ok && empty.value.start.shortened).toBe(true);
    if (empty.ok) await empty.value.lock();
    work.close();
  });
});

describe('the wrapped keys', () => {
  const deviceId = '00000000-0000-4000-8000-000000000001' as DeviceId;

  it('open only with both the passphrase and the secret of the operating system', async () => {
    const deviceSecret = new Uint8Array(32).fill(7);
    const { wrapped } = await makeKeys(sanne, deviceId, { passphrase, deviceSecret });
    expect(wrapped).toMatchObject({ format: 1, deviceSecret: 'safe-storage', kdf: { name: 'PBKDF2', iterations: 600_000 } });
    expect(await openKeys(wrapped, { passphrase, deviceSecret: null })).toBeNull();
    expect(await openKeys(wrapped, { passphrase: 'vier blauwe fietsen op de bruG', deviceSecret })).toBeNull();
    expect(await openKeys(wrapped, { passphrase, deviceSecret })).not.toBeNull();
  });

  it('do not open when they were moved to another person', async () => {
    const { wrapped } = await makeKeys(sanne, deviceId, { passphrase, deviceSecret: null });
    expect(await openKeys({ ...wrapped, userId: 'iemand-anders' as typeof sanne }, { passphrase, deviceSecret: null })).toBeNull();
  });

  it('leave no key that could be taken out of memory again', async () => {
    const { open } = await makeKeys(sanne, deviceId, { passphrase, deviceSecret: null });
    await expect(crypto.subtle.exportKey('raw', open.dataKey)).rejects.toThrow();
    await expect(crypto.subtle.exportKey('pkcs8', open.signingKey)).rejects.toThrow();
  });
});
