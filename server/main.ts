import { buildApp } from './app.ts';
import { readConfig } from './config.ts';
import { migrate, MigrationRefused } from './db/migrate.ts';
import { createPool } from './db/pool.ts';
import { withTransaction } from './db/transaction.ts';
import { createLog } from './http/log.ts';
import { isPassing } from './storage/postgres-errors.ts';
import { publishAllColleagues } from './storage/publish-colleagues.ts';

/** How long requests under way get to end when the server stops [ms]. */
const patienceMs = 5_000;

async function main(): Promise<void> {
  const read = readConfig(process.env);
  if (!read.ok) return fail(`The server cannot start:\n${read.sentences.map((sentence) => `- ${sentence}`).join('\n')}`);
  const { config } = read;
  const pool = createPool(config.databaseUrl);
  const log = createLog(config.log, (line) => process.stdout.write(line));
  const app = await buildApp({ pool, config, clock: { nowMs: () => Date.now() }, staticDir: config.staticDir, dataDir: config.dataDir, log });

  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), patienceMs).unref();
    void app.close().then(() => pool.end()).then(() => process.exit(0), () => process.exit(1));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  if (config.child) endWithParent(stop);

  try {
    await migrate(pool);
    await withTransaction(pool, 'system', 'write', (client) => publishAllColleagues(client, Date.now()));
    await app.listen({ port: config.port, host: config.host });
  } catch (error) {
    return fail(sentenceOf(error, config.host, config.port));
  }
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  console.log(`Veldwerk's server is ready at http://${host}:${port}${config.demo ? ' (demo: anyone may sign in as anyone)' : ''}`);
}

/** A server that was started by our launcher has no reason to be when the launcher is gone, however it went. */
function endWithParent(stop: () => void): void {
  if (process.channel !== undefined) {
    process.on('disconnect', stop);
    return;
  }
  process.stdin.on('end', stop).on('close', stop).on('error', stop);
  process.stdin.resume();
}

function sentenceOf(error: unknown, host: string, port: number): string {
  if (error instanceof MigrationRefused) return error.message;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program. Stop that one, or set PORT to another port.`;
  if (code === 'EACCES') return `Port ${port} may not be used by this user. Set PORT to a port above 1023.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `The server cannot listen on ${host} or reach its database: that address is not known on this machine. Check HOST and DATABASE_URL.`;
  if (code?.startsWith('28') === true) return 'PostgreSQL refuses the name or the password in DATABASE_URL.';
  if (code === '3D000') return 'The database named in DATABASE_URL does not exist.';
  if (isPassing(error)) return 'PostgreSQL cannot be reached at the address in DATABASE_URL.';
  throw error;
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exit(1);
}

await main();
