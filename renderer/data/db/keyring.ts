import type { DeviceId, UserId } from '#shared/domain/ids.ts';
import { fromBase64, toBase64 } from './base64.ts';

/** OWASP 2023 for PBKDF2-SHA-256; SECURITY "On the device" names the same floor. */
const pbkdf2Iterations = 600_000;

/**
 * How the keys lie on disk, version 1. The data key is wrapped by a key from the passphrase and, where there is a
 * shell, a device secret of the operating system; the signing key is wrapped by the data key.
 */
export interface WrappedKeys {
  readonly format: 1;
  readonly kdf: { readonly name: 'PBKDF2'; readonly hash: 'SHA-256'; readonly iterations: number; readonly salt: string };
  readonly deviceSecret: 'none' | 'safe-storage';
  readonly dataKey: { readonly nonce: string; readonly wrapped: string };
  readonly signingKey: { readonly nonce: string; readonly wrapped: string };
  readonly publicKey: string;
  /** What the second journal is sealed to, so that the server can open a line when nobody here can any more. */
  readonly serverKey: ServerSealingKey;
  readonly deviceId: DeviceId;
  readonly userId: UserId;
}

/** What the server's sealing key is called and how it looks; every device learns it when it is registered. */
export interface ServerSealingKey {
  readonly keyId: string;
  /** Uncompressed P-256 point, base64. */
  readonly publicKey: string;
}

/** The keys in memory, while unlocked. Neither can be exported again. */
export interface OpenKeys {
  readonly dataKey: CryptoKey;
  readonly signingKey: CryptoKey;
}

interface Secrets {
  readonly passphrase: string;
  readonly deviceSecret: Uint8Array<ArrayBuffer> | null;
}

const encoder = new TextEncoder();

/** The keys of a new device; `serverKey` is added once the device is registered. */
export async function makeKeys(userId: UserId, deviceId: DeviceId, secrets: Secrets): Promise<{ readonly wrapped: Omit<WrappedKeys, 'serverKey'>; readonly open: OpenKeys }> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const rawDataKey = crypto.getRandomValues(new Uint8Array(32));
  const pair = (await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify'])) as CryptoKeyPair;
  const publicKey = toBase64(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
  const privateBytes = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));

  const kdf = { name: 'PBKDF2', hash: 'SHA-256', iterations: pbkdf2Iterations, salt: toBase64(salt) } as const;
  const wrappingKey = await deriveWrappingKey(secrets, kdf);
  const dataKey = await importDataKey(rawDataKey);
  const wrapped: Omit<WrappedKeys, 'serverKey'> = {
    format: 1,
    kdf,
    deviceSecret: secrets.deviceSecret === null ? 'none' : 'safe-storage',
    dataKey: await wrap(wrappingKey, rawDataKey, purpose('data-key', userId, deviceId)),
    signingKey: await wrap(dataKey, privateBytes, purpose('signing-key', userId, deviceId)),
    publicKey,
    deviceId,
    userId,
  };
  const signingKey = await importSigningKey(privateBytes);
  rawDataKey.fill(0);
  privateBytes.fill(0);
  return { wrapped, open: { dataKey, signingKey } };
}

/** @returns null when the passphrase (or the device secret) is not the right one */
export async function openKeys(wrapped: Omit<WrappedKeys, 'serverKey'>, secrets: Secrets): Promise<OpenKeys | null> {
  const wrappingKey = await deriveWrappingKey(secrets, wrapped.kdf);
  const rawDataKey = await unwrap(wrappingKey, wrapped.dataKey, purpose('data-key', wrapped.userId, wrapped.deviceId));
  if (rawDataKey === null) return null;
  const dataKey = await importDataKey(rawDataKey);
  rawDataKey.fill(0);
  const privateBytes = await unwrap(dataKey, wrapped.signingKey, purpose('signing-key', wrapped.userId, wrapped.deviceId));
  if (privateBytes === null) throw new Error('the signing key beside an opened data key does not open');
  const signingKey = await importSigningKey(privateBytes);
  privateBytes.fill(0);
  return { dataKey, signingKey };
}

const purpose = (what: string, userId: string, deviceId: string) => encoder.encode(`veldwerk/${what}/v1/${userId}/${deviceId}`);

async function deriveWrappingKey({ passphrase, deviceSecret }: Secrets, kdf: WrappedKeys['kdf']): Promise<CryptoKey> {
  const password = await crypto.subtle.importKey('raw', encoder.encode(passphrase.normalize('NFC')), 'PBKDF2', false, ['deriveBits']);
  const stretched = new Uint8Array(
    await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: kdf.hash, iterations: kdf.iterations, salt: fromBase64(kdf.salt) }, password, 256),
  );
  const material = new Uint8Array(stretched.length + (deviceSecret?.length ?? 0));
  material.set(stretched);
  if (deviceSecret !== null) material.set(deviceSecret, stretched.length);
  const base = await crypto.subtle.importKey('raw', material, 'HKDF', false, ['deriveKey']);
  material.fill(0);
  stretched.fill(0);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: encoder.encode('veldwerk/wrapping-key/v1') },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

const importDataKey = (raw: Uint8Array<ArrayBuffer>) => crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
const importSigningKey = (pkcs8: Uint8Array<ArrayBuffer>) => crypto.subtle.importKey('pkcs8', pkcs8, { name: 'Ed25519' }, false, ['sign']);

async function wrap(key: CryptoKey, secret: Uint8Array<ArrayBuffer>, additionalData: Uint8Array<ArrayBuffer>) {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const wrapped = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData }, key, secret));
  return { nonce: toBase64(nonce), wrapped: toBase64(wrapped) };
}

async function unwrap(key: CryptoKey, box: { readonly nonce: string; readonly wrapped: string }, additionalData: Uint8Array<ArrayBuffer>) {
  try {
    const iv = fromBase64(box.nonce);
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, fromBase64(box.wrapped)));
  } catch (error) {
    // Only a tag that does not fit means a wrong passphrase; anything else is a fault of ours and must be seen.
    if (error instanceof DOMException && error.name === 'OperationError') return null;
    throw error;
  }
}
