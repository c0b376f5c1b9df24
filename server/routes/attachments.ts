import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { attachmentFileName } from '#shared/domain/attachment-content.ts';
import { dossierIdSchema } from '#shared/domain/ids.ts';
import { attachmentIdSchema, attachmentMediaTypes, largestAttachmentBytes, sha256Schema } from '#shared/domain/records/attachment.ts';
import type { AttachmentRow } from '../attachments/attachment-row.ts';
import type { ContentFiles } from '../attachments/content-files.ts';
import { createContentReceiver, findReadable, incompleteForMs, type Asking } from '../attachments/receive-content.ts';
import { createTusServer, type TusAnswer } from '../attachments/tus-server.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { withTransaction } from '../db/transaction.ts';
import { parse } from '../http/parse.ts';
import { HttpProblem } from '../http/problem.ts';
import { provenDevice, type RouteContext } from './context.ts';

const address = '/v1/attachments/:attachmentId';
const parametersSchema = z.strictObject({ attachmentId: attachmentIdSchema });

/** What a sender announces in the header `upload-metadata` of tus. No name of a file is among it. */
const announcedSchema = z.strictObject({
  attachmentId: attachmentIdSchema,
  dossierId: dossierIdSchema,
  mediaType: z.enum(attachmentMediaTypes, 'attachment.mediaType'),
  sha256: sha256Schema,
});
const lengthSchema = z.string('attachment.size').regex(/^[1-9]\d{0,12}$/, 'attachment.size').transform(Number);
const tusSchema = z.literal('1.0.0');

