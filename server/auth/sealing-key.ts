import { randomUUID } from 'node:crypto';
import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from 'hpke';
import type pg from 'pg';

/** The suite of the second journal, the same on the devices (RFC 9180). */
export const sealingSuite = new CipherSuite(KEM_DHKEM_P256_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM);

export interface PublicSealingKey {
  readonly keyId: string;
  /** Uncompressed P-256 point, base64. */
  readonly publicKey: string;
}

/** The region's newest key; made when there is none. Two servers that start at once end with the same one. */
export async function currentSealingKey(client: pg.ClientBase, region: string, nowMs: number): Promise<PublicSealingKey> {
  const known = await newest(client, region);
  if (known !== null) return known;
  // The region's row is the lock of everything that must happen once.
  await client.query('select 1 from region where id = $1 for update', [region]);
  const meanwhile = await newest(client, region);
  if (meanwhile !== null) return meanwhile;
  const pair = await sealingSuite.GenerateKeyPair(true);
  const [publicKey, privateKey] = await Promise.all([sealingSuite.SerializePublicKey(pair.publicKey), sealingSuite.SerializePrivateKey(pair.privateKey)]);
  const keyId = randomUUID();
  await client.query('insert into sealing_key (region, key_id, public_key, private_key, made_at_ms) values ($1, $2, $3, $4, $5)', [
    region,
    keyId,
    Buffer.from(publicKey),
    Buffer.from(privateKey),
    nowMs,
  ]);
  return { keyId, publicKey: Buffer.from(publicKey).toString('base64') };
}

export type SealingKeyPair = Awaited<ReturnType<typeof sealingSuite.GenerateKeyPair>>;

/** The pair that a line names, also when newer ones exist; null for a key that this region never had. */
export async function sealingKeyPair(client: pg.ClientBase, region: string, keyId: string): Promise<SealingKeyPair | null> {
  const { rows: [row] } = await client.query<{ public_key: Buffer; private_key: Buffer }>('select public_key, private_key from sealing_key where region = $1 and key_id = $2', [region, keyId]);
  if (row === undefined) return null;
  const [publicKey, privateKey] = await Promise.all([sealingSuite.DeserializePublicKey(row.public_key), sealingSuite.DeserializePrivateKey(row.private_key)]);
  return { publicKey, privateKey };
}

async function newest(client: pg.ClientBase, region: string): Promise<PublicSealingKey | null> {
  const { rows: [row] } = await client.query<{ key_id: string; public_key: Buffer }>(
    'select key_id, public_key from sealing_key where region = $1 order by made_at_ms desc, key_id limit 1', [region]);
  return row === undefined ? null : { keyId: row.key_id, publicKey: row.public_key.toString('base64') };
}
