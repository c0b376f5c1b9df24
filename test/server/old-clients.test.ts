import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Principal } from '#shared/domain/roles.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import { protocolVersion } from '#shared/sync/operation.ts';
import * as protocol from '#shared/sync/protocol.ts';
import * as session from '#shared/sync/session-protocol.ts';
import { withTransaction } from '#server/db/transaction.ts';
import { importUsers } from '#server/storage/import-records.ts';
import { person } from '../contract/server-builders.ts';
import { region, startTestServer, users, type SignedIn, type TestServer } from './support/test-server.ts';
import { composeMessages } from './support/wire-messages.ts';

/** Messages as an app of that version sent them, and what a server answered: written once, never changed. */
export interface WireMessages {
  /** The region's key pair that its lines were sealed to, base64. */
  readonly sealingKey: { readonly keyId: string; readonly publicKey: string; readonly privateKey: string };
  readonly devices: Readonly<Record<string, unknown>>;
  readonly pushes: readonly { readonly userId: string; readonly body: unknown }[];
  readonly sealed: unknown;
  /** Per person: what became of the operations, and the data of every record they see. */
  readonly seen: Readonly<Record<string, { readonly outcomes: unknown; readonly records: unknown }>>;
  /** What that app reads of our answers, as JSON Schema. */
  readonly reads: Readonly<Record<keyof typeof readSchemas, z.core.JSONSchema.BaseSchema>>;
}

const readSchemas = {
  push: protocol.pushResponseSchema, head: protocol.pullHeadSchema, dossier: protocol.pullDossierSchema, tail: protocol.pullTailSchema,
  session: session.sessionResponseSchema, problem: session.problemSchema,
} as const;

const wireDir = new URL('../fixtures/wire/', import.meta.url);
const fileOf = (version: string) => new URL(`${version}/messages.json`, wireDir);
const people: readonly Principal[] = [users.coach, users.consultant, users.manager, person(region, 'deskundige-een', 'loonwaarde-expert')];

if (process.env['VELDWERK_WRITE_WIRE'] === '1') {
  test('the messages of this version are written', async () => {
    const sent = await composeMessages();
    const server = await serverWith(sent.sealingKey);
    const reads = Object.fromEntries(Object.entries(readSchemas).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })]));
    const seen = await replay(server, sent);
    mkdirSync(new URL(`v${protocolVersion}/`, wireDir), { recursive: true });
    writeFileSync(fileOf(`v${protocolVersion}`), `${JSON.stringify({ ...sent, seen, reads }, null, 1)}\n`, { flag: 'wx' });
    await server.close();
  });
} else {
  describe.each(readdirSync(wireDir))('an app that speaks %s', (version) => {
    let server: TestServer;
    let messages: WireMessages;
    beforeAll(async () => {
      messages = JSON.parse(readFileSync(fileOf(version), 'utf8')) as WireMessages;
      server = await serverWith(messages.sealingKey);
    });
    afterAll(() => server.close());

    test('[F18] [VER2] [VER3] [VER4] still delivers its work, hears what it heard then, and gets back every field that it sent', async () => {
      const seen = await replay(server, messages, readerOf(messages));
      for (const [userId, then] of Object.entries(messages.seen)) expect(seen[userId], userId).toMatchObject(then as object);
    });

    test('[VER3] understands every answer, a problem as well', async () => {
      const read = readerOf(messages);
      const coach = await server.signIn(users.coach);
      read('session', (await coach.request({ method: 'GET', url: '/v1/session' })).json());
      read('problem', (await server.app.inject({ method: 'GET', url: '/v1/changes' })).json());
      read('problem', (await coach.request({ method: 'POST', url: '/v1/checks', payload: { kind: 'visit', groups: {} } })).json());
    });
  });
}

type Read = (name: keyof typeof readSchemas, answer: unknown) => void;

