import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice, useLive } from '#renderer/app/device-context.tsx';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { Button } from '#renderer/components/button.tsx';
import { TextField } from '#renderer/components/field.tsx';
import { useTextGuard } from '#renderer/components/form/text-guard.tsx';
import type { AttachmentDraft } from '#renderer/data/views.ts';
import type { DossierId } from '#shared/domain/ids.ts';
import type { PlainField } from '#shared/forms/read-field.ts';
import { usePhotoAddress } from './use-photo-address.ts';

/** Photos that wait with a draft, or with the candidate when `draftId` is null. */
export function useAttachmentDrafts(dossierId: DossierId, draftId: string | null): readonly AttachmentDraft[] {
  const device = useDevice();
  const drafts = useLive(useMemo(() => device.attachmentDrafts({ dossierId, draftId }), [device, dossierId, draftId]));
  return drafts.kind === 'ready' ? drafts.value : none;
}

const none: readonly AttachmentDraft[] = [];

export interface PhotoDraftsProps {
  readonly drafts: readonly AttachmentDraft[];
  /** What is true of each of them. */
  readonly status: string;
  /** What else is asked about one. @param number from 1 */
  readonly aboutPhoto?: (draft: AttachmentDraft, number: number) => ReactNode;
}

/** Photos that are on the device and in no record yet: say what they show, or take them away. */
export function PhotoDrafts({ drafts, status, aboutPhoto }: PhotoDraftsProps) {
  if (drafts.length === 0) return null;
  return (
    <ul className="photo-drafts">
      {drafts.map((draft, index) => (
        <li key={draft.attachmentId}>
          <PhotoDraft draft={draft} number={index + 1} status={status}>
            {aboutPhoto?.(draft, index + 1)}
          </PhotoDraft>
        </li>
      ))}
    </ul>
  );
}

/** What is written about a photo is prose like any other: a word that seems medical is pointed out. */
const descriptionField: PlainField & { readonly maximum: number } = { id: 'description', type: 'line', maximum: 200 };

function PhotoDraft({ draft, number, status, children }: { readonly draft: AttachmentDraft; readonly number: number; readonly status: string; readonly children: ReactNode }) {
  const { t } = useTranslation('attachment');
  const device = useDevice();
  const announce = useAnnounce();
  const { attachmentId } = draft;
  const address = usePhotoAddress(attachmentId, true);
  // What is typed is ahead of what is stored.
  const [description, setDescription] = useState(draft.description);
  const guard = useTextGuard(descriptionField, description);
  const photo = description.trim() === '' ? t('photo', { number }) : description;
  const describe = (text: string) => {
    setDescription(text);
    void device.describeAttachment(attachmentId, text);
  };
  const remove = async () => {
    await device.discardAttachment(attachmentId);
    announce(t('removed'));
  };
  return (
    <div className="photo-draft">
      <div className="photo-draft__frame">{address !== null && <img className="photo-draft__image" src={address} alt={photo} decoding="async" />}</div>
      <div className="photo-draft__about">
        <TextField label={number === 1 ? t('description') : t('descriptionOf', { number })} value={description} maxLength={descriptionField.maximum} autoComplete="off" note={guard.note} onBlur={guard.left} onChange={(event) => describe(event.target.value)} />
        {children}
        <p className="photo-draft__status">{status}</p>
        <Button appearance="subtle" onClick={() => void remove()} aria-label={t('removeItem', { photo })}>
          {t('remove')}
        </Button>
      </div>
    </div>
  );
}
