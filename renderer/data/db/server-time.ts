import type { UserDatabase } from './user-database.ts';

/**
 * The server's clock as of the last pull [ms]: how long a line about settled work stays hangs on it, and this device's may be years
 * off [CLK3] [JRN6]. Inside a transaction over the position.
 * @param nowMs this device's clock, for one that never pulled
 */
export async function serverTimeMs(database: UserDatabase, nowMs: number): Promise<number> {
  return (await database.position.get('position'))?.serverTimeMs ?? nowMs;
}
