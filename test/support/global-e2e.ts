import globalBuild from './global-build.ts';
import globalPostgres from './global-postgres.ts';

/** Set-up of a Playwright run: the product built, a PostgreSQL up. */
export default async function globalEndToEnd(): Promise<() => Promise<void>> {
  await globalBuild();
  return globalPostgres();
}
