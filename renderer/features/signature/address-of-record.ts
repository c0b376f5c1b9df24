import { paths } from '#renderer/app/paths.ts';
import type { RecordView } from '#renderer/data/views.ts';

/** Where this record is read; its file, where it has no page of its own. */
export function addressOfRecord({ kind, dossierId, recordId }: RecordView): string {
  switch (kind) {
    case 'measurement':
      return paths.measurement(dossierId, recordId);
    case 'coachingReport':
      return paths.coachingReport(dossierId, recordId);
    case 'plan':
      return paths.plan(dossierId, recordId);
    default:
      return paths.candidate(dossierId);
  }
}
