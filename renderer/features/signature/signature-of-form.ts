import type { RecordView } from '#renderer/data/views.ts';
import type { FormError } from '#renderer/components/form/error-summary.tsx';
import type { Signature, SignatureMethod } from '#shared/domain/records/signature.ts';
import { signedContentOf } from '#shared/domain/signature/content-hash.ts';
import { isDrawn } from '#shared/domain/signature/strokes.ts';
import { signableOf, type Signer } from './signers-of.ts';

/** What stands on the page for one signature. It is no draft: half a signature must not lie about. */
export interface SignatureEntry {
  readonly name: string;
  readonly method: SignatureMethod;
  readonly strokes: number[][];
  readonly agreed: boolean;
  readonly remark: string;
}

export type EntryField = 'name' | 'drawing' | 'agreed' | 'remark';

/** What is missing, in the order of the page. */
export function missingIn({ name, method, strokes, agreed, remark }: SignatureEntry): readonly { readonly field: EntryField; readonly code: string }[] {
  return [
    ...(name.trim() === '' ? [{ field: 'name' as const, code: 'signature.nameRequired' }] : []),
    ...(method === 'drawn' && !isDrawn(strokes) ? [{ field: 'drawing' as const, code: 'signature.drawingRequired' }] : []),
    ...(method === 'typed' && !agreed ? [{ field: 'agreed' as const, code: 'signature.consentRequired' }] : []),
    ...(method === 'declined' && remark.trim() === '' ? [{ field: 'remark' as const, code: 'signature.remarkRequired' }] : []),
  ];
}

/** Where an error of this field links to; the same ids as in the form. */
export function errorPath(field: EntryField): FormError['path'] {
  return ['signature', 0, field];
}

/** @throws Error for a record that is not signed: the page shows no form then */
export function signatureOf(record: RecordView, signer: Signer, entry: SignatureEntry, statement: string, signedAtMs: number): Signature {
  const signable = signableOf(record);
  if (signable === null) throw new Error('signatureOf: nothing to sign');
  return {
    signs: signedContentOf(record, signable.groups),
    role: signer.role,
    name: entry.name.trim(),
    userId: signer.userId,
    signedAtMs,
    method: entry.method,
    statement,
    remark: entry.method === 'declined' ? entry.remark.trim() : '',
    strokes: entry.method === 'drawn' ? entry.strokes : [],
  };
}
