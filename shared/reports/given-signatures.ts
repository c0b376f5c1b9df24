import type { Signature, SignatureRole } from '../domain/records/signature.ts';
import { checkSignature, newestByRole } from '../domain/signature/check-signature.ts';
import type { SignableRecord } from '../domain/signature/content-hash.ts';
import { amsterdamDayOf, amsterdamTimeOf } from '../lib/calendar.ts';
import { dayInDutch, say } from './in-dutch.ts';
import type { ReportSignature, Strokes } from './report-document.ts';

export interface GivenSignature extends ReportSignature {
  readonly signer: SignatureRole;
}

/**
 * The signatures under a record as they stand in its report. One that was given under other content is named as that and
 * not drawn: nobody signed what is printed here.
 * @param signatures of the whole file, in any order
 */
export function givenSignatures(record: SignableRecord, signatures: readonly Signature[]): readonly GivenSignature[] {
  const own = signatures.filter(({ signs }) => signs.recordId === record.recordId && signs.kind === record.kind);
  return newestByRole(own.map((signature) => ({ signature }))).map(({ signature }) => givenSignature(signature, checkSignature(signature, record).kind === 'unchanged'));
}

function givenSignature(signature: Signature, unchanged: boolean): GivenSignature {
  const role = say(`signature.role.${signature.role}`);
  const drawn = unchanged && signature.method === 'drawn';
  return {
    signer: signature.role,
    role,
    name: signature.name,
    strokes: drawn ? strokesOf(signature.strokes) : null,
    statement: statementOf(signature, unchanged),
    signed: unchanged && signature.method !== 'declined',
    alternative: say('signature.alternative', { name: signature.name, role: role.toLowerCase() }),
  };
}

function statementOf({ method, signedAtMs, remark }: Signature, unchanged: boolean): string {
  const moment = { day: dayInDutch(amsterdamDayOf(signedAtMs)), time: amsterdamTimeOf(signedAtMs) };
  const said = say(unchanged ? `signature.${method}` : 'signature.earlier', moment);
  return remark.trim() === '' ? said : `${said}\n${say('signature.remark', { remark })}`;
}

/** Stored as x, y, x, y … per stroke. */
function strokesOf(stored: Signature['strokes']): Strokes {
  return stored.map((stroke) => {
    const points: { readonly x: number; readonly y: number }[] = [];
    for (let at = 0; at + 1 < stroke.length; at += 2) points.push({ x: stroke[at] ?? 0, y: stroke[at + 1] ?? 0 });
    return points;
  });
}
