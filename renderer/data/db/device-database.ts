import { Dexie, type EntityTable } from 'dexie';
import type { Principal } from '#shared/domain/roles.ts';
import type { WrappedKeys } from './keyring.ts';

/** What a locked laptop shows: which colleagues use it, and their wrapped keys. Nothing of a candidate. */
export interface AccountRow {
  readonly userId: string;
  readonly principal: Principal;
  readonly keys: WrappedKeys;
  readonly lastUsedAtMs: number;
  /** Wrong passphrases in a row [count]; kept on disk so that a restart does not reset the wait. */
  readonly failures: number;
  readonly lastFailureAtMs: number;
}

export type DeviceDatabase = Dexie & { accounts: EntityTable<AccountRow, 'userId'> };

export function openDeviceDatabase(): DeviceDatabase {
  const database = new Dexie('veldwerk-device', { chromeTransactionDurability: 'strict' }) as DeviceDatabase;
  database.version(1).stores({ accounts: 'userId' });
  return database;
}
