import type { DeviceId } from '#shared/domain/ids.ts';
import type { Clock } from '#shared/lib/clock.ts';
import type { Randomness } from '#shared/lib/random.ts';
import { failure, success, type Outcome } from '#shared/lib/outcome.ts';
import type { LockedDevice, RegistrationProblem, UnlockProblem } from './device.ts';
import type { PrivateFile } from '../platform/private-file.ts';
import { backUpAccounts, restoreAccounts } from './db/account-backup.ts';
import type { DeviceDatabase } from './db/device-database.ts';
import { makeKeys, openKeys, type ServerSealingKey, type WrappedKeys } from './db/keyring.ts';
import { isStrongEnough, mostFailures, waitAfterFailuresMs } from './db/passphrase.ts';
import type { DeliverSealed } from './journal/deliver-unopened.ts';
import type { OpenContentFetch } from './queries/content-addresses.ts';
import type { JournalFiles } from './journal/journal-files.ts';
import type { StartSyncLoop } from './sync-report.ts';
import { openUnlockedDevice } from './unlocked-device.ts';

export interface LockedParts {
  readonly database: DeviceDatabase;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly startSyncLoop: StartSyncLoop;
  /** The operating system's secret for this device, or null in a plain window. */
  readonly deviceSecret: (purpose: 'read' | 'make') => Promise<Outcome<Uint8Array<ArrayBuffer> | null, { readonly kind: 'no-device-secret' }>>;
  /** Runs on, whatever is done to the clock on the wall; begins anew with the window. */
  readonly running: Clock;
  /** The browser's promise to keep this site's data; the page's own `navigator.storage`. */
  readonly storage: Pick<StorageManager, 'persist' | 'persisted'>;
  readonly journalFiles: JournalFiles;
  /** A small file outside IndexedDB, by name. */
  readonly privateFile: (name: string) => PrivateFile;
  /** Brings lines that only the server can open to it [JRN11]. */
  readonly deliverSealed: DeliverSealed;
  readonly openContentFetch: OpenContentFetch;
  /** Tells the server which public key is this device's. @returns the server's own */
  readonly registerDevice: (device: { readonly deviceId: string; readonly publicKey: string; readonly userId: string }) => Promise<Outcome<ServerSealingKey, RegistrationProblem>>;
}

export function createLockedDevice({ database, clock, running, randomness, startSyncLoop, deviceSecret, storage, journalFiles, privateFile, deliverSealed, openContentFetch, registerDevice }: LockedParts): LockedDevice {
  const backup = privateFile('accounts.json');
  /** How many wrong ones this window last saw of each person, and since when, by its own running time. */
  const seen = new Map<string, { readonly failures: number; readonly sinceMs: number }>();
  const see = (userId: string, failures: number): number => {
    const known = seen.get(userId);
    if (known?.failures === failures) return known.sinceMs;
    const sinceMs = running.nowMs();
    seen.set(userId, { failures, sinceMs });
    return sinceMs;
  };

  /**
   * Whether this person may try now; if so it is counted as wrong before it is tried, so that switching the laptop off in
   * time gives no free guess. Another window, a restart and a clock that was set begin the whole wait anew: only time that
   * this window saw go by counts.
   */
  const takeTry = (userId: string): Promise<UnlockProblem | number> =>
    database.transaction('rw', database.accounts, async () => {
      const failures = (await database.accounts.get(userId))?.failures ?? 0;
      if (failures >= mostFailures) return { kind: 'sign-in-needed' };
      const waitMs = waitAfterFailuresMs(failures) - (running.nowMs() - see(userId, failures));
      if (waitMs > 0) return { kind: 'wrong-passphrase', waitMs };
      await database.accounts.update(userId, { failures: failures + 1, lastFailureAtMs: clock.nowMs() });
      return failures + 1;
    });

  return {
    async knownAccounts() {
      await restoreAccounts(database, backup);
      const rows = await database.accounts.toArray();
      for (const { userId, failures } of rows) see(userId, failures);
      return rows.map(({ principal, lastUsedAtMs }) => ({ principal, lastUsedAtMs })).sort((a, b) => b.lastUsedAtMs - a.lastUsedAtMs);
    },

    async unlock(userId, passphrase) {
      const account = await database.accounts.get(userId);
      if (account === undefined) return failure({ kind: 'unknown-account' });
      const secret = account.keys.deviceSecret === 'none' ? success(null) : await deviceSecret('read');
      if (!secret.ok) return secret;
      const failures = await takeTry(userId);
      if (typeof failures === 'object') return failure(failures);
      see(userId, failures);
      await backUpAccounts(database, backup);
      const keys = await openKeys(account.keys, { passphrase, deviceSecret: secret.value });
      if (keys === null) return failure(failures >= mostFailures ? { kind: 'sign-in-needed' } : { kind: 'wrong-passphrase', waitMs: waitAfterFailuresMs(failures) });
      await database.accounts.update(userId, { failures: 0, lastFailureAtMs: 0, lastUsedAtMs: clock.nowMs() });
      await backUpAccounts(database, backup);
      try {
        return success(await openUnlockedDevice({ principal: account.principal, wrapped: account.keys, keys, clock, randomness, startSyncLoop, journalFiles, privateFile, deliverSealed, openContentFetch }));
      } catch (error) {
        if (error instanceof Error) return failure({ kind: 'storage' });
        throw error;
      }
    },

    async noteSignIn(userId) {
      if ((await database.accounts.update(userId, { failures: 0, lastFailureAtMs: 0 })) === 1) await backUpAccounts(database, backup);
    },

    async setUp(principal, passphrase) {
      if (!isStrongEnough(passphrase)) return failure({ kind: 'weak-passphrase' });
      const secret = await deviceSecret('make');
      if (!secret.ok) return secret;
      const { wrapped: made, open } = await makeKeys(principal.userId, randomness.uuid() as DeviceId, { passphrase, deviceSecret: secret.value });
      const registered = await registerDevice({ deviceId: made.deviceId, publicKey: made.publicKey, userId: principal.userId });
      if (!registered.ok) return registered;
      const wrapped: WrappedKeys = { ...made, serverKey: registered.value };
      try {
        // `add`, never `put`: keys of a person who was here before open work that may not be sent yet.
        await database.accounts.add({ userId: principal.userId, principal, keys: wrapped, lastUsedAtMs: clock.nowMs(), failures: 0, lastFailureAtMs: 0 });
        await backUpAccounts(database, backup);
        await storage.persist();
        return success(await openUnlockedDevice({ principal, wrapped, keys: open, clock, randomness, startSyncLoop, journalFiles, privateFile, deliverSealed, openContentFetch }));
      } catch (error) {
        if (error instanceof Error) return failure({ kind: 'storage' });
        throw error;
      }
    },

    storageIsDurable: () => storage.persisted(),
  };
}
