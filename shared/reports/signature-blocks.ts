import { paragraph, part } from './blocks.ts';
import { say } from './in-dutch.ts';
import type { ReportBlock, ReportSignature } from './report-document.ts';
import type { ReportFrame, SignerRole } from './report-frame.ts';

/** The signatures that are there, and a place with a name for each that is not: a report can be signed on paper too. */
export function signatureBlocks(
  { signatures }: ReportFrame,
  asked: readonly SignerRole[],
  names: Partial<Record<SignerRole, string>>,
  intro: 'signature.intro' | 'plan.signature' | 'halfYear.signature' = 'signature.intro',
): readonly ReportBlock[] {
  const items = asked.flatMap((signer): readonly ReportSignature[] => {
    const given = signatures.filter((signature) => signature.signer === signer);
    return given.length > 0 ? given : [emptyPlace(signer, names[signer] ?? '')];
  });
  return [part(say('signature.title')), paragraph(say(intro)), { kind: 'signatures', items }];
}

function emptyPlace(signer: SignerRole, name: string): ReportSignature {
  const role = say(`signature.role.${signer}`);
  return { role, name, strokes: null, statement: say('signature.none'), signed: false, alternative: say('signature.empty', { role: role.toLowerCase() }) };
}
