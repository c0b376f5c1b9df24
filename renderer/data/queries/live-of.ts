import { liveQuery } from 'dexie';
import type { Live, Loaded } from '../live.ts';

/**
 * A stored query as a live value: read again when what it touched changed, in this window, another one or the sync
 * loop. It watches only while somebody looks. What fails now is read again when what it touched changes: a damaged file
 * may be fetched anew.
 * @param failed told each time that it could not be read
 */
export function liveOf<Value>(read: () => Promise<Value>, failed: () => void = () => undefined): Live<Loaded<Value>> {
  let state: Loaded<Value> = { kind: 'loading' };
  const listeners = new Set<() => void>();
  let stop: (() => void) | null = null;

  const become = (next: Loaded<Value>) => {
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    current: () => state,
    subscribe(changed) {
      listeners.add(changed);
      if (stop === null) {
        const subscription = liveQuery(() => read().then((value) => ({ kind: 'ready', value }) as const, failure)).subscribe({
          next: (found) => {
            become(found);
            if (found.kind === 'failed') failed();
          },
          error: () => become({ kind: 'failed' }),
        });
        stop = () => subscription.unsubscribe();
      }
      return () => {
        listeners.delete(changed);
        if (listeners.size === 0) {
          stop?.();
          stop = null;
        }
      };
    },
  };
}

/** Dexie itself must hear of a database that closes, or of a reading that it ended: then there is nothing to say. */
function failure(error: unknown): { readonly kind: 'failed' } {
  if (error instanceof Error && (error.name === 'AbortError' || error.name === 'DatabaseClosedError')) throw error;
  return { kind: 'failed' };
}

/** A live value that its owner sets. */
export function liveValue<Value>(initial: Value): Live<Value> & { set(next: Value): void } {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    current: () => value,
    set(next) {
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(changed) {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
  };
}
