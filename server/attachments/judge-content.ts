import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { carriesHiddenData, mediaTypeOfContent } from '#shared/domain/attachment-content.ts';
import type { Announced } from './attachment-row.ts';

export type ContentVerdict =
  | { readonly kind: 'verified' }
  /** Not what was sent: the line or the disk damaged it. Sent again it may be right [ATT4]. */
  | { readonly kind: 'differs' }
  /** Exactly what was sent, and nothing that we keep [ATT7]. */
  | { readonly kind: 'refused'; readonly code: string };

/** A step of this size keeps every other request waiting for about a millisecond [bytes]. */
const stepBytes = 1024 * 1024;

export async function judgeContent(bytes: Uint8Array, announced: Pick<Announced, 'sha256' | 'sizeBytes' | 'mediaType'>): Promise<ContentVerdict> {
  if (bytes.length !== announced.sizeBytes || (await sha256Of(bytes)) !== announced.sha256) return { kind: 'differs' };
  if (mediaTypeOfContent(bytes) !== announced.mediaType) return { kind: 'refused', code: 'attachment.otherType' };
  if (carriesHiddenData(bytes, announced.mediaType)) return { kind: 'refused', code: 'attachment.hiddenData' };
  return { kind: 'verified' };
}

async function sha256Of(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  for (let start = 0; start < bytes.length; start += stepBytes) {
    hash.update(bytes.subarray(start, start + stepBytes));
    await setImmediate();
  }
  return hash.digest('hex');
}
