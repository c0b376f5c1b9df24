import { useCallback, useMemo, useState } from 'react';
import { useDevice, useLive } from '#renderer/app/device-context.tsx';
import type { AttachmentDraft } from '#renderer/data/views.ts';
import type { DossierId, RecordId } from '#shared/domain/ids.ts';

export interface WaitingPhotos {
  readonly drafts: readonly AttachmentDraft[];
  readonly describe: (attachmentId: RecordId, description: string) => void;
  /** Of a visit to several people: in whose files it will lie. */
  readonly choose: (attachmentId: RecordId, people: readonly DossierId[]) => void;
}

type Said = Partial<Pick<AttachmentDraft, 'description' | 'people'>>;

/**
 * Photos that wait with a draft, or with the candidate when `draftId` is null, as they are on the screen: what was typed and
 * ticked is ahead of what is stored, and two ticks one right after the other both count.
 */
export function useWaitingPhotos(dossierId: DossierId, draftId: string | null): WaitingPhotos {
  const device = useDevice();
  const stored = useLive(useMemo(() => device.attachmentDrafts({ dossierId, draftId }), [device, dossierId, draftId]));
  const [ahead, setAhead] = useState<ReadonlyMap<RecordId, Said>>(new Map());
  const say = useCallback((attachmentId: RecordId, said: Said) => setAhead((before) => new Map(before).set(attachmentId, { ...before.get(attachmentId), ...said })), []);
  const describe = useCallback(
    (attachmentId: RecordId, description: string) => {
      say(attachmentId, { description });
      void device.describeAttachment(attachmentId, description);
    },
    [device, say],
  );
  const choose = useCallback(
    (attachmentId: RecordId, people: readonly DossierId[]) => {
      say(attachmentId, { people });
      void device.chooseForAttachment(attachmentId, people);
    },
    [device, say],
  );
  const drafts = useMemo(() => (stored.kind === 'ready' ? stored.value.map((draft) => ({ ...draft, ...ahead.get(draft.attachmentId) })) : none), [stored, ahead]);
  return { drafts, describe, choose };
}

const none: readonly AttachmentDraft[] = [];
