import type pg from 'pg';
import type { Timers } from './timers.ts';

const channel = 'veldwerk_region';
const reconnectAfterMs = 1_000;

/** Says that a region moved, in whatever process on this database that happened. */
export interface RegionSignal {
  /** Resolves when it listens, or when it has seen that it cannot yet. */
  readonly begun: Promise<void>;
  close(): void;
}

/**
 * One connection of the pool that listens. It needs a session of its own: behind a pooler that hands out connections per
 * transaction nothing is heard, and devices fall back to polling.
 * @param heard the region's id, or null when nothing was heard for a while: any of them may have moved
 */
export function listenToRegions(pool: pg.Pool, timers: Timers, heard: (region: string | null) => void): RegionSignal {
  let ended = false;
  let connected: pg.PoolClient | null = null;
  let endWait: () => void = () => undefined;

  const release = (client: pg.PoolClient, error: Error | true): void => {
    client.removeAllListeners('notification');
    client.release(error);
    connected = null;
  };
  const retry = (): void => {
    if (!ended) endWait = timers.after(reconnectAfterMs, () => void connect(false));
  };
  const connect = async (isFirst: boolean): Promise<void> => {
    let client: pg.PoolClient;
    try {
      client = await pool.connect();
    } catch {
      // Whatever keeps the database away keeps every request away as well, and those say so.
      return retry();
    }
    connected = client;
    client.on('notification', ({ payload }) => heard(payload ?? null));
    client.once('error', (error) => {
      release(client, error);
      retry();
    });
    if (ended) return release(client, true);
    try {
      await client.query(`listen ${channel}`);
      if (!isFirst) heard(null);
    } catch (error) {
      if (connected !== client) return;
      release(client, error as Error);
      retry();
    }
  };

  return {
    begun: connect(true),
    close() {
      ended = true;
      endWait();
      // Ended, not returned: nobody else should inherit a connection that listens.
      if (connected !== null) release(connected, true);
    },
  };
}
