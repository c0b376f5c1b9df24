import type { TFunction } from 'i18next';
import type { Kind } from '#shared/domain/kinds.ts';

/** Work in words: a visit is somebody's, but somebody is not a candidate of themself. */
export const nameOfWork = (t: TFunction<['sync', 'words']>, kind: Kind, name: string): string =>
  kind === 'candidate' || kind === 'employer' ? t('unsent.itemOf', { name }) : t('unsent.item', { kind: t(`words:kind.${kind}`), name });
