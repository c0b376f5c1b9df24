import { PassThrough, Readable } from 'node:stream';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import { largestAttachmentBytes } from '#shared/domain/records/attachment.ts';
import type { Announced } from './attachment-row.ts';
import type { ContentFiles } from './content-files.ts';

/** An answer of the tus library, reduced to what a sender needs. */
export interface TusAnswer {
  readonly status: number;
  /** Bytes that are here now, or null when it does not say [bytes]. */
  readonly offset: number | null;
}

/**
 * Takes in pieces by the tus protocol 1.0.0. The library only ever hears what is given here: names, rights, sizes and the
 * judging of what is whole are decided around it, and its answers are told in our own words.
 */
export interface TusServer {
  /** Lays an empty incoming content, or empties the one that is there. */
  create(region: string, announced: Announced): Promise<TusAnswer>;
  /** How far it is. */
  head(region: string, attachmentId: string): Promise<TusAnswer>;
  /** Writes one piece where the sender thinks it belongs. @param body is read until its end or until it breaks; what arrived of it stays */
  patch(region: string, attachmentId: string, offset: string, body: Readable): Promise<TusAnswer>;
}

const path = '/v1/attachments';

export function createTusServer(files: ContentFiles): TusServer {
  const servers = new Map<string, Promise<Server>>();
  const serverOf = (region: string): Promise<Server> => {
    const known = servers.get(region);
    if (known !== undefined) return known;
    const made = files.incomingFolder(region).then((directory) => new Server({
      path,
      datastore: new FileStore({ directory }),
      maxSize: largestAttachmentBytes,
      relativeLocation: true,
      // None: without a list the library would let every website in.
      allowedOrigins: [],
      namingFunction: (_request, metadata) => metadata?.['attachmentId'] ?? '',
    }));
    servers.set(region, made);
    // A folder that could not be made is tried again by the next.
    made.catch(() => servers.delete(region));
    return made;
  };
  const ask = async (region: string, method: string, suffix: string, headers: Readonly<Record<string, string>>, body: Readable | null = null): Promise<TusAnswer> => {
    const server = await serverOf(region);
    const init = { method, headers: { 'tus-resumable': '1.0.0', ...headers } };
    const withBody = body === null ? init : { ...init, body: Readable.toWeb(body) as ReadableStream, duplex: 'half' as const };
    const answer = await server.handleWeb(new Request(`http://veldwerk.invalid${path}${suffix}`, withBody));
    const offset = Number(answer.headers.get('upload-offset') ?? Number.NaN);
    return { status: answer.status, offset: Number.isSafeInteger(offset) ? offset : null };
  };

  return {
    create: (region, { attachmentId, sizeBytes }) =>
      ask(region, 'POST', '', { 'upload-length': String(sizeBytes), 'upload-metadata': `attachmentId ${Buffer.from(attachmentId).toString('base64')}` }),
    head: (region, attachmentId) => ask(region, 'HEAD', `/${attachmentId}`, {}),
    async patch(region, attachmentId, offset, body) {
      const piece = takeFrom(body);
      try {
        return await ask(region, 'PATCH', `/${attachmentId}`, { 'upload-offset': offset, 'content-type': 'application/offset+octet-stream' }, piece.stream);
      } finally {
        piece.leave();
      }
    },
  };
}

/**
 * The body of a request, on a pipe of its own. A piece that is not wanted is answered before it was read; what is left of
 * it must still leave the line, or the next request on the same connection waits behind it for ever.
 */
function takeFrom(body: Readable): { readonly stream: Readable; leave(): void } {
  const stream = new PassThrough();
  const broke = (): void => void stream.destroy(new Error('the sender is gone'));
  body.on('error', broke);
  body.on('close', () => {
    if (!body.readableEnded) broke();
  });
  // It may have gone while its rights were looked up.
  if (body.destroyed && !body.readableEnded) broke();
  body.pipe(stream);
  return {
    stream,
    leave() {
      body.unpipe(stream);
      body.resume();
    },
  };
}
