import type pg from 'pg';
import { checkAudit } from './audit/check-audit.ts';
import { databaseAddress, fail, noAddressSentence, say, sentenceForDatabase } from './command-line.ts';
import { beginNewEpoch, noteBackup, readPositions, type RegionPosition } from './db/restore-epoch.ts';
import { migrate } from './db/migrate.ts';
import { createPool } from './db/pool.ts';
import { withTransaction } from './db/transaction.ts';

const usage = `Usage: DATABASE_URL=postgresql://... admin COMMAND
  position                where the regions are; note it before a backup begins
  backed-up-through N     that backup is complete: devices may forget what it holds. "now" where every commit is archived
  check-audit             whether every line of the audit is still what was written, and none is missing; ends with 1 when not
  new-epoch               after a restore, before the server starts: devices offer again what the backup did not hold`;

async function main(): Promise<void> {
  const databaseUrl = databaseAddress(process.env);
  if (databaseUrl === null) return fail(noAddressSentence, 2);
  const [command, argument, ...rest] = process.argv.slice(2);
  const work = rest.length > 0 ? null : workOf(command, argument);
  if (work === null) return fail(usage, 2);
  const pool = createPool(databaseUrl);
  try {
    // The schema of a backup may be older than this program.
    await migrate(pool);
    await work(pool);
  } catch (error) {
    fail(sentenceForDatabase(error), 1);
  } finally {
    await pool.end();
  }
}

type Work = (pool: pg.Pool) => Promise<void>;

function workOf(command: string | undefined, argument: string | undefined): Work | null {
  if (command === 'position' && argument === undefined) return positions(readPositions);
  if (command === 'check-audit' && argument === undefined) return audit;
  if (command === 'new-epoch' && argument === undefined) return positions((client) => beginNewEpoch(client, Date.now()));
  if (command === 'backed-up-through' && argument !== undefined && /^(now|\d{1,15})$/.test(argument)) return positions((client) => noteBackup(client, argument === 'now' ? 'now' : Number(argument)));
  return null;
}

const positions = (work: (client: pg.PoolClient) => Promise<readonly RegionPosition[]>): Work => async (pool) => {
  for (const { region, epoch, n, backedUpThrough } of await withTransaction(pool, 'system', 'write', work)) {
    say(`${region}: epoch ${epoch}, position ${n}, backed up through ${backedUpThrough}`);
  }
};

async function audit(pool: pg.Pool): Promise<void> {
  for (const { region, lines, gaps } of await withTransaction(pool, 'system', 'snapshot', checkAudit)) {
    say(`${region}: ${lines} lines of the audit, ${gaps.length === 0 ? 'all as they were written' : `${gaps.length} chains broken`}`);
    for (const { chain, place, what } of gaps) say(`${region}: ${chain}, line ${place} ${what === 'missing' ? 'is missing' : 'was changed'}`);
    if (gaps.length > 0) process.exitCode = 1;
  }
}

await main();
