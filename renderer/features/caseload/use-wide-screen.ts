import { useSyncExternalStore } from 'react';

/** The same width at which caseload.css turns lines into cards. */
const query = '(min-width: 60rem)';

const subscribe = (changed: () => void): (() => void) => {
  const media = window.matchMedia(query);
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
};

export function useWideScreen(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}
