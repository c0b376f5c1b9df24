import { Upload, type HttpRequest, type HttpResponse, type HttpStack } from 'tus-js-client';
import { z } from 'zod';
import type { UserId } from '#shared/domain/ids.ts';
import { contentChunkBytes, type ContentToSend } from '#shared/sync/content-port.ts';
import { userHeader } from '#shared/sync/session-protocol.ts';
import type { TransportProblem } from '#shared/sync/ports.ts';

/** A piece must be through within this time [ms]; what came over by then stays on the server, the next takes it up. */
const answerWithinMs = 60_000;

export type SendOutcome =
  /** Whole, compared and flushed: the receipt of this file [ATT5]. */
  | { readonly kind: 'sent' }
  /** The server takes no content for this record; what becomes of the record, its operation hears [ATT6, ATT7]. */
  | { readonly kind: 'refused' }
  /** What arrived was not what was sent, or stands elsewhere than thought: it begins or goes on by asking again [ATT4]. */
  | { readonly kind: 'again' }
  | { readonly kind: 'problem'; readonly problem: TransportProblem };

export interface SendParts {
  /** Where contents are sent to: `/v1/attachments` of the page's own server, or the shell's door to it. */
  readonly endpoint: string;
  readonly userId: UserId;
  readonly fetcher: typeof fetch;
  /** A signal that ends a request after so long [ms]; a simulation has virtual time. */
  readonly timeLimit?: (ms: number) => AbortSignal;
}

export interface Sending {
  readonly done: Promise<SendOutcome>;
  /** Ends it where it is; `done` never resolves then. */
  stop(): void;
}

/**
 * Sends a content in pieces, from where the server says it stopped [ATT3]. Its address follows from its id, so nothing
 * needs to be remembered between two attempts.
 * @param sent told after every piece that the server has [bytes]
 * @throws (through `done`) what `readChunk` throws
 */
export function sendContent(parts: SendParts, content: ContentToSend, sent: (sentBytes: number) => void): Sending {
  const address = `${parts.endpoint}/${content.attachmentId}`;
  let upload: Upload | null = null;
  const done = new Promise<SendOutcome>((resolve, reject) => {
    let unreadable: { readonly error: unknown } | null = null;
    // Only its size and its pieces are asked for; the content itself is never one value.
    upload = new Upload(new Blob([]), {
      endpoint: parts.endpoint,
      uploadUrl: address,
      uploadSize: content.sizeBytes,
      metadata: { attachmentId: content.attachmentId, dossierId: content.dossierId, mediaType: content.mediaType, sha256: content.sha256 },
      chunkSize: contentChunkBytes,
      // Waiting and trying again is the loop's work, for all contents together.
      retryDelays: null,
      storeFingerprintForResuming: false,
      fingerprint: () => Promise.resolve(content.attachmentId),
      httpStack: createHttpStack(parts, address),
      fileReader: {
        openFile: () => Promise.resolve({
          size: content.sizeBytes,
          async slice(start, end) {
            try {
              // Never `done`: then the library would ask for a Blob, and a browser may lay those on its disk, in the open.
              return { value: await readPiece(content, start, end), done: false };
            } catch (error) {
              unreadable = { error };
              throw error;
            }
          },
          close: () => undefined,
        }),
      },
      onChunkComplete: (_chunkSize, bytesAccepted) => sent(bytesAccepted),
      onSuccess: ({ lastResponse }) => resolve(lastResponse.getHeader('tus-resumable') === '1.0.0' ? { kind: 'sent' } : garbled),
      onError: (error) => {
        if (unreadable !== null) reject(unreadable.error);
        else resolve(outcomeOfError(error));
      },
    });
    upload.start();
  });
  return { done, stop: () => void upload?.abort() };
}

/** At most to the end of the chunk: after a cut the server may stand in its middle. */
async function readPiece({ readChunk, sizeBytes }: ContentToSend, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  const index = Math.floor(start / contentChunkBytes);
  const chunk = await readChunk(index);
  const before = index * contentChunkBytes;
  return chunk.subarray(start - before, Math.min(end, sizeBytes) - before);
}

