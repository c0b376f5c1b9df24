import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import type { Kind } from '#shared/domain/kinds.ts';
import { paths } from './paths.ts';

/** Where a record can be read: its own page where it has one, else the file it lies in, or nowhere yet (null). */
export function addressOfRecord({ kind, dossierId, recordId }: { readonly kind: Kind; readonly dossierId: DossierId; readonly recordId: RecordId }): string | null {
  switch (kind) {
    case 'visit':
      return paths.visit(dossierId, recordId);
    case 'measurement':
      return paths.measurement(dossierId, recordId);
    case 'intake':
      return paths.intake(dossierId, recordId);
    case 'plan':
      return paths.plan(dossierId, recordId);
    case 'coachingPlan':
      return paths.coachingPlan(dossierId, recordId);
    case 'coachingReport':
      return paths.coachingReport(dossierId, recordId);
    case 'coaching':
      return paths.coaching(dossierId);
    case 'candidate':
    case 'placement':
    case 'planOutcome':
    case 'signature':
    case 'supportSignature':
    case 'attachment':
    case 'appointment':
    case 'former':
    case 'join':
    case 'handover':
    case 'conflict':
    case 'coachConflict':
    case 'teamConflict':
      return paths.candidate(dossierId);
    case 'employer':
    case 'employerConflict':
    case 'workPlace':
      return paths.employer(dossierId);
    case 'certificate':
    case 'regionDocument':
      return null;
  }
}
