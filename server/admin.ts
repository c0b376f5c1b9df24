import { beginNewEpoch, noteBackup, readPositions, type RegionPosition } from './db/restore-epoch.ts';
import { migrate, MigrationRefused } from './db/migrate.ts';
import { createPool } from './db/pool.ts';
import { withTransaction } from './db/transaction.ts';
import { isPassing } from './storage/postgres-errors.ts';

const usage = `Usage: DATABASE_URL=postgresql://... admin COMMAND
  position                where the regions are; note it before a backup begins
  backed-up-through N     that backup is complete: devices may forget what it holds. "now" where every commit is archived
  new-epoch               after a restore, before the server starts: devices offer again what the backup did not hold`;

async function main(): Promise<void> {
  const databaseUrl = process.env['DATABASE_URL'] ?? '';
  if (!/^postgres(ql)?:\/\//.test(databaseUrl)) return fail('DATABASE_URL must be the address of a PostgreSQL database, beginning with postgresql://.', 2);
  const [command, argument, ...rest] = process.argv.slice(2);
  const work = rest.length > 0 ? null : workOf(command, argument);
  if (work === null) return fail(usage, 2);
  const pool = createPool(databaseUrl);
  try {
    // The schema of a backup may be older than this program.
    await migrate(pool);
    for (const position of await withTransaction(pool, 'system', 'write', work)) say(position);
  } catch (error) {
    fail(sentenceFor(error), 1);
  } finally {
    await pool.end();
  }
}

type Work = Parameters<typeof withTransaction<readonly RegionPosition[]>>[3];

function workOf(command: string | undefined, argument: string | undefined): Work | null {
  if (command === 'position' && argument === undefined) return readPositions;
  if (command === 'new-epoch' && argument === undefined) return (client) => beginNewEpoch(client, Date.now());
  if (command === 'backed-up-through' && argument !== undefined && /^(now|\d{1,15})$/.test(argument)) return (client) => noteBackup(client, argument === 'now' ? 'now' : Number(argument));
  return null;
}

function say({ region, epoch, n, backedUpThrough }: RegionPosition): void {
  process.stdout.write(`${region}: epoch ${epoch}, position ${n}, backed up through ${backedUpThrough}\n`);
}

function sentenceFor(error: unknown): string {
  if (error instanceof MigrationRefused) return error.message;
  const code = (error as NodeJS.ErrnoException).code;
  if (code?.startsWith('28') === true) return 'PostgreSQL refuses the name or the password in DATABASE_URL.';
  if (code === '3D000') return 'The database named in DATABASE_URL does not exist.';
  if (code === 'ENOTFOUND' || isPassing(error)) return 'PostgreSQL cannot be reached at the address in DATABASE_URL.';
  throw error;
}

function fail(sentence: string, code: number): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = code;
}

await main();
