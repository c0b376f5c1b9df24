import { protocolVersion } from '#shared/sync/operation.ts';
import { pushResponseSchema } from '#shared/sync/protocol.ts';
import { protocolHeader } from '#shared/sync/session-protocol.ts';
import type { DeliverSealed } from '../data/journal/deliver-unopened.ts';

/** So many lines go at once: a line is some three times its operation [count]. */
const linesAtOnce = 25;
const answerWithinMs = 60_000;

/** Sealed lines over fetch. Neither a session nor a key is needed: what speaks for a line is its device's signature [JRN11]. */
export function createSealedDelivery(fetcher: typeof fetch): DeliverSealed {
  return async (lines) => {
    const taken = [];
    for (let from = 0; from < lines.length; from += linesAtOnce) {
      try {
        const response = await fetcher('/v1/sealed-operations', {
          method: 'POST', credentials: 'omit', cache: 'no-store', redirect: 'error', signal: AbortSignal.timeout(answerWithinMs),
          headers: { 'content-type': 'application/json', [protocolHeader]: String(protocolVersion) },
          body: JSON.stringify({ lines: lines.slice(from, from + linesAtOnce) }),
        });
        const parsed = pushResponseSchema.safeParse(response.ok ? await response.json() : undefined);
        if (!parsed.success) break;
        for (const answer of parsed.data.answers) if (answer.answer === 'received') taken.push(answer.opId);
      } catch {
        // No connection, or a page that is not our server's: what was taken so far counts, the rest goes another time.
        break;
      }
    }
    return taken;
  };
}
