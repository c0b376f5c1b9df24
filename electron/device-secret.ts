import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { SafeStorage } from 'electron';
import { deviceSecretBytes, type DeviceSecret } from '#shared/ipc/contract.ts';
import { errorCode, type Log } from './log.ts';
import { writeFileWhole } from './write-file.ts';

export type SecretStorage = Pick<SafeStorage, 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'>;

export type DeviceSecretPlace = {
  readonly file: string;
  readonly platform: NodeJS.Platform;
  readonly storage: SecretStorage;
  readonly log: Log;
};

/** On Linux this prefix means: encrypted under a password that is printed in Chromium's source. */
const publicKeyPrefix = 'v10';

const isWeak = ({ platform, storage }: DeviceSecretPlace): boolean => {
  if (platform !== 'linux') return false;
  const backend = storage.getSelectedStorageBackend();
  return backend === 'basic_text' || backend === 'unknown';
};

const usesPublicKey = ({ platform }: DeviceSecretPlace, encrypted: Buffer): boolean =>
  platform === 'linux' && encrypted.subarray(0, publicKeyPrefix.length).toString('latin1') === publicKeyPrefix;

const readIfPresent = async (file: string): Promise<Buffer | null> => {
  try {
    return await readFile(file);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
};

const decrypt = async (place: DeviceSecretPlace, encrypted: Buffer): Promise<DeviceSecret> => {
  try {
    const { result, shouldReEncrypt } = await place.storage.decryptStringAsync(encrypted);
    const secret = new Uint8Array(Buffer.from(result, 'base64'));
    if (secret.byteLength !== deviceSecretBytes) return { kind: 'unreadable' };
    // The system is changing its key; what stays under the old one may not open next time.
    if (shouldReEncrypt) await writeFileWhole(place.file, await place.storage.encryptStringAsync(result), 0o600);
    return { kind: 'secret', secret };
  } catch (error) {
    place.log('device-secret-unreadable', { code: errorCode(error) });
    return { kind: 'unreadable' };
  }
};

/** The device's half of the key of the local database. @throws when the file itself cannot be read (disk, rights) */
export const getDeviceSecret = async (place: DeviceSecretPlace): Promise<DeviceSecret> => {
  if (isWeak(place)) {
    place.log('device-secret-weak-store');
    return { kind: 'weak-store' };
  }
  if (!(await place.storage.isAsyncEncryptionAvailable())) return { kind: 'unavailable' };
  const encrypted = await readIfPresent(place.file);
  if (encrypted === null) return { kind: 'none' };
  return usesPublicKey(place, encrypted) ? { kind: 'weak-store' } : decrypt(place, encrypted);
};

/** Makes the secret when there is none yet. An existing one, readable or not, is never replaced. */
export const createDeviceSecret = async (place: DeviceSecretPlace): Promise<DeviceSecret> => {
  const present = await getDeviceSecret(place);
  if (present.kind !== 'none') return present;
  const secret = new Uint8Array(randomBytes(deviceSecretBytes));
  const encrypted = await place.storage.encryptStringAsync(Buffer.from(secret).toString('base64'));
  if (usesPublicKey(place, encrypted)) {
    place.log('device-secret-weak-store');
    return { kind: 'weak-store' };
  }
  await writeFileWhole(place.file, encrypted, 0o600);
  return { kind: 'secret', secret };
};

/** One question at a time, so that two of them can never make two secrets. */
export const createDeviceSecretAnswers = (place: DeviceSecretPlace) => {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (question: () => Promise<DeviceSecret>): Promise<DeviceSecret> => {
    const answer = last.then(question, question);
    last = answer.catch(() => undefined);
    return answer;
  };
  return {
    getDeviceSecret: () => inTurn(() => getDeviceSecret(place)),
    createDeviceSecret: () => inTurn(() => createDeviceSecret(place)),
  };
};
