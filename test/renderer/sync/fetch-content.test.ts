import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { DeviceId, RecordId } from '#shared/domain/ids.ts';
import { createContentFetch } from '#renderer/sync/fetch-content.ts';
import { jpeg } from '../../fixtures/pictures.ts';
import { sanne } from '../../fixtures/records.ts';

const who = { identity: { userId: sanne, deviceId: '00000000-0000-4000-8000-000000000001' as DeviceId }, publicKey: 'pub', sign: (text: string) => Promise.resolve(`signed(${text})`) };
const bytes = jpeg({ sizeBytes: 2_000 });
const facts = { mediaType: 'image/jpeg', sizeBytes: 2_000, sha256: createHash('sha256').update(bytes).digest('hex') } as const;
const [one, two] = ['one', 'two'] as unknown as readonly [RecordId, RecordId];

/** A server that answers when it is told to. */
function slowServer() {
  const asked: { readonly path: string; readonly init: RequestInit; readonly answer: (response: Response | Error) => void }[] = [];
  const fetcher = ((path: string, init: RequestInit = {}) =>
    new Promise<Response>((resolve, reject) => {
      asked.push({ path, init, answer: (response) => (response instanceof Error ? reject(response) : resolve(response)) });
    })) as typeof fetch;
  return { asked, get: createContentFetch(fetcher)(who) };
}
const turns = () => new Promise((resolve) => setTimeout(resolve));

describe('a content that is not on this device', () => {
  it('[ATT12] is asked for with the proof of the device, leaves nothing with the browser, and is whole', async () => {
    const { asked, get } = slowServer();
    const fetched = get(one, facts);
    await turns();
    expect(asked[0]).toMatchObject({ path: '/v1/attachments/one/content', init: { cache: 'no-store', credentials: 'same-origin', redirect: 'error' } });
    expect(Object.keys(asked[0]?.init.headers ?? {})).toContain('veldwerk-device');
    asked[0]?.answer(new Response(new Uint8Array(bytes)));
    const blob = await fetched;
    expect(blob?.type).toBe('image/jpeg');
    expect(new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(new Uint8Array(bytes));
  });

  it('[ATT4] [ATT12] is not shown when it differs from its record, and not when it was cut off', async () => {
    for (const wrong of [bytes.map((byte, at) => (at === 900 ? byte ^ 1 : byte)), bytes.slice(0, 1_000)]) {
      const { asked, get } = slowServer();
      const fetched = get(one, facts);
      await turns();
      asked[0]?.answer(new Response(new Uint8Array(wrong)));
      expect(await fetched).toBeNull();
    }
  });

  it('waits for the one before it, and goes on when that one was refused or the line broke', async () => {
    const { asked, get } = slowServer();
    const all = [get(one, facts), get(two, facts), get(one, facts)];
    await turns();
    expect(asked).toHaveLength(1);
    asked[0]?.answer(new Response('{}', { status: 404 }));
    await all[0];
    await turns();
    asked[1]?.answer(new TypeError('Failed to fetch'));
    await all[1];
    await turns();
    asked[2]?.answer(new Response(new Uint8Array(bytes)));
    expect((await Promise.all(all)).map((blob) => blob?.size ?? null)).toEqual([null, null, 2_000]);
  });
});
