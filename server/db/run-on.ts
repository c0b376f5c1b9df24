import type pg from 'pg';

/** Runs one statement and gives its rows: what writes lines of audit or a step's changes needs of a connection. */
export type Run = (sql: string, values: readonly unknown[]) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** @param client inside a transaction */
export function runOn(client: pg.ClientBase): Run {
  return async (sql, values) => (await client.query<Record<string, unknown>>(sql, [...values])).rows;
}
