import type { Kind } from '../kinds.ts';
import { mostStrokeNumbers, professionalRoles, type Signature, type SignatureRole } from '../records/signature.ts';
import type { Violation } from '../violation.ts';
import { signables, type SignatureKind } from './signable.ts';
import { isDrawn } from './strokes.ts';

export function isProfessional(role: SignatureRole): boolean {
  return (professionalRoles as readonly SignatureRole[]).includes(role);
}

/**
 * What must hold within a signature; whether its author is the one it names is judged where the author is known.
 * @param kept the kind of record that holds it
 */
export function judgeSignature(signature: Signature | undefined, kept: SignatureKind): readonly Violation[] {
  if (signature === undefined) return [];
  const violations: Violation[] = [];
  const { role, userId, method, strokes, remark, signs } = signature;
  // Else it would be read by who may not read what is signed. What another release lets people sign is its own to judge.
  const signable = Object.hasOwn(signables, signs.kind) ? signables[signs.kind as Kind] : undefined;
  if (signable !== undefined && signable.signedBy !== kept) violations.push({ path: ['signature', 'signs', 'kind'], code: 'signature.otherKind' });
  if (isProfessional(role) !== (userId !== null)) violations.push({ path: ['signature', 'userId'], code: 'signature.whoSigns' });
  const numbers = strokes.reduce((count, stroke) => count + stroke.length, 0);
  if (numbers > mostStrokeNumbers || strokes.some((stroke) => stroke.length % 2 !== 0)) violations.push({ path: ['signature', 'strokes'], code: 'signature.strokes' });
  if (method === 'drawn' && !isDrawn(strokes)) violations.push({ path: ['signature', 'strokes'], code: 'signature.drawingRequired' });
  if (method !== 'drawn' && numbers > 0) violations.push({ path: ['signature', 'strokes'], code: 'signature.strokes' });
  if (method === 'declined' && remark.trim() === '') violations.push({ path: ['signature', 'remark'], code: 'signature.remarkRequired' });
  if (method === 'declined' && isProfessional(role)) violations.push({ path: ['signature', 'method'], code: 'choice.unknown' });
  return violations;
}
