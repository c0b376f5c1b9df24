/// <reference types="vite/client" />
import type { VeldwerkShell } from '#shared/ipc/contract.ts';

/**
 * The operating system's secret for this device, made on first use.
 * @returns null in a plain window, where the passphrase stands alone
 * @throws Error when there is a shell whose key store cannot be trusted: then nothing personal may be kept here
 */
export async function deviceSecret(shell: VeldwerkShell | null): Promise<Uint8Array<ArrayBuffer> | null> {
  if (shell === null) return null;
  const known = await shell.getDeviceSecret();
  const answer = known.kind === 'none' ? await shell.createDeviceSecret() : known;
  if (answer.kind !== 'secret') throw new Error(`device secret: ${answer.kind}`);
  return new Uint8Array(answer.secret);
}
