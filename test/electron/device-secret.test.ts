import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDeviceSecretAnswers, type DeviceSecretPlace } from '#electron/device-secret.ts';
import { keepLog, StandInSafeStorage } from './stand-in.ts';

const onLinux = (changes: Partial<DeviceSecretPlace> = {}) => {
  const storage = new StandInSafeStorage();
  const file = join(mkdtempSync(join(tmpdir(), 'veldwerk-secret-')), 'device-secret.bin');
  return { storage, file, ...createDeviceSecretAnswers({ file, platform: 'linux', storage, log: keepLog().log, ...changes }) };
};

describe('stand-in: the secret of this device', () => {
  it('is not there until it is asked for, and is the same ever after', async () => {
    const device = onLinux();
    expect(await device.getDeviceSecret()).toEqual({ kind: 'none' });
    const made = await device.createDeviceSecret();
    expect(made).toMatchObject({ kind: 'secret' });
    expect(made.kind === 'secret' && made.secret.byteLength).toBe(32);
    expect(await device.getDeviceSecret()).toEqual(made);
    expect(await device.createDeviceSecret()).toEqual(made);
  });

  it('is made once when it is asked for twice at the same time', async () => {
    const device = onLinux();
    const [first, second] = await Promise.all([device.createDeviceSecret(), device.createDeviceSecret()]);
    expect(first).toEqual(second);
    expect(await device.getDeviceSecret()).toEqual(first);
  });

  it('lies on disk sealed by the system, readable by this user only', async () => {
    const device = onLinux();
    const made = await device.createDeviceSecret();
    const onDisk = readFileSync(device.file);
    expect(made.kind === 'secret' && onDisk.includes(Buffer.from(made.secret).toString('base64'))).toBe(false);
  });

  it.each(['basic_text', 'unknown'] as const)('[T11] the backend "%s" is refused and nothing is written', async (backend) => {
    const device = onLinux();
    device.storage.backend = backend;
    expect(await device.getDeviceSecret()).toEqual({ kind: 'weak-store' });
    expect(await device.createDeviceSecret()).toEqual({ kind: 'weak-store' });
    expect(existsSync(device.file)).toBe(false);
  });

  it('[T11] a seal under the password that everybody knows is refused, whatever the backend calls itself', async () => {
    const device = onLinux();
    device.storage.prefix = 'v10';
    expect(await device.createDeviceSecret()).toEqual({ kind: 'weak-store' });
    expect(existsSync(device.file)).toBe(false);
    writeFileSync(device.file, 'v10abc');
    expect(await device.getDeviceSecret()).toEqual({ kind: 'weak-store' });
  });

  it('does not ask for a backend on Windows and macOS, where the system has one key store', async () => {
    const device = onLinux({ platform: 'win32' });
    device.storage.backend = 'basic_text';
    device.storage.prefix = 'v10';
    expect(await device.createDeviceSecret()).toMatchObject({ kind: 'secret' });
  });

  it('a key store that does not answer is "unavailable", and nothing is written', async () => {
    const device = onLinux();
    device.storage.available = false;
    expect(await device.createDeviceSecret()).toEqual({ kind: 'unavailable' });
    expect(existsSync(device.file)).toBe(false);
  });

  it('is never replaced when it cannot be opened: the local data hangs on it', async () => {
    const device = onLinux();
    await device.createDeviceSecret();
    const before = readFileSync(device.file);
    device.storage.opens = false;
    expect(await device.createDeviceSecret()).toEqual({ kind: 'unreadable' });
    expect(readFileSync(device.file)).toEqual(before);
    device.storage.opens = true;
    writeFileSync(device.file, await device.storage.encryptStringAsync('AAAA'));
    expect(await device.getDeviceSecret()).toEqual({ kind: 'unreadable' });
  });

  it('is sealed again when the system changes its key', async () => {
    const device = onLinux();
    const made = await device.createDeviceSecret();
    device.storage.keyIsOld = true;
    device.storage.prefix = 'v12';
    expect(await device.getDeviceSecret()).toEqual(made);
    expect(readFileSync(device.file).subarray(0, 3).toString()).toBe('v12');
  });
});
