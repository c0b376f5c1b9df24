import { describe, expect, it } from 'vitest';
import { answerWindowFetches, createDetourFetch, createWindowFetch, type WindowFetchAsk } from '#renderer/sync/window-fetch.ts';

/** Both ends of the way by the window, with `fetcher` as the network behind it. */
function throughWindow(fetcher: typeof fetch): typeof fetch {
  const worker = createWindowFetch((ask: WindowFetchAsk) => toWindow(ask));
  const toWindow = answerWindowFetches(fetcher, (answer) => worker.heard(answer));
  return worker.fetcher;
}

/** A request that waits until it is given up. */
const hangs: typeof fetch = (_input, init) =>
  new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(new DOMException('given up', 'AbortError'))));

describe('[WIN2] the way to the server that does not pass the service worker', () => {
  it('carries a request and its answer, body and headers and all', async () => {
    const fetcher = throughWindow(async (address, init) => Response.json({ address, method: init?.method, body: init?.body, user: new Headers(init?.headers).get('veldwerk-user') }, { status: 202, headers: { 'veldwerk-challenge': 'c1' } }));
    const response = await fetcher('/v1/operations', { method: 'POST', body: '{}', headers: { 'veldwerk-user': 'sanne' } });
    expect([response.status, response.headers.get('veldwerk-challenge')]).toEqual([202, 'c1']);
    expect(await response.json()).toEqual({ address: '/v1/operations', method: 'POST', body: '{}', user: 'sanne' });
  });

  it('hands over a stream piece by piece, and ends it when the worker gives up', async () => {
    let ended = false;
    const source = new ReadableStream<Uint8Array>({ start: (control) => control.enqueue(new TextEncoder().encode('event: hello\n\n')) });
    const fetcher = throughWindow(async (_address, init) => {
      init?.signal?.addEventListener('abort', () => (ended = true));
      return new Response(source);
    });
    const stop = new AbortController();
    const { body } = await fetcher('/v1/live', { signal: stop.signal });
    const first = await body?.getReader().read();
    expect(new TextDecoder().decode(first?.value)).toBe('event: hello\n\n');
    stop.abort();
    expect(ended).toBe(true);
  });

  it('fails as the network fails, and as one that is given up', async () => {
    await expect(throughWindow(() => Promise.reject(new TypeError('no network')))('/v1/changes')).rejects.toThrow(TypeError);
    const stop = new AbortController();
    const given = throughWindow(hangs)('/v1/changes', { signal: stop.signal });
    stop.abort();
    await expect(given).rejects.toThrow('given up');
  });

  it('is taken for five minutes after a request of our own hung, and not when there is no network at all', async () => {
    let nowMs = 1_000;
    let own: typeof fetch = () => Promise.reject(new TypeError('no network'));
    const ways: string[] = [];
    const fetcher = createDetourFetch({
      own(...parts) {
        ways.push('own');
        return own(...parts);
      },
      byWindow() {
        ways.push('window');
        return Promise.resolve(new Response('here'));
      },
      runningMs: () => nowMs,
    });
    await expect(fetcher('/v1/changes')).rejects.toThrow('no network');
    own = hangs;
    const stop = new AbortController();
    const hung = fetcher('/v1/changes', { signal: stop.signal });
    stop.abort();
    await expect(hung).rejects.toThrow('given up');
    await fetcher('/v1/changes');
    nowMs += 4 * 60_000;
    await fetcher('/v1/changes');
    nowMs += 2 * 60_000;
    own = () => Promise.resolve(new Response('again'));
    await fetcher('/v1/changes');
    expect(ways).toEqual(['own', 'own', 'window', 'window', 'own']);
  });
});
