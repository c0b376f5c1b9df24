import type { Kind } from '../kinds.ts';
import type { SignatureRole } from '../records/signature.ts';

/** The kinds of record that hold a signature. They differ in who may read them. */
export type SignatureKind = 'signature' | 'supportSignature';
export const signatureKinds: readonly SignatureKind[] = ['signature', 'supportSignature'];

export interface Signable {
  /** Who signs, in the order in which it mostly goes: the guest first, who wants to get back to work. */
  readonly roles: readonly SignatureRole[];
  /** What the signature is about. */
  readonly groups: readonly string[];
  /** The group whose presence makes the record final: before it there is nothing to sign. */
  readonly finalWhen: string;
  /** As what its signatures are kept: who may not read the record must not read who signed it. */
  readonly signedBy: SignatureKind;
}

/** What people put their name under. Another kind of record becomes signable by a line here. */
export const signables: Readonly<Partial<Record<Kind, Signable>>> = {
  measurement: { roles: ['employee', 'employer', 'expert'], groups: ['facts', 'tasks', 'views', 'result'], finalWhen: 'result', signedBy: 'signature' },
  coachingReport: { roles: ['candidate', 'employer', 'jobcoach'], groups: ['facts', 'report'], finalWhen: 'facts', signedBy: 'supportSignature' },
  plan: { roles: ['candidate', 'consultant'], groups: ['facts', 'content', 'agreements', 'agreed'], finalWhen: 'agreed', signedBy: 'supportSignature' },
};
