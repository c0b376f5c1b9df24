import { MigrationRefused } from './db/migrate.ts';
import { isPassing } from './storage/postgres-errors.ts';

/** What a command that works on the database by itself says when its address is missing. */
export const noAddressSentence = 'DATABASE_URL must be the address of a PostgreSQL database, beginning with postgresql://.';

/** @returns null when it is not there or no address of a PostgreSQL database */
export function databaseAddress(environment: NodeJS.ProcessEnv): string | null {
  const address = environment['DATABASE_URL'] ?? '';
  return /^postgres(ql)?:\/\//.test(address) ? address : null;
}

/** What whoever runs the command can do something about. @throws the error itself when that is nothing they can mend */
export function sentenceForDatabase(error: unknown): string {
  if (error instanceof MigrationRefused) return error.message;
  const code = (error as NodeJS.ErrnoException).code;
  if (code?.startsWith('28') === true) return 'PostgreSQL refuses the name or the password in DATABASE_URL.';
  if (code === '3D000') return 'The database named in DATABASE_URL does not exist.';
  if (code === 'ENOTFOUND' || isPassing(error)) return 'PostgreSQL cannot be reached at the address in DATABASE_URL.';
  throw error;
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Says why the command ends without having done its work. */
export function fail(sentence: string, code: number): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = code;
}
