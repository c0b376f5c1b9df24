import { emptyTally, replaceTally } from './tally.ts';
import type { DossierRow, Tally, UserDatabase } from './user-database.ts';

/** Read at once [rows]: a region in one piece would fill the memory. */
const together = 500;

/**
 * Counts again what the digest is compared over. A stored sum says nothing about rows that the disk has lost since: it
 * would agree with the server for ever [DIG4]. When it differs the next whole pull finds out, and fetches everything [DIG3].
 * @returns whether the stored sum was right; null when something was stored meanwhile, so that nothing can be said
 */
export async function recountTally(database: UserDatabase): Promise<boolean | null> {
  const before = await database.position.get('position');
  if (before === undefined) return true;
  let tally: Tally = emptyTally;
  for (let from: string | null = null; ; ) {
    const rows: readonly DossierRow[] = await (from === null ? database.dossiers.toCollection() : database.dossiers.where('dossierId').above(from)).limit(together).toArray();
    for (const row of rows) if (row.generation === before.generation) tally = replaceTally(tally, emptyTally, row.tally);
    const last: DossierRow | undefined = rows.at(-1);
    if (last === undefined || rows.length < together) break;
    from = last.dossierId;
  }
  return database.transaction('rw', database.position, async () => {
    const now = await database.position.get('position');
    if (now === undefined || now.generation !== before.generation || now.cursor !== before.cursor || now.tally.xor !== before.tally.xor || now.tally.rows !== before.tally.rows) return null;
    if (now.tally.rows === tally.rows && now.tally.xor === tally.xor) return true;
    // Not compared yet, by this count: "Alles verstuurd" waits for the pull.
    await database.position.update('position', { tally, digestAgrees: null });
    return false;
  });
}
