import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { classNames } from '#renderer/components/class-names.ts';
import { TextLink } from '#renderer/components/text-link.tsx';
import type { AttachmentView } from '#renderer/data/views.ts';
import { PhotoStatus } from './photo-status.tsx';
import { usePhotoAddress } from './use-photo-address.ts';
import './photo.css';

export interface PhotoListProps {
  readonly photos: readonly AttachmentView[];
  /** Also leads to the visit that a photo belongs to. */
  readonly withVisit?: boolean;
}

/** Photos that were kept: small, larger on request, each with what it shows and where it is. */
export function PhotoList({ photos, withVisit = false }: PhotoListProps) {
  return (
    <ul className="photo-list">
      {photos.map((photo, index) => (
        <Photo key={photo.record.recordId} photo={photo} number={index + 1} withVisit={withVisit} />
      ))}
    </ul>
  );
}

function Photo({ photo, number, withVisit }: { readonly photo: AttachmentView; readonly number: number; readonly withVisit: boolean }) {
  const { t } = useTranslation('attachment');
  const format = useFormat();
  const [large, setLarge] = useState(false);
  const { record } = photo;
  const { facts } = record.groups;
  const visitId = facts?.visitId ?? null;
  const found = usePhotoAddress(record.recordId, facts);
  const name = facts === undefined || facts.description.trim() === '' ? t('photo', { number }) : facts.description;
  return (
    <li className={classNames('photo', large && 'photo--large')}>
      {found.kind !== 'here' ? (
        <p className="photo__none">{t(found.kind === 'opening' ? 'opening' : 'notHere')}</p>
      ) : (
        <button type="button" className="photo__button" aria-expanded={large} aria-label={large ? t('smaller', { photo: name }) : t('larger', { photo: name })} onClick={() => setLarge(!large)}>
          <img className="photo__image" src={found.address} alt="" decoding="async" />
        </button>
      )}
      <p className="photo__name">{name}</p>
      {facts !== undefined && <p className="photo__detail">{t('takenOn', { day: format.dayInWords(facts.takenOn) })}</p>}
      <p className="photo__detail">
        <PhotoStatus photo={photo} />
      </p>
      {withVisit && visitId !== null && <TextLink to={paths.visit(record.dossierId, visitId)}>{t('ofVisit')}</TextLink>}
    </li>
  );
}
