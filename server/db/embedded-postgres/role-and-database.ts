import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

/** Crash recovery after a power cut may take a while; an initialised empty cluster takes 0.1 s. */
const recoveryLimitMs = 120_000;

/** Waits until the server takes queries. @param exited settles when the process ended: then waiting is pointless. */
export async function waitUntilUsable(
  url: string,
  exited: Promise<void>,
): Promise<{ readonly kind: 'usable' } | { readonly kind: 'not-usable'; readonly reason: string }> {
  let ended = false;
  void exited.then(() => {
    ended = true;
  });
  let reason = 'it gave no answer';
  for (let waitedMs = 0; waitedMs < recoveryLimitMs; waitedMs += 40) {
    if (ended) return { kind: 'not-usable', reason: 'it ended at once' };
    try {
      await withClient(url, (client) => client.query('SELECT 1'));
      return { kind: 'usable' };
    } catch (error) {
      reason = (error as Error).message;
      // A wrong password never becomes right: most likely another PostgreSQL answers on that port.
      if ((error as { code?: string }).code === '28P01') return { kind: 'not-usable', reason };
    }
    await sleep(40);
  }
  return { kind: 'not-usable', reason };
}

/**
 * Role and database `veldwerk`. The role is no superuser: row-level security would not hold for one, and a managed PostgreSQL
 * gives none. It may make roles and databases, because migrations and tests do.
 */
export async function ensureRoleAndDatabase(adminUrl: string, password: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rows: roles } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = 'veldwerk'");
    if (roles.length === 0) {
      await client.query(`CREATE ROLE veldwerk LOGIN CREATEROLE CREATEDB PASSWORD ${client.escapeLiteral(password)}`);
    }
    const { rows: databases } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'veldwerk'");
    if (databases.length === 0) await client.query('CREATE DATABASE veldwerk OWNER veldwerk');
  });
}

/** One connection, closed again. TLS off explicitly: a PGSSLMODE of the person who starts us does not concern loopback. */
export async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, ssl: false, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {
    // The server went away while idle; the next query says so.
  });
  try {
    await client.connect();
    return await use(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
