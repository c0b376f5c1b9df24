import type { OpenKeys } from '../data/db/keyring.ts';
import type { SyncIdentity } from '../data/sync-report.ts';

/** What the window says to the worker. The keys are CryptoKeys that cannot be exported: they travel, their bytes do not. */
export type ToWorker =
  | { readonly say: 'start'; readonly identity: SyncIdentity; readonly keys: OpenKeys }
  | { readonly say: 'wake' };
