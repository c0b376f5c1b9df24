import type { DeviceId, UserId } from '#shared/domain/ids.ts';
import { toBase64 } from '#renderer/data/db/base64.ts';
import { makeKeys, type OpenKeys, type ServerSealingKey } from '#renderer/data/db/keyring.ts';
import type { SyncIdentity } from '#renderer/data/sync-report.ts';
import type { SealingParts } from '#renderer/data/journal/seal-line.ts';

export interface BenchDevice {
  readonly userId: UserId;
  readonly keys: OpenKeys;
  readonly publicKey: string;
  readonly sealing: SealingParts;
}

let device: BenchDevice | null = null;

export function theDevice(): BenchDevice {
  if (device === null) throw new Error('setUp comes first');
  return device;
}

/** Who speaks to the server, as the sync loop is told. */
export const syncIdentity = (): SyncIdentity => ({ ...theDevice().sealing.identity, publicKey: theDevice().publicKey });

/** Signs in, makes the keys of a device and registers it, as the product does at a first use. */
export async function setUp(userId: UserId): Promise<void> {
  const post = (path: string, body: object) => fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  await post('/v1/demo/session', { userId });
  const deviceId = crypto.randomUUID() as DeviceId;
  const { wrapped, open } = await makeKeys(userId, deviceId, { passphrase: 'een zin voor de meting', deviceSecret: null });
  const answer = (await (await post('/v1/devices', { deviceId, publicKey: wrapped.publicKey })).json()) as { sealingKey: ServerSealingKey };
  const sign = async (text: string) => toBase64(new Uint8Array(await crypto.subtle.sign('Ed25519', open.signingKey, new TextEncoder().encode(text))));
  device = { userId, keys: open, publicKey: wrapped.publicKey, sealing: { dataKey: open.dataKey, serverKey: answer.sealingKey, sign, identity: { deviceId, userId } } };
}
