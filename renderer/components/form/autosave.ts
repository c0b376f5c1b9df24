import type { Outcome } from '#shared/lib/outcome.ts';

/** What may be said about what stands in the form. */
export type SaveState =
  | { readonly kind: 'untouched' }
  /** Something is only on the screen still. */
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly savedAtMs: number }
  /** The device refused: what was typed is only on the screen. */
  | { readonly kind: 'failed' };

export interface Autosave<Values> {
  readonly current: () => SaveState;
  readonly subscribe: (changed: () => void) => () => void;
  /** Something was typed: saved after a pause. */
  change(values: Values): void;
  /** Saves now what is not saved yet. @returns the truth afterwards */
  flush(): Promise<SaveState>;
  /** No save begins any more; resolves when none runs: a late one would bring a kept draft back. */
  stop(): Promise<void>;
  /** Takes it up again, after keeping or discarding did not go through. */
  resume(values: Values): void;
}

export interface AutosaveParts<Values> {
  readonly save: (values: Values) => Promise<Outcome<{ readonly savedAtMs: number }, unknown>>;
  /** [ms] */
  readonly pauseMs: number;
  /** @returns the function that calls it off */
  readonly after: (delayMs: number, run: () => void) => () => void;
  /** What is saved already: a draft that came back. */
  readonly savedAtMs: number | null;
}

/** Saves a draft one at a time, always the newest, and never says that something is saved before it is. */
export function createAutosave<Values>({ save, pauseMs, after, savedAtMs }: AutosaveParts<Values>): Autosave<Values> {
  let state: SaveState = savedAtMs === null ? { kind: 'untouched' } : { kind: 'saved', savedAtMs };
  let unsaved: { readonly values: Values } | null = null;
  let running: Promise<void> | null = null;
  let stopped = false;
  let callOff = () => {};
  const listeners = new Set<() => void>();

  const tell = (next: SaveState) => {
    state = next;
    for (const listener of listeners) listener();
  };

  const saveNewest = async (): Promise<void> => {
    while (unsaved !== null && !stopped) {
      const taken: { readonly values: Values } = unsaved;
      tell({ kind: 'saving' });
      const saved = await save(taken.values);
      if (!saved.ok) return tell({ kind: 'failed' });
      if (unsaved === taken) {
        unsaved = null;
        tell({ kind: 'saved', savedAtMs: saved.value.savedAtMs });
      }
    }
  };

  const flush = async (): Promise<SaveState> => {
    callOff();
    do {
      running ??= saveNewest().finally(() => {
        running = null;
      });
      await running;
      // Typed in the very moment in which the last save ended.
    } while (unsaved !== null && !stopped && state.kind === 'saving');
    return state;
  };

  const change = (values: Values) => {
    if (stopped) return;
    unsaved = { values };
    callOff();
    callOff = after(pauseMs, () => void flush());
    if (state.kind !== 'saving') tell({ kind: 'saving' });
  };

  return {
    current: () => state,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    change,
    flush,
    stop: async () => {
      stopped = true;
      callOff();
      await running;
    },
    resume: (values) => {
      stopped = false;
      change(values);
    },
  };
}
