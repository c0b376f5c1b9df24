/** SQLSTATE of an error of PostgreSQL, or undefined for any other error. */
function sqlState(error: unknown): string | undefined {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** Data exception, constraint, limit: this very row is the trouble, another would be stored. */
export function isAboutTheData(error: unknown): boolean {
  return /^(22|23|54)/.test(sqlState(error) ?? '');
}

/** Connection, resources, shutdown, deadlock, or no answer at all: later it may work. */
export function isPassing(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== undefined) return /^(08|40|53|55|57)/.test(state);
  const code = (error as { readonly code?: unknown } | null)?.code;
  return code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === 'ENOENT' || code === 'EPIPE' || code === 'ETIMEDOUT'
    || (error instanceof Error && /timeout|Connection terminated|connection error/i.test(error.message));
}
