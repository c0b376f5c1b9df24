import type { DossierView, RecordView } from '#renderer/data/views.ts';
import { candidateName } from '#renderer/features/candidate/candidate-name.ts';
import { mayRecord } from '#renderer/features/candidate/may-record.ts';
import type { UserId } from '#shared/domain/ids.ts';
import type { Groups } from '#shared/domain/kinds.ts';
import type { SignatureRole } from '#shared/domain/records/signature.ts';
import type { Principal, Role } from '#shared/domain/roles.ts';
import { checkSignature, newestByRole, type SignatureCheck } from '#shared/domain/signature/check-signature.ts';
import { isProfessional } from '#shared/domain/signature/judge-signature.ts';
import { signables, type Signable } from '#shared/domain/signature/signable.ts';
import { signaturesIn, type KeptSignature } from './signatures-in.ts';

export interface GivenSignature extends KeptSignature {
  readonly check: SignatureCheck;
}

/** One of those who sign a record. */
export interface Signer {
  readonly role: SignatureRole;
  /** As far as the record knows who that is. */
  readonly name: string;
  readonly userId: UserId | null;
  readonly given: GivenSignature | null;
  /** Can be taken on this device by this person now. */
  readonly mayGive: boolean;
}

/** What can be signed of this record, or null: it is not final, or nothing that people sign. */
export function signableOf(record: RecordView): Signable | null {
  // A measurement that was taken over from paper was signed there, by those who were there.
  return isTakenOver(record) ? null : finalSignable(record);
}

/** The same, also of what nobody is asked to sign any more: a signature that was given is shown and checked for ever. */
export function finalSignable(record: RecordView): Signable | null {
  const signable = signables[record.kind];
  return signable !== undefined && (record.groups as Readonly<Record<string, unknown>>)[signable.finalWhen] !== undefined ? signable : null;
}

/** Every signature under this record that counts. Not checked: in a list of many that would only cost time. */
export function signaturesUnder(dossier: DossierView, record: RecordView): readonly Omit<GivenSignature, 'check'>[] {
  return newestByRole(signaturesIn(dossier).filter(({ signature }) => signature.signs.recordId === record.recordId));
}

export function signersOf(dossier: DossierView, record: RecordView, principal: Principal): readonly Signer[] {
  const signable = finalSignable(record);
  if (signable === null) return [];
  const isAsked = signableOf(record) !== null;
  const given = signaturesUnder(dossier, record).map((each) => ({ ...each, check: checkSignature(each.signature, record) }));
  const mayWrite = mayRecord(principal, signable.signedBy, dossier);
  const signers = signable.roles.map((role): Signer => {
    const professional = isProfessional(role);
    return {
      role,
      name: nameOf(role, dossier, record, principal),
      userId: professional ? principal.userId : null,
      given: given.find(({ signature }) => signature.role === role) ?? null,
      // Who made it signs it, in nobody else's name.
      mayGive: isAsked && mayWrite && (!professional || (record.createdBy === principal.userId && workOf[principal.role] === role)),
    };
  });
  return isAsked ? signers : signers.filter((signer) => signer.given !== null);
}

const workOf: Readonly<Partial<Record<Role, SignatureRole>>> = { 'loonwaarde-expert': 'expert', jobcoach: 'jobcoach', consultant: 'consultant' };

function nameOf(role: SignatureRole, dossier: DossierView, record: RecordView, principal: Principal): string {
  if (role === 'employee' || role === 'candidate') return dossier.candidate?.groups.identity === undefined ? '' : candidateName(dossier);
  if (role === 'representative') return '';
  if (role === 'employer') return employerOf(record);
  return record.createdBy === principal.userId ? principal.displayName : '';
}

function employerOf(record: RecordView): string {
  if (record.kind === 'measurement') {
    const { facts } = record.groups as Groups<'measurement'>;
    return facts === undefined ? '' : facts.employerInterviewee.trim() === '' ? facts.contactPerson : facts.employerInterviewee;
  }
  return record.kind === 'coachingReport' ? ((record.groups as Groups<'coachingReport'>).report?.contactPerson ?? '') : '';
}

/** Which version of the same thing this is, where there was one before [count]; null for a first, and for what is not numbered. */
export function versionSigned(record: RecordView): number | null {
  if (record.kind !== 'coachingReport' && record.kind !== 'plan') return null;
  const version = (record.groups as Groups<'coachingReport' | 'plan'>).facts?.version ?? 1;
  return version > 1 ? version : null;
}

/** Measured by a method that ended, and written over from its own report. */
export function isTakenOver(record: RecordView): boolean {
  if (record.kind !== 'measurement') return false;
  const { tasks } = record.groups as Groups<'measurement'>;
  return tasks?.method === 'dariuz';
}
