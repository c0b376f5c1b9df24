import type { OpId } from '#shared/domain/ids.ts';
import { textToSign, type SignedOperation } from '#shared/sync/operation.ts';
import { placeOf } from '../db/places.ts';
import { goesOver } from '../queries/goes-over.ts';
import { openOutbox } from '../queries/open-outbox.ts';
import type { KeepParts } from './keep.ts';

/**
 * Gives refused work to those responsible for the candidate: offered again under its id, it lies in the file as it was written, and
 * leaves this list with the outcome [FGT6]. Until then it is in the outbox; what the server refuses again is back in the list.
 * @returns whether it is offered
 */
export async function handOverUnsent({ database, cipher, identity, sign }: KeepParts, opId: OpId): Promise<boolean> {
  const row = await database.outbox.get(opId);
  if (row?.state !== 'refused') return false;
  const [entry] = await openOutbox(cipher, [row]);
  // Only its own device can sign it.
  if (entry === undefined || !goesOver(entry) || entry.operation.deviceId !== identity.deviceId) return false;
  const { signature: _signature, ...operation } = entry.operation;
  const asking = { ...operation, resolves: opId };
  const signed: SignedOperation = { ...asking, signature: await sign(textToSign(asking)) };
  const box = await cipher.seal(placeOf.operation(opId), signed);
  return (await database.outbox.where('opId').equals(opId).filter(({ state }) => state === 'refused').modify({ box, state: 'waiting' })) === 1;
}
