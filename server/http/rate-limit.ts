import type { Clock } from '#shared/lib/clock.ts';

export interface RateLimit {
  /** @returns whether that many more are still allowed; then they are counted */
  take(key: string, count: number): boolean;
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
      return allowed;
    },
  };
}