/** Contents of attachments: sent in pieces by the tus protocol, which other programs speak too, and handed out as files. */
export function attachmentRoutes(app: FastifyInstance, context: RouteContext, files: ContentFiles): void {
  const { pool, clock } = context;
  const receiver = createContentReceiver({ pool, clock, files });
  const tus = createTusServer(files);

  const asking = async (request: FastifyRequest, reply: FastifyReply): Promise<Asking> => {
    const { principal } = await provenDevice(context, request, reply);
    return { principal, requestId: request.id };
  };
  const attachmentOf = (request: FastifyRequest): string => {
    const parsed = parametersSchema.safeParse(request.params);
    // An id that cannot be is one that does not exist.
    if (!parsed.success) throw new HttpProblem('not-found');
    return parsed.data.attachmentId;
  };
  const finished = async (who: Asking, row: AttachmentRow): Promise<void> => {
    const answer = await receiver.finish(who, row);
    if (answer === 'verified') return;
    if (answer === 'not-found') throw new HttpProblem('not-found');
    throw answer === 'differs' ? new HttpProblem('content-differs', [{ path: ['sha256'], code: 'attachment.checksum' }]) : contentRefused(answer.refusal);
  };

  void app.register(async (scope) => {
    // Pieces are never read into memory here: they go to the disk as they come.
    scope.addContentTypeParser('application/offset+octet-stream', (_request, payload, done) => done(null, payload));

    scope.post('/v1/attachments', { config: { tus: true } }, async (request, reply) => {
      const who = await asking(request, reply);
      parse(tusSchema, request.headers['tus-resumable']);
      const sizeBytes = parse(lengthSchema, request.headers['upload-length']);
      if (sizeBytes > largestAttachmentBytes) throw new HttpProblem('too-large', [{ path: ['upload-length'], code: 'attachment.tooLarge' }]);
      const announced = { ...parse(announcedSchema, metadataOf(request.headers['upload-metadata'])), sizeBytes };
      const answer = await receiver.begin(who, announced);
      if (answer === 'not-found') throw new HttpProblem('not-found');
      if (answer === 'complete') throw new HttpProblem('content-complete');
      if (typeof answer === 'object') throw contentRefused(answer.refusal);
      passOn(await tus.create(who.principal.region, announced));
      return tusReply(reply, 201).header('location', `/v1/attachments/${announced.attachmentId}`).header('upload-expires', new Date(clock.nowMs() + incompleteForMs).toUTCString()).send();
    });

    scope.head(address, { config: { tus: true } }, async (request, reply) => {
      const who = await asking(request, reply);
      parse(tusSchema, request.headers['tus-resumable']);
      const state = await receiver.state(who, attachmentOf(request));
      if (state.kind === 'not-found') throw new HttpProblem('not-found');
      if (state.kind === 'refused') throw contentRefused(state.refusal);
      const { row } = state;
      // The last piece came, and its sender or this server was gone before anyone looked at the whole.
      if (state.kind === 'whole') await finished(who, row).catch(asNotThere);
      const offset = state.kind === 'incomplete' ? passOn(await tus.head(who.principal.region, row.attachmentId)) : row.sizeBytes;
      return tusReply(reply, 200).header('upload-offset', offset).header('upload-length', row.sizeBytes).send();
    });

    scope.patch(address, { config: { tus: true }, bodyLimit: largestAttachmentBytes }, async (request, reply) => {
      const who = await asking(request, reply);
      parse(tusSchema, request.headers['tus-resumable']);
      const state = await receiver.state(who, attachmentOf(request));
      if (state.kind === 'not-found') throw new HttpProblem('not-found');
      if (state.kind === 'refused') throw contentRefused(state.refusal);
      if (state.kind === 'verified') throw new HttpProblem('content-complete');
      const { row } = state;
      const wanted = request.headers['upload-offset'];
      const body = request.body as Readable | undefined;
      if (typeof wanted !== 'string' || body === undefined) throw new HttpProblem('unreadable');
      const offset = passOn(await tus.patch(who.principal.region, row.attachmentId, wanted, body));
      if (offset === row.sizeBytes) await finished(who, row);
      return tusReply(reply, 204).header('upload-offset', offset).send();
    });
  });

  app.get(`${address}/content`, async (request, reply) => {
    const { principal } = await asking(request, reply);
    const attachmentId = attachmentOf(request);
    const found = await withTransaction(pool, principal, 'write', async (client) => {
      const readable = await findReadable(client, principal, attachmentId);
      const about = readable === null ? { recordId: attachmentId } : { recordId: attachmentId, dossierId: readable.dossierId };
      await writeAudit(client, { principal, requestId: request.id, action: 'attachment', result: readable === null ? 'denied' : 'read', atMs: clock.nowMs(), ...about });
      return readable;
    });
    const place = { region: principal.region, attachmentId, stage: 'lasting' } as const;
    if (found === null || (await files.sizeOf(place)) !== found.sizeBytes) throw new HttpProblem('not-found');
    return reply
      .type(found.mediaType)
      .header('content-length', found.sizeBytes)
      // A file to keep, never a page: whatever is hidden in it must not run under this address.
      .header('content-disposition', `attachment; filename="${attachmentFileName(attachmentId, found.mediaType)}"`)
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(files.stream(place));
  });
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What changes something here is no JSON but a piece of a file, with the header of tus. */
    readonly tus?: true;
  }
}

/** What differed was discarded: asked how far it is, the answer is that there is nothing. */
function asNotThere(error: unknown): never {
  throw error instanceof HttpProblem && error.type === 'content-differs' ? new HttpProblem('not-found') : error;
}

const contentRefused = (code: string): HttpProblem => new HttpProblem('content-refused', [{ path: ['content'], code }]);

const tusReply = (reply: FastifyReply, status: number): FastifyReply => reply.code(status).header('tus-resumable', '1.0.0');

/** @returns where the content stands now [bytes] @throws HttpProblem for what the tus library did not do */
function passOn({ status, offset }: TusAnswer): number {
  if (status < 300) return offset ?? 0;
  if (status === 404 || status === 410) throw new HttpProblem('not-found');
  if (status === 409) throw new HttpProblem('content-offset');
  if (status === 413) throw new HttpProblem('too-large');
  // Its own faults are a lock that stays taken and a disk that is full: later it may work.
  throw new HttpProblem(status >= 500 ? 'busy' : 'unreadable');
}

/** `key base64, key base64`; what is not that gives nothing, and the schema says what is missing. */
function metadataOf(header: string | string[] | undefined): Readonly<Record<string, string>> {
  if (typeof header !== 'string' || header.length > 2_000) return {};
  return Object.fromEntries(header.split(',').map((pair) => {
    const [key = '', value = ''] = pair.trim().split(' ');
    return [key, Buffer.from(value, 'base64').toString('utf8')];
  }));
}
