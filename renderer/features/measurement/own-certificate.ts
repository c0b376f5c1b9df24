import type { RecordView, RegionFile } from '#renderer/data/views.ts';
import type { UserId } from '#shared/domain/ids.ts';

/** A person's own certificate. Made on two devices at once there are two: the one that is valid longest is theirs. */
export function ownCertificate({ certificates }: Pick<RegionFile, 'certificates'>, userId: UserId): RecordView<'certificate'> | null {
  const own = certificates.filter(({ groups }) => groups.certificate?.holderId === userId);
  return own.toSorted((a, b) => (a.groups.certificate?.validThrough ?? '').localeCompare(b.groups.certificate?.validThrough ?? '')).at(-1) ?? null;
}
