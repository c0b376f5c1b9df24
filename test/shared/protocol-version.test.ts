import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { expect, test } from 'vitest';
import { kinds } from '#shared/domain/kinds.ts';
import { hashJson, type JsonValue } from '#shared/lib/canonical-json.ts';
import { journalLineSchema } from '#shared/sync/journal/journal-line.ts';
import { oldestProtocol, protocolVersion } from '#shared/sync/operation.ts';
import * as protocol from '#shared/sync/protocol.ts';
import * as session from '#shared/sync/session-protocol.ts';

const spec = readFileSync(new URL('../../shared/sync/SPEC.md', import.meta.url), 'utf8');

/** The versions that SPEC.md tells of, in its order. */
const versions = [...spec.matchAll(/^\| (\d+) \| `([0-9a-f]{12})` \| (.+) \|$/gm)].map(([, number, hash, change]) => ({ number: Number(number), hash, change }));

/** Everything that travels or is stored, as JSON Schema: what a device says, hears and keeps. */
function wireSchemas(): Readonly<Record<string, JsonValue>> {
  const found: Record<string, JsonValue> = {};
  const add = (name: string, schema: unknown): void => {
    if (schema instanceof z.ZodType) found[name] = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as unknown as JsonValue;
  };
  for (const [name, schema] of [...Object.entries(protocol), ...Object.entries(session)]) add(name, schema);
  add('journalLineSchema', journalLineSchema);
  for (const [kind, { groups }] of Object.entries(kinds)) for (const [group, schema] of Object.entries(groups)) add(`${kind}.${group}`, schema);
  return found;
}

test('[VER1] nobody changes what travels by accident', () => {
  const hash = hashJson(wireSchemas()).slice(0, 12);
  expect(
    versions.at(-1)?.hash,
    `The schemas of what travels have changed: their hash is ${hash} now. Was version ${protocolVersion} released? Then raise protocolVersion, add a line to the table at the end of shared/sync/SPEC.md, and write its messages with \`VELDWERK_WRITE_WIRE=1 npx vitest run -c test/vitest.config.ts --project postgres test/server/old-clients.test.ts\`. If it was not, put the new hash into its line.`,
  ).toBe(hash);
  expect(Object.keys(wireSchemas()).length).toBeGreaterThan(30);
});

test('[VER1] every version has its line, and the last one is the one that is spoken', () => {
  expect(versions.map(({ number }) => number)).toEqual(versions.map((_, index) => index + 1));
  expect(versions.at(-1)?.number).toBe(protocolVersion);
  expect(oldestProtocol).toBeGreaterThanOrEqual(1);
});

test('[VER3] every version that is still spoken has messages of its own that are replayed', () => {
  for (let version = oldestProtocol; version <= protocolVersion; version += 1) {
    expect(existsSync(new URL(`../fixtures/wire/v${version}/messages.json`, import.meta.url)), `messages of version ${version}`).toBe(true);
  }
});
