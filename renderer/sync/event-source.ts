import type { LiveParts } from './live-signal.ts';

const names = ['hello', 'changed', 'heartbeat'] as const;

/** The server's stream over EventSource. Reopening is ours, not the browser's: it must be watched. */
export const openEventSource: LiveParts['open'] = (heard, lost) => {
  const source = new EventSource('/v1/live');
  for (const name of names) source.addEventListener(name, () => heard(name));
  source.addEventListener('error', () => {
    source.close();
    lost();
  });
  return { close: () => source.close() };
};
