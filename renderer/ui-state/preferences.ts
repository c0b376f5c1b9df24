import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** What a person likes in this window. Nothing about a candidate may stand here: it lies on the disk unencrypted. */
export interface Preferences {
  readonly slashSearches: boolean;
  readonly setSlashSearches: (on: boolean) => void;
}

export const usePreferences = create<Preferences>()(
  persist((set) => ({ slashSearches: true, setSlashSearches: (on) => set({ slashSearches: on }) }), {
    name: 'veldwerk.preferences',
    partialize: ({ slashSearches }) => ({ slashSearches }),
  }),
);
