import { mostStrokeNumbers, professionalRoles, type Signature, type SignatureRole } from '../records/signature.ts';
import type { Violation } from '../violation.ts';
import { isDrawn } from './strokes.ts';

export function isProfessional(role: SignatureRole): boolean {
  return (professionalRoles as readonly SignatureRole[]).includes(role);
}

/** What must hold within a signature; whether its author is the one it names is judged where the author is known. */
export function judgeSignature(signature: Signature | undefined): readonly Violation[] {
  if (signature === undefined) return [];
  const violations: Violation[] = [];
  const { role, userId, method, strokes, remark } = signature;
  if (isProfessional(role) !== (userId !== null)) violations.push({ path: ['signature', 'userId'], code: 'signature.whoSigns' });
  const numbers = strokes.reduce((count, stroke) => count + stroke.length, 0);
  if (numbers > mostStrokeNumbers || strokes.some((stroke) => stroke.length % 2 !== 0)) violations.push({ path: ['signature', 'strokes'], code: 'signature.strokes' });
  if (method === 'drawn' && !isDrawn(strokes)) violations.push({ path: ['signature', 'strokes'], code: 'signature.drawingRequired' });
  if (method !== 'drawn' && numbers > 0) violations.push({ path: ['signature', 'strokes'], code: 'signature.strokes' });
  if (method === 'declined' && remark.trim() === '') violations.push({ path: ['signature', 'remark'], code: 'signature.remarkRequired' });
  if (method === 'declined' && isProfessional(role)) violations.push({ path: ['signature', 'method'], code: 'choice.unknown' });
  return violations;
}
