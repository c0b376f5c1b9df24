import { useEffect, useState, useSyncExternalStore } from 'react';
import { createAutosave, type Autosave, type AutosaveParts, type SaveState } from './autosave.ts';

const pauseMs = 500;

export interface AutosaveHook<Values> {
  readonly autosave: Autosave<Values>;
  readonly state: SaveState;
}

/**
 * A draft that saves itself: after a pause, when the window is hidden or closed, before a lock, and when the page is left.
 * @param onBeforeLock the device's, so that the key is still there while the draft is saved
 */
export function useAutosave<Values>(
  parts: Pick<AutosaveParts<Values>, 'save' | 'savedAtMs'>,
  onBeforeLock: (save: () => Promise<void>) => () => void,
): AutosaveHook<Values> {
  const [autosave] = useState(() => createAutosave<Values>({ ...parts, pauseMs, after: afterDelay }));
  const state = useSyncExternalStore(autosave.subscribe, autosave.current);

  useEffect(() => {
    const flush = async () => void (await autosave.flush());
    const flushWhenHidden = () => void (document.visibilityState === 'hidden' && autosave.flush());
    const flushNow = () => void autosave.flush();
    // Only when the device refuses to save is there something that leaving would lose.
    const stay = (event: BeforeUnloadEvent) => void (autosave.current().kind === 'failed' && event.preventDefault());
    const stopListening = onBeforeLock(flush);
    document.addEventListener('visibilitychange', flushWhenHidden);
    window.addEventListener('pagehide', flushNow);
    window.addEventListener('beforeunload', stay);
    return () => {
      stopListening();
      document.removeEventListener('visibilitychange', flushWhenHidden);
      window.removeEventListener('pagehide', flushNow);
      window.removeEventListener('beforeunload', stay);
      flushNow();
    };
  }, [autosave, onBeforeLock]);

  return { autosave, state };
}

function afterDelay(delayMs: number, run: () => void): () => void {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
}
