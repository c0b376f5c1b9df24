import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import type { AttachmentProblem } from '#renderer/data/views.ts';
import { redrawPhoto } from '#renderer/platform/redraw-photo.ts';
import type { DossierId } from '#shared/domain/ids.ts';

export interface PhotoProblem {
  readonly problem: AttachmentProblem;
  /** Of the file, as the person knows it; it goes no further than this screen. */
  readonly name: string;
}

export interface AddPhotos {
  readonly busy: boolean;
  readonly problems: readonly PhotoProblem[];
  readonly add: (files: readonly File[]) => void;
}

/** Photos from a camera or a folder: drawn anew, one after the other, and stored with a draft. */
export function useAddPhotos(dossierId: DossierId, draftId: string | null, onAdded: () => void): AddPhotos {
  const { t } = useTranslation('attachment');
  const device = useDevice();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly PhotoProblem[]>([]);
  const add = useCallback(
    (files: readonly File[]) => {
      if (files.length === 0) return;
      setBusy(true);
      announce(t('adding'));
      void (async () => {
        const found: PhotoProblem[] = [];
        for (const file of files) {
          const redrawn = await redrawPhoto(file);
          const added = redrawn.ok ? await device.addAttachment({ dossierId, draftId, content: redrawn.value }) : redrawn;
          if (!added.ok) found.push({ problem: added.problem, name: file.name });
        }
        const count = files.length - found.length;
        if (count > 0) {
          announce(t('added', { count }));
          onAdded();
        }
        setProblems(found);
        setBusy(false);
      })();
    },
    [device, dossierId, draftId, announce, onAdded, t],
  );
  return { busy, problems, add };
}
