/*
 * A way to the server that does not pass the service worker. That lives in the process of one window, and requests of a worker go
 * through it, whatever its static routes say; when that process freezes, they wait for ever. A window's requests pass it by [WIN2].
 */

/** What the worker asks of its window. */
export type WindowFetchAsk =
  | { readonly say: 'fetch'; readonly id: number; readonly address: string; readonly init: Pick<RequestInit, 'method' | 'body' | 'credentials' | 'cache' | 'redirect'> & { readonly headers: Readonly<Record<string, string>> } }
  | { readonly say: 'stop-fetch'; readonly id: number };

/** What it hears. The body is handed over as it streams. */
export type WindowFetchAnswer =
  | { readonly say: 'fetched'; readonly id: number; readonly status: number; readonly headers: readonly (readonly [string, string])[]; readonly body: ReadableStream<Uint8Array<ArrayBuffer>> | null }
  | { readonly say: 'not-fetched'; readonly id: number };

/** How long requests go by the window once one of our own got no answer [ms]. */
const detourForMs = 5 * 60_000;

export interface DetourParts {
  readonly own: typeof fetch;
  readonly byWindow: typeof fetch;
  /** A clock that only goes forward [ms]. */
  readonly runningMs: () => number;
}

/** `fetch` that takes the way by the window for a while after a request of its own was given up without an answer. */
export function createDetourFetch({ own, byWindow, runningMs }: DetourParts): typeof fetch {
  let untilMs = 0;
  return async (input, init) => {
    const isDetour = runningMs() < untilMs;
    try {
      return await (isDetour ? byWindow : own)(input, init);
    } catch (error) {
      // No connection is told at once; only what hangs is given up.
      untilMs = !isDetour && init?.signal?.aborted === true ? runningMs() + detourForMs : 0;
      throw error;
    }
  };
}

/** The worker's end. @returns `fetch` by the window, and where its answers are to be told */
export function createWindowFetch(say: (ask: WindowFetchAsk) => void): { readonly fetcher: typeof fetch; heard(answer: WindowFetchAnswer): void } {
  const open = new Map<number, { resolve(response: Response): void; reject(error: Error): void }>();
  let asked = 0;
  return {
    fetcher: (input, init = {}) =>
      new Promise<Response>((resolve, reject) => {
        const id = (asked += 1);
        const address = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
        const { method = 'GET', body = null, credentials = 'same-origin', cache = 'no-store', redirect = 'error', signal } = init;
        open.set(id, { resolve, reject });
        signal?.addEventListener('abort', () => {
          say({ say: 'stop-fetch', id });
          if (open.delete(id)) reject(new DOMException('given up', 'AbortError'));
        });
        say({ say: 'fetch', id, address, init: { method, body, credentials, cache, redirect, headers: Object.fromEntries(new Headers(init.headers)) } });
      }),
    heard(answer) {
      const waiting = open.get(answer.id);
      open.delete(answer.id);
      if (answer.say === 'not-fetched') return waiting?.reject(new TypeError('the window reached nobody'));
      const bodyless = answer.status === 204 || answer.status === 304;
      waiting?.resolve(new Response(bodyless ? null : answer.body, { status: answer.status, headers: answer.headers.map(([name, value]): [string, string] => [name, value]) }));
    },
  };
}

/** The window's end. */
export function answerWindowFetches(fetcher: typeof fetch, say: (answer: WindowFetchAnswer, transfer: Transferable[]) => void): (ask: WindowFetchAsk) => void {
  const running = new Map<number, AbortController>();
  const run = async (id: number, address: string, init: RequestInit): Promise<void> => {
    const stop = new AbortController();
    running.set(id, stop);
    try {
      const { status, headers, body } = await fetcher(address, { ...init, signal: stop.signal });
      say({ say: 'fetched', id, status, headers: [...headers], body }, body === null ? [] : [body]);
    } catch {
      running.delete(id);
      say({ say: 'not-fetched', id }, []);
    }
  };
  return (ask) => {
    if (ask.say === 'fetch') return void run(ask.id, ask.address, ask.init);
    running.get(ask.id)?.abort();
    running.delete(ask.id);
  };
}
