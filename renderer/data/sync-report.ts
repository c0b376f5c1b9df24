import type { UserId } from '#shared/domain/ids.ts';
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
export type StartSyncLoop = (userId: UserId, dataKey: CryptoKey, heard: (report: SyncReport) => void) => SyncLoop;
