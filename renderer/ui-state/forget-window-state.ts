import { useWindowState } from './window-state.ts';

/** A search text may hold a name: it goes when the key goes. */
export function forgetWindowState(): void {
  useWindowState.getState().forget();
}
