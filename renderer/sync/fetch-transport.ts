import type { UserId } from '#shared/domain/ids.ts';
import { objectionHeader, objectionIn } from '#shared/sync/device-proof.ts';
import { pushResponseSchema } from '#shared/sync/protocol.ts';
import { epochHeader } from '#shared/sync/session-protocol.ts';
import type { Transport, TransportProblem, TransportResult } from '#shared/sync/ports.ts';
import { parsePull } from './parse-pull.ts';

/** An answer must begin within this time [ms]; a socket that survived nine hours of sleep is dead. */
const answerWithinMs = 30_000;

/**
 * The regional server over fetch. Addresses are relative: the page's own server, or the shell's door to it.
 * Whatever is not plainly our server's answer is a problem, never an outcome [PUSH2].
 * @param timeLimit a signal that ends the request after so long [ms]; a simulation has virtual time
 */
export function createFetchTransport(userId: UserId, fetcher: typeof fetch, timeLimit: (ms: number) => AbortSignal = (ms) => AbortSignal.timeout(ms)): Transport {
  const call = async (path: string, init: { readonly method: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }): Promise<TransportResult<Response>> => {
    let response: Response;
    // The limit is for the answer to begin: a large page over a thin line may take longer, as long as it keeps coming.
    const stop = new AbortController();
    let begun = false;
    timeLimit(answerWithinMs).addEventListener('abort', () => begun || stop.abort());
    try {
      response = await fetcher(path, {
        ...init,
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'error',
        headers: { ...init.headers, 'veldwerk-user': userId },
        signal: stop.signal,
      });
      begun = true;
    } catch {
      // fetch rejects for every kind of "no connection"; none of them says more than that.
      return problem({ kind: 'unreachable' });
    }
    return response.ok ? { ok: true, value: response } : problem(problemOf(response));
  };

  return {
    async push(operations, epoch) {
      const result = await call('/v1/operations', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(epoch === null ? {} : { [epochHeader]: String(epoch) }) },
        body: JSON.stringify({ operations }),
      });
      if (!result.ok) return result;
      const bytes = await bodyOf(result.value, 'application/json', timeLimit);
      if (bytes === null) return problem({ kind: 'garbled' });
      const parsed = pushResponseSchema.safeParse(parseJson(new TextDecoder().decode(bytes)));
      return parsed.success ? { ok: true, value: parsed.data.answers } : problem({ kind: 'garbled' });
    },

    async pull({ epoch, cursor, lane }) {
      const query = new URLSearchParams({ after: String(cursor), ...(epoch === null ? {} : { epoch: String(epoch) }), ...(lane === 'own' ? { lane } : {}) });
      const result = await call(`/v1/changes?${query.toString()}`, { method: 'GET' });
      if (!result.ok) return result;
      const bytes = await bodyOf(result.value, 'application/x-ndjson', timeLimit);
      const page = bytes === null ? null : parsePull(bytes);
      return page === null ? problem({ kind: 'garbled' }) : { ok: true, value: page };
    },
  };
}

const problem = (value: TransportProblem) => ({ ok: false, problem: value }) as const;

function problemOf(response: Response): TransportProblem {
  const objection = objectionIn(response.headers.get(objectionHeader));
  switch (response.status) {
    case 401:
      // A device that is still not believed after it was asked again: the person signs in anew [PROOF4]. That there is no
      // connection would not be true.
      return { kind: 'signed-out' };
    case 403:
      return { kind: objection === 'device-revoked' ? 'withdrawn' : 'garbled' };
    case 409:
      return { kind: 'other-user' };
    case 413:
      return { kind: 'too-large' };
    case 426:
      return { kind: 'too-old' };
    case 429:
    case 503: {
      const seconds = Number(response.headers.get('retry-after') ?? '');
      return { kind: 'busy', retryAfterMs: Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : 1_000 };
    }
    default:
      return response.status >= 500 ? { kind: 'server-fault', status: response.status } : { kind: 'garbled' };
  }
}

/** @returns null when it is another kind of page (a portal's), or the stream was cut */
async function bodyOf(response: Response, type: string, timeLimit: (ms: number) => AbortSignal): Promise<Uint8Array<ArrayBuffer> | null> {
  if (response.body === null || !(response.headers.get('content-type') ?? '').startsWith(type)) return null;
  const reader = response.body.getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  try {
    for (;;) {
      const piece = await nextPiece(reader, timeLimit(answerWithinMs));
      if (piece === null) break;
      pieces.push(piece);
    }
  } catch {
    return null;
  }
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** @returns null at the end @throws when the line was cut, or nothing came within the limit */
async function nextPiece(reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>, limit: AbortSignal): Promise<Uint8Array<ArrayBuffer> | null> {
  let arrived = false;
  limit.addEventListener('abort', () => void (arrived || reader.cancel().catch(() => undefined)));
  const { done, value } = await reader.read();
  arrived = true;
  // A cancelled reader says "done" too: what came until then is no whole answer.
  if (limit.aborted) throw new Error('nothing came within the limit');
  return done ? null : value;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
