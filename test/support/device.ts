import 'fake-indexeddb/auto';
import type { DeviceId } from '#shared/domain/ids.ts';
import type { Clock } from '#shared/lib/clock.ts';
import type { Randomness } from '#shared/lib/random.ts';
import { createCipher, type Cipher } from '#renderer/data/db/cipher.ts';
import { createDexieDeviceStore } from '#renderer/data/db/dexie-device-store.ts';
import { openUserDatabase, type UserDatabase } from '#renderer/data/db/user-database.ts';
import type { KeepParts } from '#renderer/data/commands/keep.ts';
import type { DeviceStore, PullPage } from '#shared/sync/ports.ts';
import { sanne } from '../fixtures/records.ts';

/** A clock that stands still until it is told otherwise. */
export interface ManualClock extends Clock {
  advance(byMs: number): void;
}

export function manualClock(startMs = 1_763_700_000_000): ManualClock {
  let nowMs = startMs;
  return { nowMs: () => nowMs, advance: (byMs) => void (nowMs += byMs) };
}

/** Random enough to be unique, equal in every run. */
export function seededRandomness(seed = 1): Randomness {
  let state = seed;
  const next = () => {
    // Park and Miller's minimal standard generator.
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const hex = (digits: number) => Array.from({ length: digits }, () => Math.floor(next() * 16).toString(16)).join('');
  return { fraction: next, uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}` };
}

export interface TestDevice {
  readonly database: UserDatabase;
  readonly cipher: Cipher;
  readonly store: DeviceStore;
  readonly parts: KeepParts;
  readonly clock: ManualClock;
}

let devices = 0;

/** A device with an empty database of its own, real cryptography, and IndexedDB in memory. */
export async function testDevice(userId: string = sanne): Promise<TestDevice> {
  devices += 1;
  const database = openUserDatabase(`${userId}-${devices}`, 'strict');
  await database.open();
  const dataKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const cipher = createCipher(dataKey);
  const clock = manualClock();
  const randomness = seededRandomness(devices);
  const parts: KeepParts = {
    database,
    cipher,
    clock,
    randomness,
    writeSecondCopy: () => Promise.resolve(true),
    withdrawSecondCopy: () => Promise.resolve(),
    sign: (text) => Promise.resolve(`signed ${text.length}`),
    identity: { userId: sanne, deviceId: '00000000-0000-4000-8000-000000000001' as DeviceId },
  };
  return { database, cipher, store: createDexieDeviceStore(database, cipher), parts, clock };
}

export function pullPage(change: Partial<PullPage> = {}): PullPage {
  return { epoch: 1, serverTimeMs: 0, cursor: 1, more: false, remaining: 0, dossiers: [], outcomes: [], forget: [], backedUpThrough: 0, digest: null, ...change };
}