/** What that app does with an answer: it throws where the app would call it garbled. */
function readerOf({ reads }: WireMessages): Read {
  const schemas = new Map(Object.entries(reads).map(([name, schema]) => [name, z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0])]));
  // [VER2] Records of a kind that came later: that app keeps them as they came, and shows none of them.
  const known = new Set(kindsIn(reads.dossier));
  const withoutLater = (answer: unknown): unknown => {
    const { records } = answer as { readonly records: readonly { readonly kind: string }[] };
    return { ...(answer as object), records: records.filter(({ kind }) => known.has(kind)) };
  };
  return (name, answer) => void schemas.get(name)?.parse(name === 'dossier' ? withoutLater(answer) : answer);
}

/** The kinds of record that the app's own schema of a dossier names. */
function kindsIn(dossier: z.core.JSONSchema.BaseSchema): readonly string[] {
  const { properties } = dossier as unknown as { readonly properties: { readonly records: { readonly items: { readonly properties: { readonly kind: { readonly enum: readonly string[] } } } } } };
  return properties.records.items.properties.kind.enum;
}

async function serverWith({ keyId, publicKey, privateKey }: WireMessages['sealingKey']): Promise<TestServer> {
  const server = await startTestServer();
  await withTransaction(server.pool, 'system', 'write', (client) => importUsers(client, region, people.map((user) => ({ ...user, demo: true }))));
  await server.pool.query('insert into sealing_key (region, key_id, public_key, private_key, made_at_ms) values ($1, $2, $3, $4, 1)', [region, keyId, Buffer.from(publicKey, 'base64'), Buffer.from(privateKey, 'base64')]);
  return server;
}

/** Sends everything in its order, and tells what each person sees in the end. */
async function replay(server: TestServer, messages: Omit<WireMessages, 'seen' | 'reads'>, read: Read = () => undefined): Promise<WireMessages['seen']> {
  const signedIn = new Map<string, SignedIn>();
  for (const user of people) signedIn.set(user.userId, await server.signIn(user));
  const by = (userId: string): SignedIn => signedIn.get(userId) as SignedIn;
  for (const [userId, registration] of Object.entries(messages.devices)) {
    // In a session of its own, as every device [PROOF4].
    const [cookie] = (await server.app.inject({ method: 'POST', url: '/v1/demo/session', payload: { userId } })).cookies;
    const headers = { cookie: `${cookie?.name}=${cookie?.value}` };
    expect((await server.app.inject({ method: 'POST', url: '/v1/devices', headers, payload: registration as object })).statusCode).toBe(201);
  }
  for (const { userId, body } of messages.pushes) {
    const response = await by(userId).request({ method: 'POST', url: '/v1/operations', payload: body as object });
    expect(response.statusCode).toBe(200);
    read('push', response.json());
  }
  read('push', (await server.app.inject({ method: 'POST', url: '/v1/sealed-operations', payload: messages.sealed as object })).json());

  // The keys of those devices were never written down: what they would hear, another device of the person reads here.
  for (const [userId, each] of signedIn) await server.pool.query('update delivery d set device_id = $1 where user_id = $2 and not exists (select 1 from delivery other where other.op_id = d.op_id and other.user_id = $2 and other.device_id = $1)', [each.device.deviceId, userId]);
  const seen: Record<string, { readonly outcomes: unknown; readonly records: unknown }> = {};
  for (const [userId, each] of signedIn) {
    const { text, records, tail } = await each.pull();
    const lines = text.trimEnd().split('\n').map((line) => JSON.parse(line) as JsonValue);
    read('head', lines[0]);
    for (const line of lines.slice(1, -1)) read('dossier', line);
    read('tail', lines.at(-1));
    seen[userId] = {
      outcomes: Object.fromEntries(tail.outcomes.map((outcome) => [outcome.opId, outcome.outcome === 'refused' ? `refused ${outcome.reason}` : outcome.outcome])),
      records: Object.fromEntries(records.map((record) => [record.recordId, Object.fromEntries(Object.entries(record.groups).map(([group, { data }]) => [group, data]))])),
    };
  }
  return seen;
}
