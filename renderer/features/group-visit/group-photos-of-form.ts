import type { AttachmentDraft } from '#renderer/data/views.ts';
import type { DossierId } from '#shared/domain/ids.ts';
import type { Violation } from '#shared/domain/violation.ts';
import type { GroupMember } from './group-visit-of-form.ts';

/** Where on the form it is said whose a photo is. */
export const photoField = 'photo';

export function photoPath({ attachmentId }: Pick<AttachmentDraft, 'attachmentId'>): readonly [string, string] {
  return [photoField, attachmentId];
}

/** Of those who were chosen for a photo who is (still) of this visit. */
export function chosenFor({ people }: Pick<AttachmentDraft, 'people'>, members: readonly Pick<GroupMember, 'dossierId'>[]): readonly DossierId[] {
  return people.filter((dossierId) => members.some((member) => member.dossierId === dossierId));
}

/** A photo of nobody would lie nowhere. */
export function photoFindings(photos: readonly AttachmentDraft[], members: readonly Pick<GroupMember, 'dossierId'>[]): readonly Violation[] {
  return photos.filter((photo) => !photo.isDamaged && chosenFor(photo, members).length === 0).map((photo) => ({ path: photoPath(photo), code: 'visit.photoOfNobody' }));
}
