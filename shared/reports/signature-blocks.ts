import type { SignatureRole } from '../domain/records/signature.ts';
import { signables } from '../domain/signature/signable.ts';
import { paragraph, part } from './blocks.ts';
import { say } from './in-dutch.ts';
import type { ReportBlock, ReportSignature } from './report-document.ts';
import type { ReportFrame } from './report-frame.ts';

/**
 * The signatures that are there, and a place with a name for each that is not: a report can be signed on paper too. Who
 * signed without being asked (a representative) comes after.
 */
export function signatureBlocks(
  { signatures }: ReportFrame,
  kind: 'measurement' | 'plan' | 'coachingReport',
  names: Partial<Record<SignatureRole, string>>,
  intro: 'signature.intro' | 'plan.signature' | 'halfYear.signature' = 'signature.intro',
): readonly ReportBlock[] {
  const left = [...signatures];
  const items = (signables[kind]?.roles ?? []).map((signer): ReportSignature => {
    const found = left.findIndex((signature) => signature.signer === signer);
    const [given] = found === -1 ? [] : left.splice(found, 1);
    return given ?? emptyPlace(signer, names[signer] ?? '');
  });
  return [part(say('signature.title')), paragraph(say(intro)), { kind: 'signatures', items: [...items, ...left] }];
}

function emptyPlace(signer: SignatureRole, name: string): ReportSignature {
  const role = say(`signature.role.${signer}`);
  return { role, name, strokes: null, statement: say('signature.none'), signed: false, alternative: say('signature.empty', { role: role.toLowerCase() }) };
}
