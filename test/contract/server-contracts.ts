import { attachmentContract } from './attachments.contract.ts';
import { serverCandidateFileContract } from './server-candidate-file.contract.ts';
import { serverClocksContract } from './server-clocks.contract.ts';
import { serverConflictsContract } from './server-conflicts.contract.ts';
import { serverDigestContract } from './server-digest.contract.ts';
import { serverForgettingContract } from './server-forgetting.contract.ts';
import type { ServerShelf } from './server-harness.ts';
import { serverNewerAppContract } from './server-newer-app.contract.ts';
import { serverOwnLaneContract } from './server-own-lane.contract.ts';
import { serverRegionFormsContract } from './server-region-forms.contract.ts';
import { serverRestoredContract } from './server-restored.contract.ts';
import { serverSignaturesContract } from './server-signatures.contract.ts';
import { syncServerContract } from './sync-server.contract.ts';

/** Everything that a shelf of the server must hold to. */
export function serverContracts(name: string, freshShelf: () => Promise<ServerShelf>): void {
  for (const contract of [syncServerContract, attachmentContract, serverDigestContract, serverOwnLaneContract, serverForgettingContract, serverConflictsContract, serverRestoredContract, serverClocksContract, serverCandidateFileContract, serverRegionFormsContract, serverSignaturesContract, serverNewerAppContract]) contract(name, freshShelf);
}
