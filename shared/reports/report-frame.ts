import type { GivenSignature } from './given-signatures.ts';

/** What every report knows beside its content. */
export interface ReportFrame {
  /** "Rijk van Nijmegen" */
  readonly region: string;
  readonly recordId: string;
  /** SHA-256 over the frozen content, as the signatures name it; null when nothing freezes this record. */
  readonly contentHash: string | null;
  readonly signatures: readonly GivenSignature[];
}
