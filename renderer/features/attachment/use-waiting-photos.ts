import { useCallback, useMemo, useState } from 'react';
import { useDevice, useLive } from '#renderer/app/device-context.tsx';
import type { AttachmentDraft } from '#renderer/data/views.ts';
import type { DossierId, RecordId } from '#shared/domain/ids.ts';

export interface WaitingPhotos {
  readonly drafts: readonly AttachmentDraft[];
  readonly describe: (attachmentId: RecordId, description: string) => void;
}

/** Photos that wait with a draft, or with the candidate when `draftId` is null, as they are on the screen: what is typed is ahead of what is stored. */
export function useWaitingPhotos(dossierId: DossierId, draftId: string | null): WaitingPhotos {
  const device = useDevice();
  const stored = useLive(useMemo(() => device.attachmentDrafts({ dossierId, draftId }), [device, dossierId, draftId]));
  const [typed, setTyped] = useState<ReadonlyMap<RecordId, string>>(new Map());
  const describe = useCallback(
    (attachmentId: RecordId, description: string) => {
      setTyped((before) => new Map(before).set(attachmentId, description));
      void device.describeAttachment(attachmentId, description);
    },
    [device],
  );
  const drafts = useMemo(() => (stored.kind === 'ready' ? stored.value.map((draft) => ({ ...draft, description: typed.get(draft.attachmentId) ?? draft.description })) : none), [stored, typed]);
  return { drafts, describe };
}

const none: readonly AttachmentDraft[] = [];
