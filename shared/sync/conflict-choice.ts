import type { ConflictChoice } from '../domain/records/waiting-work.ts';
import type { Operation } from './operation.ts';

/**
 * What a person decided between two versions [CON4]: what stands there stays, what waited is taken as it is, or a third was made
 * of them. The same for the server, which notes it, and for the device that shows it before it was sent.
 * @param waitingHash SHA-256 of the canonical JSON of what waits (`hashPayload`)
 */
export function choiceOf({ payload, payloadHash }: Pick<Operation, 'payload' | 'payloadHash'>, waitingHash: string): ConflictChoice {
  if (Object.keys(payload).length === 0) return 'current';
  return payloadHash === waitingHash ? 'waiting' : 'combined';
}
