import type { ReportSignature } from './report-document.ts';

/** Who signs a report, as the signature's record names them. */
export type SignerRole = 'expert' | 'employee' | 'employer' | 'candidate' | 'consultant' | 'jobcoach';

export interface GivenSignature extends ReportSignature {
  readonly signer: SignerRole;
}

/** What every report knows beside its content. */
export interface ReportFrame {
  /** "Rijk van Nijmegen" */
  readonly region: string;
  readonly recordId: string;
  /** SHA-256 over the frozen content, as the signatures name it; null when nothing freezes this record. */
  readonly contentHash: string | null;
  readonly signatures: readonly GivenSignature[];
}
