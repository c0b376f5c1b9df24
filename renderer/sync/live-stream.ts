import type { LiveParts } from './live-signal.ts';

const names = ['hello', 'changed', 'heartbeat'] as const;
type Name = (typeof names)[number];

/** The longest line that our server sends [characters]; what is longer is not ours, and must not fill the memory. */
const longestLine = 10_000;

/**
 * The server's stream over fetch: EventSource sends no headers, so it could not prove the device [PROOF1]. Only the
 * names of events are read; reopening is for whoever watches it.
 */
export function createLiveStream(fetcher: typeof fetch): LiveParts['open'] {
  return (heard, lost) => {
    const stop = new AbortController();
    void read(fetcher, stop.signal, heard)
      // However it ended: there is nothing more to hear.
      .catch(() => undefined)
      .then(() => (stop.signal.aborted ? undefined : lost()));
    return { close: () => stop.abort() };
  };
}

async function read(fetcher: typeof fetch, signal: AbortSignal, heard: (name: Name) => void): Promise<void> {
  const response = await fetcher('/v1/live', { headers: { accept: 'text/event-stream' }, credentials: 'same-origin', cache: 'no-store', redirect: 'error', signal });
  const isOurs = response.ok && (response.headers.get('content-type') ?? '').startsWith('text/event-stream');
  if (!isOurs || response.body === null) {
    await response.body?.cancel();
    return;
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    const lines = `${text}${piece.value}`.split('\n');
    text = lines.pop() ?? '';
    if (text.length > longestLine) return;
    for (const line of lines) {
      const name = names.find((each) => line === `event: ${each}`);
      if (name !== undefined && !signal.aborted) heard(name);
    }
  }
}
