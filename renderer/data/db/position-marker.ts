import type { PrivateFile } from '../../platform/private-file.ts';
import type { UserDatabase } from './user-database.ts';

/** How far the database was when it was last whole, noted outside it. */
interface Marker {
  readonly epoch: number;
  readonly cursor: number;
  readonly rows: number;
}

/**
 * IndexedDB can come back empty or shortened without an error. What is noted outside it tells: a database that is behind
 * its marker was damaged. The missing rows are fetched again, unsent work comes back from the journal; it must be said [JRN9].
 */
export async function wasShortened(database: UserDatabase, file: PrivateFile): Promise<boolean> {
  const marker = readMarker(await file.read());
  if (marker === null) return false;
  const position = await database.position.get('position');
  if (position === undefined || position.epoch === null) return true;
  // A pull from 0 that was begun on purpose is no damage.
  return position.epoch === marker.epoch && !position.rebuilding && position.cursor < marker.cursor;
}

export async function noteMarker(database: UserDatabase, file: PrivateFile): Promise<void> {
  const position = await database.position.get('position');
  if (position === undefined || position.epoch === null || position.rebuilding) return;
  const marker: Marker = { epoch: position.epoch, cursor: position.cursor, rows: position.tally.rows };
  const text = JSON.stringify(marker);
  if ((await file.read()) !== text) await file.write(text);
}

function readMarker(text: string | null): Marker | null {
  if (text === null) return null;
  try {
    const { epoch, cursor, rows } = JSON.parse(text) as Partial<Marker>;
    return typeof epoch === 'number' && typeof cursor === 'number' && typeof rows === 'number' ? { epoch, cursor, rows } : null;
  } catch {
    return null;
  }
}
