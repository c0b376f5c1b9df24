import type { FormError } from '#renderer/components/form/error-summary.tsx';
import { elementIdOf } from '#renderer/components/form/form-context.tsx';
import type { AttachmentDraft } from '#renderer/data/views.ts';
import type { Violation } from '#shared/domain/violation.ts';

/** Where on a form it is said what a photo shows. */
const descriptionField = 'photoDescription';

const descriptionPath = ({ attachmentId }: Pick<AttachmentDraft, 'attachmentId'>): readonly [string, string] => [descriptionField, attachmentId];

export const descriptionElementId = (photo: Pick<AttachmentDraft, 'attachmentId'>): string => elementIdOf(descriptionPath(photo));

export const isDescribed = ({ description, isDamaged }: AttachmentDraft): boolean => isDamaged || description.trim() !== '';

/** Who cannot see a photo, and who searches for it, has only these words. */
export function undescribedPhotos(photos: readonly AttachmentDraft[]): readonly Violation[] {
  return photos.filter((photo) => !isDescribed(photo)).map((photo) => ({ path: descriptionPath(photo), code: 'attachment.undescribed' }));
}

/** What is wrong with a photo is said with its number. @param photoFields the fields of a form that are about a photo @param name of the photo with that number, from 1 */
export function namePhotos(errors: readonly FormError[], photos: readonly AttachmentDraft[], name: (number: number) => string, photoFields: readonly string[] = []): readonly FormError[] {
  return errors.map((error) => {
    const [field, attachmentId] = error.path ?? [];
    const number = field === descriptionField || photoFields.includes(String(field)) ? photos.findIndex((photo) => photo.attachmentId === attachmentId) + 1 : 0;
    return number === 0 ? error : { ...error, where: name(number) };
  });
}
