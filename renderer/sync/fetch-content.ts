import type { OpenContentFetch } from '../data/queries/content-addresses.ts';
import { createProvenFetch } from './proven-fetch.ts';

/** A photo on a slow line is some seconds; what hangs must not keep the next one waiting [ms]. */
const answerWithinMs = 60_000;

/**
 * Contents that are not on this device, over fetch: one after the other, so that a file with many photos leaves room on the line
 * for what somebody kept. Nothing of it is stored by the browser, and what differs from its record is never shown [ATT4].
 */
export function createContentFetch(fetcher: typeof fetch): OpenContentFetch {
  return (who) => {
    const proven = createProvenFetch({ fetcher, ...who });
    let last: Promise<unknown> = Promise.resolve();
    const fetchOne: ReturnType<OpenContentFetch> = async (attachmentId, { mediaType, sizeBytes, sha256 }) => {
      const response = await proven(`/v1/attachments/${attachmentId}/content`, { credentials: 'same-origin', cache: 'no-store', redirect: 'error', signal: AbortSignal.timeout(answerWithinMs) });
      if (!response.ok) return null;
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (bytes.length !== sizeBytes || toHex(await crypto.subtle.digest('SHA-256', bytes)) !== sha256) return null;
      return new Blob([bytes], { type: mediaType });
    };
    return (attachmentId, facts) => {
      // No connection, or a key that is gone: it is not here now, and that is all that is said.
      const fetched = last.then(() => fetchOne(attachmentId, facts)).catch(() => null);
      last = fetched;
      return fetched;
    };
  };
}

const toHex = (bytes: ArrayBuffer): string => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
