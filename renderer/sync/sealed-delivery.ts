import type { OpId } from '#shared/domain/ids.ts';
import { protocolVersion } from '#shared/sync/operation.ts';
import type { JournalLine } from '#shared/sync/journal/journal-line.ts';
import { pushResponseSchema, type PushAnswer } from '#shared/sync/protocol.ts';
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
  /** Not brought again before the next start. */
  const unreadable = new Set<OpId>();
  return async (all) => {
    const taken: OpId[] = [];
    const lines = all.filter(({ opId }) => !unreadable.has(opId));
    let limit = linesAtOnce;
    for (let from = 0; from < lines.length; ) {
      const batch = lines.slice(from, from + limit);
      const answer = await bring(fetcher, batch);
      if (answer === 'not-reached') break;
      if (answer === 'too-large') {
        // [PUSH7] Half of them; one that is too large by itself never goes, and must not keep the others here.
        if (batch.length > 1) limit = Math.floor(batch.length / 2);
        else for (const { opId } of batch) unreadable.add(opId);
        from += batch.length > 1 ? 0 : 1;
        continue;
      }
      for (const each of answer) {
        if (each.answer === 'received') taken.push(each.opId);
        const line = each.answer === 'unreadable' ? batch[each.index] : undefined;
        if (line !== undefined) unreadable.add(line.opId);
      }
      from += batch.length;
    }
    return taken;
  };
}

/** @returns `not-reached`: no connection, or a page that is not our server's; what was taken so far counts, the rest goes another time */
async function bring(fetcher: typeof fetch, lines: readonly JournalLine[]): Promise<readonly PushAnswer[] | 'too-large' | 'not-reached'> {
  try {
    const response = await fetcher('/v1/sealed-operations', {
      method: 'POST', credentials: 'omit', cache: 'no-store', redirect: 'error', signal: AbortSignal.timeout(answerWithinMs),
      headers: { 'content-type': 'application/json', [protocolHeader]: String(protocolVersion) },
      body: JSON.stringify({ lines }),
    });
    if (response.status === 413) return 'too-large';
    const parsed = pushResponseSchema.safeParse(response.ok ? await response.json() : undefined);
    return parsed.success ? parsed.data.answers : 'not-reached';
  } catch {
    return 'not-reached';
  }
}
