import pg from 'pg';

const int8Oid = 20;

/**
 * Connections to PostgreSQL. Counters come back as numbers: the region's n stays far below 2^53.
 * @param databaseUrl a `postgresql://` address; it holds a password and is never printed
 */
export function createPool(databaseUrl: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 16,
    connectionTimeoutMillis: 5_000,
    types: { getTypeParser: (oid, format) => (oid === int8Oid && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format)) },
  });
  // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}
