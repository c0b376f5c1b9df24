import type { OpId } from '#shared/domain/ids.ts';
import { protocolVersion } from '#shared/sync/operation.ts';
import { pushResponseSchema } from '#shared/sync/protocol.ts';
import { protocolHeader } from '#shared/sync/session-protocol.ts';
import type { DeliverSealed } from '../data/journal/deliver-unopened.ts';

/** So many lines go at once: a line is some three times its operation [count]. */
const linesAtOnce = 25;
const answerWithinMs = 60_000;

/**
 * Sealed lines over fetch. Neither a session nor a key is needed: what speaks for a line is its device's signature [JRN11].
 * What the server could not open is not brought again before the next start: each time would be one more entry in its audit.
 */
export function createSealedDelivery(fetcher: typeof fetch): DeliverSealed {
  const unreadable = new Set<OpId>();
  return async (all) => {
    const taken: OpId[] = [];
    const lines = all.filter(({ opId }) => !unreadable.has(opId));
    for (let from = 0; from < lines.length; from += linesAtOnce) {
      const batch = lines.slice(from, from + linesAtOnce);
      try {
        const response = await fetcher('/v1/sealed-operations', {
          method: 'POST', credentials: 'omit', cache: 'no-store', redirect: 'error', signal: AbortSignal.timeout(answerWithinMs),
          headers: { 'content-type': 'application/json', [protocolHeader]: String(protocolVersion) },
          body: JSON.stringify({ lines: batch }),
        });
        const parsed = pushResponseSchema.safeParse(response.ok ? await response.json() : undefined);
        if (!parsed.success) break;
        for (const answer of parsed.data.answers) {
          if (answer.answer === 'received') taken.push(answer.opId);
          const line = answer.answer === 'unreadable' ? batch[answer.index] : undefined;
          if (line !== undefined) unreadable.add(line.opId);
        }
      } catch {
        // No connection, or a page that is not our server's: what was taken so far counts, the rest goes another time.
        break;
      }
    }
    return taken;
  };
}
