import type { OpId } from '#shared/domain/ids.ts';
import { textToSign, type SignedOperation } from '#shared/sync/operation.ts';
import { placeOf } from '../db/places.ts';
import { openOutbox } from '../queries/open-outbox.ts';
import type { KeepParts } from './keep.ts';

/**
 * Gives refused work to those responsible for the candidate: offered again under its id, it lies in the file as it was written, and
 * leaves this list with the outcome [FGT6]. Until then it is in the outbox; what the server refuses again is back in the list.
 */
export async function handOverUnsent({ database, cipher, identity, sign }: KeepParts, opId: OpId): Promise<void> {
  const row = await database.outbox.get(opId);
  if (row?.state !== 'refused') return;
  const [entry] = await openOutbox(cipher, [row]);
  // Only its own device can sign it, and what the server never judged it would judge now.
  if (entry?.outcome?.outcome !== 'refused' || entry.operation.deviceId !== identity.deviceId) return;
  const { signature: _signature, ...operation } = entry.operation;
  const asking = { ...operation, resolves: opId };
  const signed: SignedOperation = { ...asking, signature: await sign(textToSign(asking)) };
  const box = await cipher.seal(placeOf.operation(opId), signed);
  await database.outbox.where('opId').equals(opId).filter(({ state }) => state === 'refused').modify({ box, state: 'waiting' });
}
