import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { Alert } from '#renderer/components/alert.tsx';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ButtonRow } from '#renderer/components/button-row.tsx';
import { focusField } from '#renderer/components/form/focus-field.ts';
import { Heading } from '#renderer/components/heading.tsx';
import type { DossierView } from '#renderer/data/views.ts';
import { PhotoDrafts } from './photo-drafts.tsx';
import { descriptionElementId, isDescribed } from './photo-findings.ts';
import { PhotoList } from './photo-list.tsx';
import { PhotoPicker } from './photo-picker.tsx';
import { useAddPhotos } from './use-add-photos.ts';
import { useWaitingPhotos } from './use-waiting-photos.ts';
import './photo.css';

const nothing = () => undefined;

/** All photos of a candidate, newest first, and a place for new ones that belong to no visit. */
export function CandidatePhotos({ dossier, mayAdd }: { readonly dossier: DossierView; readonly mayAdd: boolean }) {
  const { t } = useTranslation('attachment');
  const device = useDevice();
  const announce = useAnnounce();
  const { dossierId, attachments } = dossier;
  const waiting = useWaitingPhotos(dossierId, null);
  const { drafts } = waiting;
  const photos = useAddPhotos(dossierId, null, nothing);
  const [failed, setFailed] = useState(false);
  const [wasTried, setWasTried] = useState(false);
  const whole = drafts.filter(({ isDamaged }) => !isDamaged).length;
  if (!mayAdd && attachments.length === 0) return null;

  const keep = async () => {
    const missing = drafts.find((draft) => !isDescribed(draft));
    setWasTried(missing !== undefined);
    if (missing !== undefined) return void focusField(descriptionElementId(missing));
    const kept = await device.keepAttachments(dossierId);
    setFailed(!kept.ok);
    announce(kept.ok ? t('kept', { count: kept.value.length }) : t('keepFailed'));
  };
  return (
    <section className="candidate-photos">
      <Heading level={2}>{t('title')}</Heading>
      {mayAdd && <p className="photo-hint">{t('hint')}</p>}
      {attachments.length === 0 && drafts.length === 0 && <p>{t('none')}</p>}
      <PhotoDrafts waiting={waiting} status={t('status.loose')} wasTried={wasTried} />
      {failed && (
        <Alert kind="error">
          <p>{t('keepFailed')}</p>
        </Alert>
      )}
      {mayAdd && (
        <ButtonRow>
          {whole > 0 && (
            <Button appearance="primary" onClick={() => void keep()}>
              {t('keep', { count: whole })}
            </Button>
          )}
          <PhotoPicker photos={photos} />
        </ButtonRow>
      )}
      {attachments.length > 0 && <PhotoList photos={attachments.toReversed()} withVisit />}
    </section>
  );
}
