import type { DossierView } from '#renderer/data/views.ts';
import type { CandidateIdentity } from '#shared/domain/records/candidate.ts';

/** "Fatima el Amrani" */
export function fullName(identity: CandidateIdentity): string {
  return [identity.givenName, identity.namePrefix, identity.familyName].filter((part) => part !== '').join(' ');
}

/** The name, or without a right to names the pseudonymous id. */
export function candidateName(dossier: DossierView): string {
  const identity = dossier.candidate?.groups.identity;
  return identity === undefined ? dossier.dossierId : fullName(identity);
}
