import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { Alert } from '#renderer/components/alert.tsx';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { Button } from '#renderer/components/button.tsx';
import { TextField } from '#renderer/components/field.tsx';
import { useTextGuard } from '#renderer/components/form/text-guard.tsx';
import type { AttachmentDraft } from '#renderer/data/views.ts';
import { useSentenceOf } from '#renderer/features/draft/use-sentence-of.ts';
import type { PlainField } from '#shared/forms/read-field.ts';
import { descriptionElementId, isDescribed } from './photo-findings.ts';
import { usePhotoAddress } from './use-photo-address.ts';
import type { WaitingPhotos } from './use-waiting-photos.ts';

export interface PhotoDraftsProps {
  readonly waiting: WaitingPhotos;
  /** What is true of each of them. */
  readonly status: string;
  /** What else is asked about one. @param number from 1 */
  readonly aboutPhoto?: ((draft: AttachmentDraft, number: number) => ReactNode) | undefined;
  /** Keeping was tried: what is missing is said. */
  readonly wasTried: boolean;
}

/** Photos that are on the device and in no record yet: say what they show, or take them away. */
export function PhotoDrafts({ waiting: { drafts, describe }, status, aboutPhoto, wasTried }: PhotoDraftsProps) {
  if (drafts.length === 0) return null;
  return (
    <ul className="photo-drafts">
      {drafts.map((draft, index) => (
        <li key={draft.attachmentId}>
          {draft.isDamaged ? (
            <DamagedDraft draft={draft} number={index + 1} />
          ) : (
            <PhotoDraft draft={draft} number={index + 1} status={status} describe={describe} wasTried={wasTried}>
              {aboutPhoto?.(draft, index + 1)}
            </PhotoDraft>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What is written about a photo is prose like any other: a word that seems medical is pointed out. */
const descriptionField: PlainField & { readonly maximum: number } = { id: 'description', type: 'line', maximum: 200 };

interface PhotoDraftProps {
  readonly draft: AttachmentDraft;
  readonly number: number;
  readonly status: string;
  readonly describe: WaitingPhotos['describe'];
  readonly wasTried: boolean;
  readonly children: ReactNode;
}

function PhotoDraft({ draft, number, status, describe, wasTried, children }: PhotoDraftProps) {
  const { t } = useTranslation('attachment');
  const sentenceOf = useSentenceOf();
  const { attachmentId, description } = draft;
  const found = usePhotoAddress(attachmentId);
  const guard = useTextGuard(descriptionField, description);
  const photo = isDescribed(draft) ? description : t('photo', { number });
  return (
    <div className="photo-draft">
      <div className="photo-draft__frame">{found.kind === 'here' && <img className="photo-draft__image" src={found.address} alt={photo} decoding="async" />}</div>
      <div className="photo-draft__about">
        <TextField
          id={descriptionElementId(draft)}
          label={number === 1 ? t('description') : t('descriptionOf', { number })}
          value={description}
          maxLength={descriptionField.maximum}
          autoComplete="off"
          error={wasTried && !isDescribed(draft) ? sentenceOf({ code: 'attachment.undescribed' }) : null}
          note={guard.note}
          onBlur={guard.left}
          onChange={(event) => describe(attachmentId, event.target.value)}
        />
        {children}
        <p className="photo-draft__status">{status}</p>
        <RemoveDraft draft={draft} photo={photo} />
      </div>
    </div>
  );
}

/** The disk damaged what was said about it: it cannot be recorded any more, and that is said while it can be taken again. */
function DamagedDraft({ draft, number }: { readonly draft: AttachmentDraft; readonly number: number }) {
  const { t } = useTranslation('attachment');
  return (
    <Alert kind="warning" title={t('damaged.title', { number })}>
      <p>{t('damaged.text')}</p>
      <RemoveDraft draft={draft} photo={t('photo', { number })} />
    </Alert>
  );
}

function RemoveDraft({ draft, photo }: { readonly draft: AttachmentDraft; readonly photo: string }) {
  const { t } = useTranslation('attachment');
  const device = useDevice();
  const announce = useAnnounce();
  const remove = async () => {
    await device.discardAttachment(draft.attachmentId);
    announce(t('removed'));
  };
  return (
    <Button appearance="subtle" onClick={() => void remove()} aria-label={t('removeItem', { photo })}>
      {t('remove')}
    </Button>
  );
}
