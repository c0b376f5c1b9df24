import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import { firstPrev, journalTextToSign, type JournalLine } from '#shared/sync/journal/journal-line.ts';
import { pushResponseSchema, type PushAnswer } from '#shared/sync/protocol.ts';
import type { SignedOperation } from '#shared/sync/operation.ts';
import { journalSuite, sealJournalLine } from '#renderer/data/journal/seal-line.ts';
import { mostSealedLines } from '#server/routes/sealed-operations.ts';
import { candidateGroups, nextId, TestDevice, visitGroups } from '../contract/server-builders.ts';
import { startTestServer, users, type SignedIn, type TestServer } from './support/test-server.ts';

let server: TestServer;
let coach: SignedIn;
let consultant: SignedIn;
let manager: SignedIn;
let serverKey: { readonly keyId: string; readonly publicKey: string };
let dossierId: DossierId;
beforeAll(async () => {
  server = await startTestServer();
  [coach, consultant, manager] = [await server.signIn(users.coach), await server.signIn(users.consultant), await server.signIn(users.manager)];
  serverKey = await sealingKeyOf(coach);
  dossierId = nextId<DossierId>('dossier');
  await consultant.push([consultant.device.operation({ kind: 'candidate', dossierId, recordId: nextId<RecordId>('candidate'), payload: candidateGroups() })]);
});
afterAll(() => server.close());

/** As the device hears it when it registers. */
async function sealingKeyOf(by: SignedIn): Promise<typeof serverKey> {
  const { device } = by;
  const response = await by.request({ method: 'POST', url: '/v1/devices', payload: { deviceId: device.deviceId, publicKey: Buffer.from(device.publicKey).toString('base64') } });
  return (response.json() as { sealingKey: typeof serverKey }).sealingKey;
}

const visit = (device: TestDevice, over: Parameters<typeof visitGroups>[0] = {}): SignedOperation =>
  device.operation({ kind: 'visit', dossierId, recordId: nextId<RecordId>('visit'), payload: visitGroups({ heldBy: device.userId, ...over }) });

/** As the second journal of a laptop holds it. */
async function sealed(device: TestDevice, operation: SignedOperation, over: { readonly key?: typeof serverKey; readonly signer?: TestDevice } = {}): Promise<JournalLine> {
  const dataKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt']);
  const { deviceId, userId } = device;
  return sealJournalLine({ dataKey, serverKey: over.key ?? serverKey, sign: (text) => Promise.resolve((over.signer ?? device).signText(text)), identity: { deviceId, userId } }, operation, 1, firstPrev);
}

