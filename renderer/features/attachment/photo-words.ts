import type { AttachmentView } from '#renderer/data/views.ts';

/** What is said of a kept photo: a key of the `attachment` catalogue, or the words that every record has. */
export type PhotoWords =
  | { readonly kind: 'record' }
  | { readonly kind: 'kept' | 'damaged' | 'missing' }
  | { readonly kind: 'sending'; readonly percent: number };

/** The truth about a photo, from its record's status and from where its content is [VIEW2]. */
export function photoWords({ record, content }: AttachmentView): PhotoWords {
  if (record.status.kind !== 'kept' && record.status.kind !== 'sending') return { kind: 'record' };
  if (content === null) return { kind: 'missing' };
  if (content.state === 'damaged') return { kind: 'damaged' };
  if (content.state === 'sent') return { kind: 'sending', percent: 100 };
  // Whole per cents, downwards: 100 % is said when everything is there.
  return content.sentBytes === 0 ? { kind: 'kept' } : { kind: 'sending', percent: Math.min(99, Math.floor((content.sentBytes / content.sizeBytes) * 100)) };
}
