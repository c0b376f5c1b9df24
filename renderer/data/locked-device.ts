import type { DeviceId } from '#shared/domain/ids.ts';
import type { Clock } from '#shared/lib/clock.ts';
import type { Randomness } from '#shared/lib/random.ts';
import { failure, success, type Outcome } from '#shared/lib/outcome.ts';
import type { LockedDevice, RegistrationProblem } from './device.ts';
import type { PrivateFile } from '../platform/private-file.ts';
import { backUpAccounts, restoreAccounts } from './db/account-backup.ts';
import type { DeviceDatabase } from './db/device-database.ts';
import { makeKeys, openKeys, type ServerSealingKey, type WrappedKeys } from './db/keyring.ts';
import { isStrongEnough, waitAfterFailuresMs } from './db/passphrase.ts';
import type { JournalFiles } from './journal/journal-files.ts';
import type { StartSyncLoop } from './sync-report.ts';
import { openUnlockedDevice } from './unlocked-device.ts';

export interface LockedParts {
  readonly database: DeviceDatabase;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly startSyncLoop: StartSyncLoop;
  /** The operating system's secret for this device, or null in a plain window. */
  readonly deviceSecret: () => Promise<Uint8Array<ArrayBuffer> | null>;
  /** The browser's promise to keep this site's data; the page's own `navigator.storage`. */
  readonly storage: Pick<StorageManager, 'persist' | 'persisted'>;
  readonly journalFiles: JournalFiles;
  /** A small file outside IndexedDB, by name. */
  readonly privateFile: (name: string) => PrivateFile;
  /** Tells the server which public key is this device's. @returns the server's own */
  readonly registerDevice: (device: { readonly deviceId: string; readonly publicKey: string; readonly userId: string }) => Promise<Outcome<ServerSealingKey, RegistrationProblem>>;
}

export function createLockedDevice({ database, clock, randomness, startSyncLoop, deviceSecret, storage, journalFiles, privateFile, registerDevice }: LockedParts): LockedDevice {
  const backup = privateFile('accounts.json');
  return {
    async knownAccounts() {
      await restoreAccounts(database, backup);
      const rows = await database.accounts.toArray();
      return rows.map(({ principal, lastUsedAtMs }) => ({ principal, lastUsedAtMs })).sort((a, b) => b.lastUsedAtMs - a.lastUsedAtMs);
    },

    async unlock(userId, passphrase) {
      const account = await database.accounts.get(userId);
      if (account === undefined) return failure({ kind: 'unknown-account' });
      const nowMs = clock.nowMs();
      const waitMs = remainingWaitMs(account.failures, account.lastFailureAtMs, nowMs);
      if (waitMs > 0) return failure({ kind: 'wrong-passphrase', waitMs });
      // Counted before it is tried: switching the laptop off in time must not give a free guess.
      await database.accounts.update(userId, { failures: account.failures + 1, lastFailureAtMs: nowMs });
      await backUpAccounts(database, backup);
      const keys = await openKeys(account.keys, { passphrase, deviceSecret: account.keys.deviceSecret === 'none' ? null : await deviceSecret() });
      if (keys === null) return failure({ kind: 'wrong-passphrase', waitMs: waitAfterFailuresMs(account.failures + 1) });
      await database.accounts.update(userId, { failures: 0, lastFailureAtMs: 0, lastUsedAtMs: nowMs });
      await backUpAccounts(database, backup);
      try {
        return success(await openUnlockedDevice({ principal: account.principal, wrapped: account.keys, keys, clock, randomness, startSyncLoop, journalFiles, privateFile }));
      } catch (error) {
        if (error instanceof Error) return failure({ kind: 'storage' });
        throw error;
      }
    },

    async setUp(principal, passphrase) {
      if (!isStrongEnough(passphrase)) return failure({ kind: 'weak-passphrase' });
      const { wrapped: made, open } = await makeKeys(principal.userId, randomness.uuid() as DeviceId, { passphrase, deviceSecret: await deviceSecret() });
      const registered = await registerDevice({ deviceId: made.deviceId, publicKey: made.publicKey, userId: principal.userId });
      if (!registered.ok) return registered;
      const wrapped: WrappedKeys = { ...made, serverKey: registered.value };
      try {
        // `add`, never `put`: keys of a person who was here before open work that may not be sent yet.
        await database.accounts.add({ userId: principal.userId, principal, keys: wrapped, lastUsedAtMs: clock.nowMs(), failures: 0, lastFailureAtMs: 0 });
        await backUpAccounts(database, backup);
        await storage.persist();
        return success(await openUnlockedDevice({ principal, wrapped, keys: open, clock, randomness, startSyncLoop, journalFiles, privateFile }));
      } catch (error) {
        if (error instanceof Error) return failure({ kind: 'storage' });
        throw error;
      }
    },

    storageIsDurable: () => storage.persisted(),
  };
}

/** A clock that was set back counts as no time passed: the whole wait begins again. */
function remainingWaitMs(failures: number, lastFailureAtMs: number, nowMs: number): number {
  const wait = waitAfterFailuresMs(failures);
  const passed = Math.max(0, nowMs - lastFailureAtMs);
  return Math.max(0, wait - passed);
}