const garbled: SendOutcome = { kind: 'problem', problem: { kind: 'garbled' } };

/** An answer after which the library must not go on by itself: for all but "not there" it would begin anew and lose what is there. */
class Stopped extends Error {
  readonly outcome: SendOutcome;
  constructor(outcome: SendOutcome) {
    super(outcome.kind);
    this.outcome = outcome;
  }
}

function outcomeOfError(error: Error & { readonly causingError?: Error | null }): SendOutcome {
  if (error.causingError instanceof Stopped) return error.causingError.outcome;
  // What the library itself did not understand in an answer that looked well: not our server's.
  return garbled;
}

/** The library's requests over fetch, so that it is the same in a worker, in a test, and through the shell. */
function createHttpStack({ endpoint, userId, fetcher, timeLimit = (ms) => AbortSignal.timeout(ms) }: SendParts, address: string): HttpStack {
  return {
    getName: () => 'fetch',
    createRequest(method) {
      const headers: Record<string, string> = { [userHeader]: userId };
      const stopped = new AbortController();
      // Ours, never one that an answer named: it could lead elsewhere.
      const url = method === 'POST' ? endpoint : address;
      const request: HttpRequest = {
        getMethod: () => method,
        getURL: () => url,
        setHeader: (name, value) => void (headers[name] = value),
        getHeader: (name) => headers[name],
        setProgressHandler: () => undefined,
        async send(body: Uint8Array<ArrayBuffer> | null) {
          let response: Response;
          try {
            response = await fetcher(url, {
              method, headers, body, credentials: 'same-origin', cache: 'no-store', redirect: 'error',
              signal: AbortSignal.any([stopped.signal, timeLimit(answerWithinMs)]),
            });
          } catch {
            throw new Stopped({ kind: 'problem', problem: { kind: 'unreachable' } });
          }
          // A HEAD has no words: the POST that follows says why.
          const silent = method === 'HEAD' && (response.status === 404 || response.status === 422) && isProblem(response);
          if (!response.ok && !silent) throw new Stopped(await outcomeOfAnswer(response));
          return answerOf(response);
        },
        abort: () => Promise.resolve(stopped.abort()),
        getUnderlyingObject: () => null,
      };
      return request;
    },
  };
}

const answerOf = (response: Response): HttpResponse => ({
  getStatus: () => response.status,
  getHeader: (name) => response.headers.get(name) ?? undefined,
  getBody: () => '',
  getUnderlyingObject: () => null,
});

const isProblem = (response: Response): boolean => (response.headers.get('content-type') ?? '').startsWith('application/problem+json');

const problemTypeSchema = z.looseObject({ type: z.string() });

/** By the type that our server names, never by the status alone: any proxy can answer 404 [PUSH2]. */
async function outcomeOfAnswer(response: Response): Promise<SendOutcome> {
  const parsed = problemTypeSchema.safeParse(isProblem(response) ? await response.json().catch(() => null) : null);
  const problem = (value: TransportProblem): SendOutcome => ({ kind: 'problem', problem: value });
  switch (parsed.success ? parsed.data.type : '') {
    case 'not-found':
    case 'content-refused':
    case 'too-large':
    case 'invalid':
      return { kind: 'refused' };
    case 'content-differs':
    case 'content-offset':
    case 'content-complete':
      return { kind: 'again' };
    case 'signed-out':
    case 'other-device':
      return problem({ kind: 'signed-out' });
    case 'other-user':
      return problem({ kind: 'other-user' });
    case 'too-old':
      return problem({ kind: 'too-old' });
    case 'device-revoked':
      return problem({ kind: 'withdrawn' });
    case 'too-many':
    case 'busy': {
      const seconds = Number(response.headers.get('retry-after') ?? '');
      return problem({ kind: 'busy', retryAfterMs: Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : 1_000 });
    }
    default:
      return problem(response.status >= 500 ? { kind: 'server-fault', status: response.status } : { kind: 'garbled' });
  }
}
