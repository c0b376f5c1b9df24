import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { Agent, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as immediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import { contentChunkBytes, type ContentToSend } from '#shared/sync/content-port.ts';
import { problemSchema } from '#shared/sync/session-protocol.ts';
import { sendContent, type SendOutcome } from '#renderer/sync/upload-content.ts';
import { attachmentGroups, candidateGroups, nextId, nextUuid } from '../contract/server-builders.ts';
import { jpeg, png } from '../fixtures/pictures.ts';
import { region, startTestServer, users, type SignedIn, type TestServer } from './support/test-server.ts';

let server: TestServer;
let dataDir: string;
let address: string;
let coach: SignedIn;
let otherCoach: SignedIn;
let consultant: SignedIn;
let dossierId: DossierId;
let candidateId: RecordId;
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'veldwerk-attachments-'));
  server = await startTestServer({ dataDir });
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  address = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`;
  [coach, otherCoach, consultant] = await Promise.all([server.signIn(users.coach), server.signIn(users.otherCoach), server.signIn(users.consultant)]);
  ({ dossierId, candidateId } = await makeCandidate());
});
afterAll(async () => {
  await server.close();
  await rm(dataDir, { recursive: true });
});

async function makeCandidate(jobcoach = 'jobcoach-een'): Promise<{ readonly dossierId: DossierId; readonly candidateId: RecordId }> {
  const made = { dossierId: nextId<DossierId>('dossier'), candidateId: nextId<RecordId>('candidate') };
  await consultant.push([consultant.device.operation({ kind: 'candidate', dossierId: made.dossierId, recordId: made.candidateId, payload: candidateGroups({ jobcoach }) })]);
  return made;
}

/** The consultant gives the candidate to this jobcoach. */
async function teamOf(of: DossierId, candidate: RecordId, jobcoach: string): Promise<void> {
  const { records } = await consultant.pull();
  const base = { team: records.find(({ recordId }) => recordId === candidate)?.groups['team']?.version ?? null };
  await consultant.push([consultant.device.operation({ kind: 'candidate', dossierId: of, recordId: candidate, payload: { team: { jobcoach, consultant: null, expert: null } }, base })]);
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function contentOf(bytes: Uint8Array<ArrayBuffer>, over: Partial<ContentToSend> = {}): ContentToSend {
  return {
    attachmentId: nextUuid() as RecordId, dossierId, mediaType: 'image/jpeg', sha256: sha256(bytes), sizeBytes: bytes.length,
    readChunk: (index) => Promise.resolve(bytes.slice(index * contentChunkBytes, (index + 1) * contentChunkBytes)),
    ...over,
  };
}

/** What a browser adds to every request of its page. */
const asBrowser = (who: SignedIn, between: (call: () => Promise<Response>, url: string, init: RequestInit) => Promise<Response> = (call) => call()): typeof fetch =>
  who.fetcher(((url: string, init: RequestInit = {}) => between(() => fetch(url, init), url, init)) as typeof fetch);

const send = (content: ContentToSend, who = coach, fetcher = asBrowser(who)): Promise<SendOutcome> =>
  sendContent({ endpoint: `${address}/v1/attachments`, userId: who.user.userId, fetcher }, content, () => undefined).done;

const operationOf = (content: ContentToSend, who = coach) =>
  who.device.operation({ kind: 'attachment', dossierId: content.dossierId, recordId: content.attachmentId, payload: { facts: { ...(attachmentGroups()['facts'] as object), sha256: content.sha256, sizeBytes: content.sizeBytes, mediaType: content.mediaType } } });

const download = (content: ContentToSend, who = coach) => who.request({ method: 'GET', url: `/v1/attachments/${content.attachmentId}/content` });
const filesOf = async (stage: 'incoming' | 'lasting'): Promise<readonly string[]> => readdir(path.join(dataDir, 'attachments', region, stage === 'incoming' ? 'incoming' : '.')).catch(() => []);
const head = (content: ContentToSend, who = coach) => who.request({ method: 'HEAD', url: `/v1/attachments/${content.attachmentId}`, headers: { 'tus-resumable': '1.0.0' } });
const begin = (content: ContentToSend, who = coach, headers: Readonly<Record<string, string>> = {}) => {
  const metadata = { attachmentId: content.attachmentId, dossierId: content.dossierId, mediaType: content.mediaType, sha256: content.sha256 };
  return who.request({
    method: 'POST', url: '/v1/attachments',
    headers: { 'tus-resumable': '1.0.0', 'upload-length': String(content.sizeBytes), 'upload-metadata': Object.entries(metadata).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(','), ...headers },
  });
};
const patch = (content: ContentToSend, offset: number, bytes: Uint8Array, who = coach) =>
  who.request({ method: 'PATCH', url: `/v1/attachments/${content.attachmentId}`, headers: { 'tus-resumable': '1.0.0', 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }, payload: Buffer.from(bytes) });
const answers = async (who: SignedIn, operation: unknown) => ((await who.push([operation])).json() as { answers: { answer: string }[] }).answers.map(({ answer }) => answer);

describe('a photo on its way', () => {
  test('[ATT1] [ATT5] goes in pieces, its record waits for it, and then everyone with the right to it can have it', async () => {
    const bytes = jpeg({ sizeBytes: 2.5 * contentChunkBytes });
    const content = contentOf(bytes);
    const operation = operationOf(content);
    expect(await answers(coach, operation)).toEqual(['later']);
    const progress: number[] = [];
    const sending = sendContent({ endpoint: `${address}/v1/attachments`, userId: coach.user.userId, fetcher: asBrowser(coach) }, content, (sent) => progress.push(sent));
    expect(await sending.done).toEqual({ kind: 'sent' });
    expect(progress).toEqual([contentChunkBytes, 2 * contentChunkBytes, bytes.length]);
    // The content is there, but nothing names it yet.
    expect((await download(content)).statusCode).toBe(404);
    expect(await answers(coach, operation)).toEqual(['received']);

    const response = await download(content, consultant);
    expect(response.statusCode).toBe(200);
    expect(response.rawPayload.equals(Buffer.from(bytes))).toBe(true);
    expect(response.headers).toMatchObject({
      'content-type': 'image/jpeg', 'content-disposition': `attachment; filename="bijlage-${content.attachmentId.slice(0, 8)}.jpg"`,
      'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox", 'cache-control': 'no-store',
    });
    expect(await filesOf('lasting')).toContain(content.attachmentId);
    expect((await filesOf('incoming')).filter((name) => name.startsWith(content.attachmentId))).toEqual([]);
  });

  test('[F25] [ATT3] 25 MB, killed at every piece, before it, in its middle, and after the server had it', async () => {
    const bytes = jpeg({ sizeBytes: 25 * contentChunkBytes });
    const content = contentOf(bytes);
    const deaths = ['before', 'in its middle', 'after'] as const;
    const offsets: number[] = [];
    let died = 0;
    let sentPieces = 0;
    /** One life of the sender: it ends at its first piece, until every piece has been died at. */
    const live = (): Promise<SendOutcome | 'died'> => new Promise((resolve) => {
      const death = died < 3 * 25 ? deaths[died % 3] : undefined;
      const fetcher = asBrowser(coach, async (call, url, init) => {
        if (init.method !== 'PATCH' || death === undefined) return call();
        sentPieces += 1;
        const piece = Uint8Array.from(init.body as Uint8Array);
        const headers: Readonly<Record<string, string>> = { ...(init.headers as Record<string, string>), cookie: coach.cookie };
        offsets.push(Number(headers['Upload-Offset']));
        if (death === 'in its middle') await breakOff(url, headers, piece);
        else if (death === 'after') await call();
        died += 1;
        sending.stop();
        resolve('died');
        return new Promise<never>(() => undefined);
      });
      const sending = sendContent({ endpoint: `${address}/v1/attachments`, userId: coach.user.userId, fetcher }, content, () => undefined);
      void sending.done.then(resolve);
    });
    let outcome: SendOutcome | 'died' = 'died';
    for (let lives = 0; outcome === 'died' && lives < 100; lives += 1) outcome = await live();
    expect(outcome).toEqual({ kind: 'sent' });
    // It only ever went forward: nothing that the server had was sent from its start again.
    expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
    expect(sentPieces).toBeGreaterThan(40);
    expect(offsets.some((offset) => offset % contentChunkBytes !== 0)).toBe(true);
    expect(await answers(coach, operationOf(content))).toEqual(['received']);
    const kept = await readFile(path.join(dataDir, 'attachments', region, content.attachmentId));
    expect(sha256(kept)).toBe(content.sha256);
  }, 60_000);

  test('[ATT4] a piece that was damaged on its way is noticed at the end, discarded, and sent again whole', async () => {
    const bytes = jpeg({ sizeBytes: 2 * contentChunkBytes + 5 });
    const content = contentOf(bytes);
    const damaging = asBrowser(coach, async (call, url, init) => {
      const headers = init.headers as Record<string, string>;
      if (init.method !== 'PATCH' || headers['Upload-Offset'] !== '0') return call();
      const piece = Uint8Array.from(init.body as Uint8Array);
      piece[500_000] = (piece[500_000] ?? 0) ^ 1;
      return fetch(url, { ...init, body: piece, headers: { ...headers, cookie: coach.cookie } });
    });
    expect(await send(content, coach, damaging)).toEqual({ kind: 'again' });
    expect(await answers(coach, operationOf(content))).toEqual(['later']);
    expect((await head(content)).statusCode).toBe(404);
    expect([...(await filesOf('incoming')), ...(await filesOf('lasting'))].filter((name) => name.startsWith(content.attachmentId))).toEqual([]);
    expect(await send(content)).toEqual({ kind: 'sent' });
    expect(await answers(coach, operationOf(content))).toEqual(['received']);
  });

  test('[ATT10] a piece that is answered before it was read does not hold up the next request on its connection', async () => {
    const content = contentOf(jpeg({ sizeBytes: 20 * contentChunkBytes }));
    await begin(content);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const target = `/v1/attachments/${content.attachmentId}`;
    const proofs: Readonly<Record<string, Readonly<Record<string, string>>>> = { PATCH: await coach.provenHeaders('PATCH', target), HEAD: await coach.provenHeaders('HEAD', target) };
    const ask = (method: string, headers: Readonly<Record<string, string>>, body?: Uint8Array): Promise<number | undefined> => new Promise((resolve, reject) => {
      const request = httpRequest(`${address}/v1/attachments/${content.attachmentId}`, { method, agent, headers: { ...proofs[method], 'tus-resumable': '1.0.0', ...headers } }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode));
      });
      request.on('error', reject).end(body);
    });
    const piece = { 'upload-offset': '5', 'content-type': 'application/offset+octet-stream', 'content-length': String(8 * contentChunkBytes) };
    expect(await ask('PATCH', piece, new Uint8Array(8 * contentChunkBytes))).toBe(409);
    expect(await ask('HEAD', {})).toBe(200);
    agent.destroy();
  });

  test('[ATT4] the answer says what happened, in the number of the tus protocol', async () => {
    const bytes = jpeg({ sizeBytes: 100 });
    const content = contentOf(bytes, { sha256: 'e'.repeat(64) });
    expect((await begin(content)).statusCode).toBe(201);
    const response = await patch(content, 0, bytes);
    expect([response.statusCode, problemSchema.parse(response.json()).type]).toEqual([460, 'content-differs']);
  });

  test('[ATT3] a server that stopped between the last byte and its answer, or between file and database, finishes when asked', async () => {
    const bytes = jpeg({ sizeBytes: 300_000 });
    const incoming = (content: ContentToSend) => path.join(dataDir, 'attachments', region, 'incoming', content.attachmentId);
    const first = contentOf(bytes);
    await begin(first);
    await writeFile(incoming(first), bytes);
    expect(await send(first)).toEqual({ kind: 'sent' });
    const second = contentOf(bytes);
    await begin(second);
    await writeFile(incoming(second), bytes);
    await rename(incoming(second), path.join(dataDir, 'attachments', region, second.attachmentId));
    expect((await head(second)).headers['upload-offset']).toBe('300000');
    expect(await answers(coach, operationOf(second))).toEqual(['received']);
  });

  test('[ATT4] what the disk damaged meanwhile is not believed either', async () => {
    const content = contentOf(jpeg({ sizeBytes: 300_000 }));
    await begin(content);
    await writeFile(path.join(dataDir, 'attachments', region, 'incoming', content.attachmentId), new Uint8Array(300_000));
    expect(await send(content)).toEqual({ kind: 'sent' });
    expect(sha256(await readFile(path.join(dataDir, 'attachments', region, content.attachmentId)))).toBe(content.sha256);
  });

  test('[ATT9] files that were restored from an older backup than the database are sent again', async () => {
    const content = contentOf(jpeg({ sizeBytes: 5_000 }));
    expect(await send(content)).toEqual({ kind: 'sent' });
    await rm(path.join(dataDir, 'attachments', region, content.attachmentId));
    expect((await head(content)).statusCode).toBe(404);
    expect(await answers(coach, operationOf(content))).toEqual(['later']);
    expect(await send(content)).toEqual({ kind: 'sent' });
    expect(await answers(coach, operationOf(content))).toEqual(['received']);
  });

  test('[ATT3] sent twice, one after the other or both at once, it is there once', async () => {
    const content = contentOf(jpeg({ sizeBytes: 3 * contentChunkBytes }));
    const outcomes = await Promise.all([send(content), send(content)]);
    expect(outcomes.every(({ kind }) => kind === 'sent' || kind === 'again')).toBe(true);
    expect(await send(content)).toEqual({ kind: 'sent' });
    expect((await begin(content)).statusCode).toBe(409);
    expect((await patch(content, 0, jpeg())).statusCode).toBe(409);
    expect(sha256(await readFile(path.join(dataDir, 'attachments', region, content.attachmentId)))).toBe(content.sha256);
  });
});

describe('rights', () => {
  test('[ATT6] another’s dossier and one that does not exist give the same answer; the manager attaches nothing', async () => {
    const bytes = jpeg({ sizeBytes: 1_000 });
    const foreign = await begin(contentOf(bytes), otherCoach);
    const unknown = await begin(contentOf(bytes, { dossierId: 'dossier-onbekend' as DossierId }), otherCoach);
    expect([foreign.statusCode, foreign.body]).toEqual([404, unknown.body]);
    expect(await send(contentOf(bytes), otherCoach)).toEqual({ kind: 'refused' });
    expect(await send(contentOf(bytes), await server.signIn(users.manager))).toEqual({ kind: 'refused' });
  });

  test('[ATT6] another’s content cannot be seen, continued, begun anew or fetched, also not by a colleague of the same team', async () => {
    const bytes = jpeg({ sizeBytes: 4_000 });
    const content = contentOf(bytes);
    await begin(content);
    await patch(content, 0, bytes.subarray(0, 1_000));
    for (const who of [otherCoach, consultant]) {
      expect((await head(content, who)).statusCode).toBe(404);
      expect((await patch(content, 1_000, bytes.subarray(1_000), who)).statusCode).toBe(404);
      expect((await begin(content, who)).statusCode).toBe(404);
      expect((await download(content, who)).statusCode).toBe(404);
    }
    expect((await head(content)).headers['upload-offset']).toBe('1000');
    expect(await send(content)).toEqual({ kind: 'sent' });
    await coach.push([operationOf(content)]);
    expect((await download(content, otherCoach)).body).toBe((await download(contentOf(bytes), otherCoach)).body);
    const { rows } = await server.pool.query<{ result: string }>(`select result from audit_event where action = 'attachment' and record_id = $1 order by id`, [content.attachmentId]);
    expect(rows.map(({ result }) => result)).toEqual(['denied', 'denied', 'denied', 'denied', 'received', 'denied']);
  });

  test('[ATT6] [FGT2] [FGT3] reach that ends while it is on its way: it arrives for those now responsible, and a stranger still cannot begin', async () => {
    const { dossierId: moving, candidateId: movingId } = await makeCandidate();
    const bytes = jpeg({ sizeBytes: 2 * contentChunkBytes });
    const content = contentOf(bytes, { dossierId: moving });
    const operation = operationOf(content);
    await begin(content);
    await patch(content, 0, bytes.subarray(0, contentChunkBytes));
    await teamOf(moving, movingId, 'jobcoach-twee');
    expect(await answers(coach, operation)).toEqual(['later']);
    expect(await send(content)).toEqual({ kind: 'sent' });
    expect((await download(content, otherCoach)).statusCode).toBe(404);
    expect(await answers(coach, operation)).toEqual(['received']);
    expect((await coach.pull()).tail.outcomes).toContainEqual(expect.objectContaining({ opId: operation.opId, outcome: 'handed-over' }));
    for (const who of [otherCoach, consultant]) expect((await download(content, who)).rawPayload.equals(Buffer.from(bytes))).toBe(true);
    expect((await download(content)).statusCode).toBe(404);
    expect((await download(content, await server.signIn(users.manager))).statusCode).toBe(404);
    const { dossierId: others } = await makeCandidate('jobcoach-twee');
    expect(await send(contentOf(bytes, { dossierId: others }))).toEqual({ kind: 'refused' });
  });

  test('[ATT6] a right that ends during the very last piece ends it: nothing of it stays', async () => {
    const leaving = otherCoach;
    const { dossierId: own } = await makeCandidate('jobcoach-twee');
    const bytes = jpeg({ sizeBytes: 200_000 });
    const content = contentOf(bytes, { dossierId: own });
    await begin(content, leaving);
    const proof = await leaving.provenHeaders('PATCH', `/v1/attachments/${content.attachmentId}`);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { ...proof, 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream', 'content-length': String(bytes.length) };
      const request = httpRequest(`${address}/v1/attachments/${content.attachmentId}`, { method: 'PATCH', headers }, (response) => resolve(response.resume().statusCode));
      request.on('error', reject);
      request.write(bytes.subarray(0, 100_000));
      void (async () => {
        // The first half is written: the rights of the beginning were looked up. Then the candidate goes to another, and
        // the trace of ever having been there with it, as when a person is erased.
        while ((await stat(path.join(dataDir, 'attachments', region, 'incoming', content.attachmentId))).size === 0) await immediate();
        await server.pool.query('delete from caseload where dossier_id = $1', [own]);
        request.end(bytes.subarray(100_000));
      })();
    });
    expect(status).toBe(404);
    expect([...(await filesOf('incoming')), ...(await filesOf('lasting'))].filter((name) => name.startsWith(content.attachmentId))).toEqual([]);
    expect((await server.pool.query('select 1 from attachment where attachment_id = $1', [content.attachmentId])).rowCount).toBe(0);
  });

  test('[PUSH6] without a session, in another’s session, from a withdrawn device or from another website nothing is taken', async () => {
    const content = contentOf(jpeg());
    const typeOf = async (response: Awaited<ReturnType<typeof begin>>) => [response.statusCode, problemSchema.parse(response.json()).type];
    expect(await typeOf(await begin(content, coach, { cookie: '' }))).toEqual([401, 'signed-out']);
    expect(await typeOf(await begin(content, coach, { 'veldwerk-user': 'jobcoach-twee' }))).toEqual([409, 'other-user']);
    expect(await typeOf(await begin(content, coach, { origin: 'https://kwaad.example' }))).toEqual([403, 'cross-site']);
    expect(await typeOf(await begin(content, coach, { 'sec-fetch-site': 'cross-site' }))).toEqual([403, 'cross-site']);
    expect(await typeOf(await begin(content, coach, { 'tus-resumable': '' }))).toEqual([400, 'invalid']);
    const withdrawn = await server.signIn(users.coach);
    await server.pool.query('update device set revoked_at_ms = 1 where device_id = $1', [withdrawn.device.deviceId]);
    expect(await typeOf(await begin(content, withdrawn, { 'veldwerk-device': withdrawn.device.deviceId }))).toEqual([403, 'device-revoked']);
    // Without the header of tus it is a form's request like any other.
    expect((await coach.request({ method: 'POST', url: '/v1/attachments', headers: { 'content-type': 'text/plain' }, payload: 'x' })).statusCode).toBe(415);
  });
});

describe('hostile files', () => {
  test.each([
    ['a page posing as a photo', new TextEncoder().encode('<!doctype html><script>alert(1)</script>'), 'image/jpeg', 'attachment.otherType'],
    ['another picture than it says', png(), 'image/jpeg', 'attachment.otherType'],
    ['a photo that tells where it was taken', jpeg({ segments: [{ marker: 0xe1, text: 'Exif\0\0GPS' }] }), 'image/jpeg', 'attachment.hiddenData'],
  ])('[ATT7] %s is discarded, and its operation refused with the reason', async (_name, bytes, mediaType, code) => {
    const content = contentOf(bytes as Uint8Array<ArrayBuffer>, { mediaType });
    await begin(content);
    const response = await patch(content, 0, bytes);
    expect([response.statusCode, problemSchema.parse(response.json())]).toEqual([422, expect.objectContaining({ type: 'content-refused', errors: [expect.objectContaining({ code })] })]);
    expect(await send(content)).toEqual({ kind: 'refused' });
    expect([...(await filesOf('incoming')), ...(await filesOf('lasting'))].filter((name) => name.startsWith(content.attachmentId))).toEqual([]);
    expect(await answers(coach, operationOf(content))).toEqual(['received']);
    const outcome = (await coach.pull()).tail.outcomes.find(({ recordId }) => recordId === content.attachmentId);
    expect(outcome).toMatchObject({ outcome: 'refused', reason: 'invalid', violations: [{ code }] });
  });

  test('more than 30 MB, more than was said, a film, an empty file, a name with a path in it: refused as problems', async () => {
    const typeOf = async (response: Awaited<ReturnType<typeof begin>>) => [response.statusCode, problemSchema.parse(response.json()).type];
    const bytes = jpeg({ sizeBytes: 1_000 });
    expect(await typeOf(await begin(contentOf(bytes, { sizeBytes: 30 * 1024 * 1024 + 1 })))).toEqual([413, 'too-large']);
    expect(await typeOf(await begin(contentOf(bytes, { mediaType: 'video/mp4' })))).toEqual([400, 'invalid']);
    expect(await typeOf(await begin(contentOf(bytes, { mediaType: 'image/svg+xml' })))).toEqual([400, 'invalid']);
    expect(await typeOf(await begin(contentOf(bytes, { sizeBytes: 0 })))).toEqual([400, 'invalid']);
    expect(await typeOf(await begin(contentOf(bytes, { attachmentId: '../../etc/passwd' as RecordId })))).toEqual([400, 'invalid']);
    expect(await typeOf(await begin(contentOf(bytes), coach, { 'upload-defer-length': '1', 'upload-length': '' }))).toEqual([400, 'invalid']);
    expect(await typeOf(await begin(contentOf(bytes), coach, { 'upload-metadata': 'filename 8J+Yiiw=,' }))).toEqual([400, 'invalid']);
    expect((await coach.request({ method: 'GET', url: '/v1/attachments/..%2f..%2fpasswd/content' })).statusCode).toBe(404);
    const small = contentOf(bytes, { sizeBytes: 10 });
    await begin(small);
    expect(await typeOf(await patch(small, 0, bytes))).toEqual([413, 'too-large']);
    expect(await typeOf(await patch(small, 5, bytes.subarray(0, 5)))).toEqual([409, 'content-offset']);
    expect((await patch(small, Number.NaN, bytes)).statusCode).toBe(400);
  });

  test('names of people are nowhere among the files, and no request’s log says more than its pattern', async () => {
    const names = (await readdir(dataDir, { recursive: true })).map((name) => path.basename(name));
    for (const name of names) expect(name).toMatch(/^(attachments|incoming|rijk-van-nijmegen|[0-9a-f-]{36}(\.json)?)$/);
    expect(JSON.stringify(server.logged)).not.toContain(candidateId);
    expect(new Set(server.logged.map(({ route }) => route))).toContain('/v1/attachments/:attachmentId');
  });
});

// Last: it moves the server's clock, and sessions end.
describe('time', () => {
  test('[ATT11] what stays incomplete goes after a week without a sign, file and row; a sign keeps it', async () => {
    const [left, resumed] = [contentOf(jpeg({ sizeBytes: 9_000 })), contentOf(jpeg({ sizeBytes: 9_000 }))];
    const day = 24 * 3_600_000;
    for (const content of [left, resumed]) {
      await begin(content);
      await patch(content, 0, jpeg({ sizeBytes: 9_000 }).subarray(0, 4_000));
    }
    server.clock.nowMs += 6 * day;
    const again = await server.signIn(users.coach);
    expect((await head(resumed, again)).headers['upload-offset']).toBe('4000');
    server.clock.nowMs += 2 * day;
    const later = await server.signIn(users.coach);
    await begin(contentOf(jpeg()), later);
    expect((await head(left, later)).statusCode).toBe(404);
    expect(await filesOf('incoming')).not.toContain(left.attachmentId);
    expect((await head(resumed, later)).headers['upload-offset']).toBe('4000');
  });
});

/** Half a piece, and then the line is dead. Resolves when the server has noticed. */
function breakOff(url: string, headers: Readonly<Record<string, string>>, piece: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    const request = httpRequest(url, { method: 'PATCH', headers: { ...headers, 'content-length': String(piece.length) } });
    request.on('error', () => resolve());
    request.on('close', () => resolve());
    request.write(piece.subarray(0, Math.ceil(piece.length / 2)), () => request.destroy());
  });
}
