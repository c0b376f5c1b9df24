import { recordsOf, type DossierView, type RecordView } from '#renderer/data/views.ts';
import type { Signature } from '#shared/domain/records/signature.ts';
import { signatureKinds, type SignatureKind } from '#shared/domain/signature/signable.ts';

export interface KeptSignature {
  readonly record: RecordView<SignatureKind>;
  readonly signature: Signature;
}

/** Every signature of the file that this person may read, under whatever it stands. */
export function signaturesIn(dossier: DossierView): readonly KeptSignature[] {
  return signatureKinds.flatMap((kind) => recordsOf(dossier, kind)).flatMap((record) => (record.groups.signature === undefined ? [] : [{ record, signature: record.groups.signature }]));
}
