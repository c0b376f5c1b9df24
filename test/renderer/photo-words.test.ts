import { describe, expect, it } from 'vitest';
import type { AttachmentContent, AttachmentView, RecordStatus } from '#renderer/data/views.ts';
import { photoWords } from '#renderer/features/attachment/photo-words.ts';
import type { OpId, RecordId } from '#shared/domain/ids.ts';
import { dossierA, sanne } from '../fixtures/records.ts';

const kept: RecordStatus = { kind: 'kept', keptAtMs: 1 };
const photo = (status: RecordStatus, content: AttachmentContent | null): AttachmentView => ({
  record: { kind: 'attachment', recordId: 'photo-1' as RecordId, dossierId: dossierA, createdBy: sanne, groups: {}, versions: {}, changes: {}, status }, content,
});
const words = (status: RecordStatus, content: Partial<AttachmentContent> | null) => photoWords(photo(status, content === null ? null : { state: 'kept', sizeBytes: 1_000, sentBytes: 0, ...content }));

describe('what is said of a photo', () => {
  it('[VIEW2] on the device until its first piece is on the server, then how far it is', () => {
    expect(words(kept, {})).toEqual({ kind: 'kept' });
    expect(words(kept, { sentBytes: 400 })).toEqual({ kind: 'sending', percent: 40 });
    expect(words(kept, { state: 'sent', sentBytes: 1_000 })).toEqual({ kind: 'sending', percent: 100 });
  });

  it('[ATT5] 100 % is not said before the server verified the whole', () => {
    expect(words(kept, { sentBytes: 1_000 })).toEqual({ kind: 'sending', percent: 99 });
    expect(words(kept, { sentBytes: 999 })).toEqual({ kind: 'sending', percent: 99 });
  });

  it('[VIEW2] sent, refused and conflicting are said in the words that every record has, whatever its content', () => {
    for (const status of [{ kind: 'on-server', receivedAtMs: 5 }, { kind: 'refused', opId: 'op' as OpId, reason: 'invalid', violations: [] }] as const) {
      for (const content of [null, {}, { state: 'damaged' as const }]) expect(words(status, content)).toEqual({ kind: 'record' });
    }
  });

  it('a content that is damaged or gone is never called on its way', () => {
    expect(words(kept, { state: 'damaged' })).toEqual({ kind: 'damaged' });
    expect(words(kept, null)).toEqual({ kind: 'missing' });
    expect(words({ kind: 'sending', keptAtMs: 1 }, null)).toEqual({ kind: 'missing' });
  });
});
