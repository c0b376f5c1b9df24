// First: Dexie looks for IndexedDB when it is loaded.
import { manualClock, seededRandomness } from '../../support/device.ts';
import { memoryPrivateFiles } from '../../support/memory-private-file.ts';
import { memoryJournalFiles } from '../../support/memory-journal-file.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Principal } from '#shared/domain/roles.ts';
import { createLockedDevice } from '#renderer/data/locked-device.ts';
import { openDeviceDatabase, type DeviceDatabase } from '#renderer/data/db/device-database.ts';
import { noteMarker } from '#renderer/data/db/position-marker.ts';
import { emptyTally } from '#renderer/data/db/tally.ts';
import { openUserDatabase } from '#renderer/data/db/user-database.ts';
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

function device(options: { readonly reachable?: boolean; readonly secret?: Uint8Array<ArrayBuffer> | null } = {}) {
  return createLockedDevice({
    database,
    clock,
    randomness: seededRandomness(registered.length + 7),
    startSyncLoop: () => ({ wake: () => undefined, end: () => undefined }),
    deviceSecret: () => Promise.resolve(options.secret ?? null),
    journalFiles: memoryJournalFiles(),
    privateFile: (name) => privateFiles.get(name),
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

  it('wrong passphrases make one wait, also after a restart and also when the clock is set back', async () => {
    const first = await device().setUp(principal, passphrase);
    if (first.ok) await first.value.lock();
    for (let wrong = 0; wrong < 3; wrong += 1) await device().unlock(sanne, 'niet de goede zin');
    expect(await device().unlock(sanne, passphrase)).toEqual({ ok: false, problem: { kind: 'wrong-passphrase', waitMs: 5_000 } });
    clock.advance(-86_400_000);
    expect(await device().unlock(sanne, passphrase)).toEqual({ ok: false, problem: { kind: 'wrong-passphrase', waitMs: 5_000 } });
    clock.advance(86_400_000 + 5_000);
    const opened = await device().unlock(sanne, passphrase);
    expect(opened.ok).toBe(true);
    if (opened.ok) await opened.value.lock();
  });
});

describe('a device whose database came back empty', () => {
  it('[F12] [JRN8] still knows its people and opens for them, and the wait after wrong passphrases is not gone', async () => {
    const first = await device().setUp(principal, passphrase);
    if (first.ok) await first.value.lock();
    for (let wrong = 0; wrong < 3; wrong += 1) await device().unlock(sanne, 'niet de goede zin');
    await database.accounts.clear();
    expect((await device().knownAccounts()).map((account) => account.principal.userId)).toEqual([sanne]);
    expect(await device().unlock(sanne, passphrase)).toMatchObject({ ok: false, problem: { kind: 'wrong-passphrase' } });
    clock.advance(5_000);
    const opened = await device().unlock(sanne, passphrase);
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
