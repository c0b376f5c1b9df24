import { attachmentContract } from './attachments.contract.ts';
import { serverDigestContract } from './server-digest.contract.ts';
import type { ServerShelf } from './server-harness.ts';
import { serverOwnLaneContract } from './server-own-lane.contract.ts';
import { syncServerContract } from './sync-server.contract.ts';

/** Everything that a shelf of the server must hold to. */
export function serverContracts(name: string, freshShelf: () => Promise<ServerShelf>): void {
  for (const contract of [syncServerContract, attachmentContract, serverDigestContract, serverOwnLaneContract]) contract(name, freshShelf);
}
