import type { DeviceIdentity } from '#shared/sync/ports.ts';
import type { OpenKeys } from './db/keyring.ts';
import type { Connection, SyncPhase } from './views.ts';

/** What the sync loop tells: how the connection is, never what is in it. */
export interface SyncReport {
  readonly phase: SyncPhase;
  readonly connection: Connection;
  readonly progress: { readonly done: number; readonly total: number } | null;
}

/** The sync loop, seen from the data: main.tsx brings the two together. */
export interface SyncLoop {
  wake(): void;
  end(): void;
}
/** Who asks the server, and the public half of what they prove it with. */
export interface SyncIdentity extends DeviceIdentity {
  /** Raw Ed25519, base64. */
  readonly publicKey: string;
}

export type StartSyncLoop = (identity: SyncIdentity, keys: OpenKeys, heard: (report: SyncReport) => void) => SyncLoop;
