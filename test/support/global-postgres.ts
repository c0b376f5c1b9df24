import { startPostgres } from './postgres.ts';

/** Set-up of a vitest or Playwright run: one PostgreSQL for all files; the returned function stops it. */
export default async function globalPostgres(): Promise<() => Promise<void>> {
  const postgres = await startPostgres();
  return () => postgres.stop();
}
