import { expect, test } from 'vitest';
import type { VeldwerkShell } from '#shared/ipc/contract.ts';
import { deviceSecret } from '#renderer/platform/device-secret.ts';

/** A shell whose key store holds this. */
function shellWith(known: Awaited<ReturnType<VeldwerkShell['getDeviceSecret']>>) {
  let made = 0;
  const shell = {
    getDeviceSecret: () => Promise.resolve(known),
    createDeviceSecret: () => {
      made += 1;
      return Promise.resolve({ kind: 'secret' as const, secret: new Uint8Array(32) });
    },
  } as unknown as VeldwerkShell;
  return { shell, made: () => made };
}

test('an unlocking never makes a secret: a new one opens nothing, and stands in the way of the old one', async () => {
  const { shell, made } = shellWith({ kind: 'none' });
  expect(await deviceSecret(shell, 'read')).toEqual({ ok: false, problem: { kind: 'no-device-secret' } });
  expect(made()).toBe(0);
  expect((await deviceSecret(shell, 'make')).ok).toBe(true);
  expect(made()).toBe(1);
});

test.each(['unreadable', 'weak-store', 'unavailable'] as const)('a key store that is %s is said, and replaced by nothing', async (kind) => {
  const { shell, made } = shellWith({ kind });
  for (const purpose of ['read', 'make'] as const) expect(await deviceSecret(shell, purpose)).toEqual({ ok: false, problem: { kind: 'no-device-secret' } });
  expect(made()).toBe(0);
});
