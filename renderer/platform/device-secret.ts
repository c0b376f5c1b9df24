/// <reference types="vite/client" />
import type { VeldwerkShell } from '#shared/ipc/contract.ts';
import { failure, success, type Outcome } from '#shared/lib/outcome.ts';

/**
 * The operating system's secret for this device.
 * @param purpose `make`: a first use, which makes it when there is none. `read`: an unlocking, which never does: a new secret
 *   opens nothing, and the old one could not be put back any more
 * @returns null in a plain window, where the passphrase stands alone; a failure when there is a shell whose key store is
 *   away or cannot be trusted: then nothing personal may be kept here, and nothing be opened
 */
export async function deviceSecret(shell: VeldwerkShell | null, purpose: 'read' | 'make'): Promise<Outcome<Uint8Array<ArrayBuffer> | null, { readonly kind: 'no-device-secret' }>> {
  if (shell === null) return success(null);
  const known = await shell.getDeviceSecret();
  const answer = known.kind === 'none' && purpose === 'make' ? await shell.createDeviceSecret() : known;
  return answer.kind === 'secret' ? success(new Uint8Array(answer.secret)) : failure({ kind: 'no-device-secret' });
}
