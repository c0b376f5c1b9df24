import type { OpenKeys } from '../data/db/keyring.ts';
import type { SyncIdentity, SyncReport } from '../data/sync-report.ts';
import type { WindowFetchAnswer, WindowFetchAsk } from './window-fetch.ts';

/** What the window says to the worker. The keys are CryptoKeys that cannot be exported: they travel, their bytes do not. */
export type ToWorker =
  | { readonly say: 'start'; readonly identity: SyncIdentity; readonly keys: OpenKeys }
  | { readonly say: 'wake' }
  | WindowFetchAnswer;

/** What the worker says to its window. */
export type FromWorker = { readonly say: 'report'; readonly report: SyncReport } | WindowFetchAsk;