/** Without a cookie, and without a word about who it is. */
async function deliver(lines: readonly unknown[]): Promise<readonly PushAnswer[]> {
  const response = await server.app.inject({ method: 'POST', url: '/v1/sealed-operations', payload: { lines } });
  if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${response.body}`);
  return pushResponseSchema.parse(response.json()).answers;
}

const visitsSeen = async (by: SignedIn) => (await by.pull()).records.filter((record) => record.kind === 'visit').map((record) => record.recordId as string);
const countOf = async (table: string) => Number((await server.pool.query<{ count: number }>(`select count(*) from ${table}`)).rows[0]?.count);

test('[JRN11] a line is delivered without a session: its operation counts as its author’s, once', async () => {
  const [one, two] = [visit(coach.device), visit(coach.device)];
  const lines = [await sealed(coach.device, one), await sealed(coach.device, two)];
  const received = [one, two].map(({ opId }) => ({ opId, answer: 'received' }));
  expect(await deliver(lines)).toEqual(received);
  expect(await deliver(lines)).toEqual(received);
  expect(await visitsSeen(manager)).toEqual([one.record.recordId, two.record.recordId]);
  const { tail } = await coach.pull();
  expect(tail.outcomes).toMatchObject([{ outcome: 'applied', opId: one.opId }, { outcome: 'applied', opId: two.opId }]);
});

test('[JRN11] its author’s rights hold as ever, and a line that cannot be read blocks no other', async () => {
  const expert = await server.signIn(users.otherCoach);
  const foreign = visit(expert.device);
  const own = visit(coach.device);
  const answers = await deliver([{ v: 1 }, await sealed(expert.device, foreign), 'x', await sealed(coach.device, own)]);
  expect(answers).toEqual([{ index: 0, answer: 'unreadable' }, { opId: foreign.opId, answer: 'received' }, { index: 2, answer: 'unreadable' }, { opId: own.opId, answer: 'received' }]);
  expect((await expert.pull()).tail.outcomes).toMatchObject([{ outcome: 'refused', reason: 'not-allowed', opId: foreign.opId }]);
  expect(await visitsSeen(manager)).toContain(own.record.recordId);
});

test('[JRN4] whoever knows the public key can seal a line, and is not believed: it leaves nothing but a line in the audit', async () => {
  const stranger = new TestDevice(users.coach);
  const operation = visit(coach.device);
  const line = await sealed(coach.device, operation);
  const otherKeys = await journalSuite.GenerateKeyPair(true);
  const otherKey = { keyId: serverKey.keyId, publicKey: Buffer.from(await journalSuite.SerializePublicKey(otherKeys.publicKey)).toString('base64') };
  const forged: readonly unknown[] = [
    // Another hand.
    await sealed(coach.device, operation, { signer: stranger }),
    // A device that is not registered, under its own or another's name.
    await sealed(stranger, visit(stranger)),
    // Signed, and then changed.
    { ...line, keptAtMs: 2 },
    { ...line, userId: 'jobcoach-twee' },
    // Signed by the device, with something in it that does not open or is not what the line says.
    await sealed(coach.device, operation, { key: otherKey }),
    await sealed(coach.device, operation, { key: { ...serverKey, keyId: 'a-key-that-is-not-ours' } }),
    await sealed(coach.device, { ...operation, userId: users.otherCoach.userId }),
    signAgain({ ...line, body: line.body.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A')) }),
  ];
  const [operations, records, deliveries, audit] = [await countOf('operation'), await countOf('record'), await countOf('delivery'), await countOf('audit_event')];
  expect(await deliver(forged)).toEqual(forged.map((_, index) => ({ index, answer: 'unreadable' })));
  expect([await countOf('operation'), await countOf('record'), await countOf('delivery')]).toEqual([operations, records, deliveries]);
  const { rows } = await server.pool.query<{ result: string }>('select result from audit_event order by id offset $1', [audit]);
  expect(rows.map((row) => row.result)).toEqual(['refused-signature', 'refused-content', 'refused-key']);
  expect(server.logged.filter((entry) => entry['event'] === 'sealed-refused').at(-1)).toMatchObject({ lines: forged.length });
  // The true line still counts.
  expect(await deliver([line])).toEqual([{ opId: operation.opId, answer: 'received' }]);
});

test('[JRN4] an operation that the device did not sign itself is refused, also inside a line that it did', async () => {
  const operation = { ...visit(coach.device), authoredAtMs: 7 };
  expect(await deliver([await sealed(coach.device, operation)])).toEqual([{ opId: operation.opId, answer: 'received' }]);
  expect(await visitsSeen(manager)).not.toContain(operation.record.recordId);
});

test('[JRN12] what a withdrawn device had kept is handed over, and changes nothing by itself', async () => {
  const lost = await server.signIn(users.coach);
  const operation = visit(lost.device, { observations: 'Op de gestolen laptop.' });
  const beyond = lost.device.operation({ kind: 'candidate', dossierId, recordId: nextId<RecordId>('candidate'), payload: { status: candidateGroups()['status'] ?? null } });
  await server.pool.query('update device set revoked_at_ms = 1 where device_id = $1', [lost.device.deviceId]);
  await deliver([await sealed(lost.device, operation), await sealed(lost.device, beyond)]);
  expect(await visitsSeen(manager)).not.toContain(operation.record.recordId);
  const handovers = (await coach.pull()).records.filter((record) => record.kind === 'handover');
  expect(handovers.map((record) => record.groups['content']?.data)).toEqual([operation.payload]);
  const { rows } = await server.pool.query<{ outcome: string }>('select outcome from operation where op_id = any($1) order by outcome', [[operation.opId, beyond.opId]]);
  expect(rows.map((row) => row.outcome)).toEqual(['handed-over', 'refused']);
});

test('whoever knocks without end is asked to wait, and hears nothing about what they sent', async () => {
  const knock = () => server.app.inject({ method: 'POST', url: '/v1/sealed-operations', remoteAddress: '203.0.113.9', payload: { lines: Array.from({ length: mostSealedLines }, () => ({})) } });
  let response = await knock();
  for (let times = 0; response.statusCode === 200 && times < 30; times += 1) response = await knock();
  expect(response.statusCode).toBe(429);
  expect(Number(response.headers['retry-after'])).toBeGreaterThanOrEqual(1);
  expect(Number(response.headers['retry-after'])).toBeLessThanOrEqual(60);
  expect(await deliver([{}])).toEqual([{ index: 0, answer: 'unreadable' }]);
  server.clock.nowMs += 60_000;
  expect((await knock()).statusCode).toBe(200);
});

/** A line with a changed part, signed anew by the device it names. */
function signAgain({ signature: _old, ...unsigned }: JournalLine): JournalLine {
  return { ...unsigned, signature: coach.device.signText(journalTextToSign(unsigned)) };
}
