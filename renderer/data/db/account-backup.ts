import type { PrivateFile } from '../../platform/private-file.ts';
import type { AccountRow, DeviceDatabase } from './device-database.ts';

/**
 * The wrapped keys lie beside the journal too: without them a rebuilt database could never open the journal's lines
 * [JRN8]. What is wrapped is safe to lie there; the wait after wrong passphrases goes along.
 */
export async function backUpAccounts(database: DeviceDatabase, file: PrivateFile): Promise<void> {
  await file.write(JSON.stringify({ v: 1, accounts: await database.accounts.toArray() }));
}

/** Brings back the accounts that the database no longer knows. @returns how many [count] */
export async function restoreAccounts(database: DeviceDatabase, file: PrivateFile): Promise<number> {
  const text = await file.read();
  const accounts = text === null ? [] : readAccounts(text);
  const known = new Set((await database.accounts.toArray()).map((account) => account.userId));
  const lost = accounts.filter((account) => !known.has(account.userId));
  await database.accounts.bulkPut(lost);
  return lost.length;
}

function readAccounts(text: string): readonly AccountRow[] {
  try {
    const parsed = JSON.parse(text) as { v?: unknown; accounts?: unknown };
    return parsed.v === 1 && Array.isArray(parsed.accounts) ? (parsed.accounts as AccountRow[]) : [];
  } catch {
    return [];
  }
}
