import type { Clock } from '#shared/lib/clock.ts';

export interface RateLimit {
  /** @returns 0 when that many more are allowed, and counts them; else how long until they are [s], at most a minute */
  take(key: string, count: number): number;
}

/** More keys than this are only seen when somebody makes them up; the oldest are forgotten. */
const mostKeys = 10_000;

/** So many in a minute for each key, refilled all the time. Counted by this process alone. */
export function createRateLimit(clock: Clock, perMinute: number): RateLimit {
  const left = new Map<string, { readonly count: number; readonly atMs: number }>();
  return {
    take(key, count) {
      const nowMs = clock.nowMs();
      const before = left.get(key) ?? { count: perMinute, atMs: nowMs };
      const now = Math.min(perMinute, before.count + (Math.max(0, nowMs - before.atMs) / 60_000) * perMinute);
      const allowed = now >= count;
      // Put at the end: what was used longest ago is forgotten first.
      left.delete(key);
      left.set(key, { count: allowed ? now - count : now, atMs: nowMs });
      if (left.size > mostKeys) left.delete(left.keys().next().value ?? '');
      return allowed ? 0 : Math.min(60, Math.max(1, Math.ceil(((count - now) / perMinute) * 60)));
    },
  };
}
