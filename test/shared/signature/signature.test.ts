import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordId, UserId } from '#shared/domain/ids.ts';
import { judgeRecord } from '#shared/domain/judge.ts';
import { mostStrokeNumbers, signatureSchema, strokeBox, type Signature } from '#shared/domain/records/signature.ts';
import { checkSignature, hashInGroups, newestByRole } from '#shared/domain/signature/check-signature.ts';
import { signedContentOf, type SignableRecord } from '#shared/domain/signature/content-hash.ts';
import { isDrawn, pathOfStrokes, strokesOf } from '#shared/domain/signature/strokes.ts';

const recordId = 'measurement-1' as RecordId;
const measurement = (change: { readonly tempo?: string; readonly loonwaarde?: number; readonly version?: number } = {}): SignableRecord => ({
  kind: 'measurement',
  recordId,
  groups: {
    facts: { form: { id: 'measurement', version: change.version ?? 1 }, visitedOn: '2026-11-20', employerName: 'Groenbedrijf De Waal' },
    tasks: { hoofdtaken: [{ name: 'Schoffelen', tempo: change.tempo ?? '70' }] },
    result: { loonwaarde: change.loonwaarde ?? 62 },
  },
});

function signature(change: Partial<Signature> = {}, record = measurement()): Signature {
  return {
    signs: signedContentOf(record),
    role: 'employee',
    name: 'Fatima el Amrani',
    userId: null,
    signedAtMs: 1_000,
    method: 'drawn',
    statement: 'Ik heb het rapport gezien.',
    remark: '',
    strokes: [[10, 10, 20, 30, 40, 20, 60, 50]],
    ...change,
  };
}

describe('what a signature is bound to', () => {
  it('is the whole content: the same record gives the same hash, whatever the order of its fields', () => {
    const { groups } = measurement();
    const turned = { ...measurement(), groups: { result: groups['result'], tasks: groups['tasks'], facts: Object.fromEntries(Object.entries(groups['facts'] as object).toReversed()) } };
    expect(signedContentOf(turned)).toEqual(signedContentOf(measurement()));
    expect(signedContentOf(measurement())).toMatchObject({ kind: 'measurement', recordId, form: { id: 'measurement', version: 1 }, groups: ['facts', 'result', 'tasks'] });
    // Written down: a change of the way it is computed would make every signature of before look broken.
    expect(signedContentOf(measurement()).contentHash).toBe('9c21caa6ce26cb806184e48acc765a09199267fffce3ae4e33c8bb15331da3b6');
  });

  it('is found unchanged, also after a journey through JSON', () => {
    const stored = signatureSchema.parse(JSON.parse(JSON.stringify(signature())));
    expect(checkSignature(stored, JSON.parse(JSON.stringify(measurement())) as SignableRecord)).toEqual({ kind: 'unchanged' });
  });

  it.each([
    ['a number of a task', measurement({ tempo: '71' }), ['tasks.hoofdtaken']],
    ['the outcome', measurement({ loonwaarde: 61 }), ['result.loonwaarde']],
    ['the version of the form', measurement({ version: 2 }), ['facts.form']],
  ])('names what differs: %s', (_, record, parts) => {
    expect(checkSignature(signature(), record)).toEqual({ kind: 'changed', parts });
  });

  it('notices a field that was added or taken away', () => {
    const more = { ...measurement(), groups: { ...measurement().groups, result: { loonwaarde: 62, corrects: 'x' } } };
    expect(checkSignature(signature(), more)).toEqual({ kind: 'changed', parts: ['result.corrects'] });
    const less = { ...measurement(), groups: { ...measurement().groups, result: {} } };
    expect(checkSignature(signature(), less)).toEqual({ kind: 'changed', parts: ['result.loonwaarde'] });
  });

  it('says nothing about a record of which the reader has not got everything', () => {
    const { result } = measurement().groups;
    expect(checkSignature(signature(), { ...measurement(), groups: { result } })).toEqual({ kind: 'incomplete', groups: ['facts', 'tasks'] });
    expect(checkSignature(signature(), undefined)).toEqual({ kind: 'missing' });
    expect(checkSignature(signature(), { ...measurement(), recordId: 'measurement-2' as RecordId })).toEqual({ kind: 'missing' });
  });

  it('covers only the groups that were signed, so that an outcome noted later leaves a plan as it was', () => {
    const plan: SignableRecord = { kind: 'plan', recordId, groups: { content: { goal: 'Werken in het groen' }, outcomes: { items: [] } } };
    const signed = signature({ signs: signedContentOf(plan, ['content']) });
    expect(checkSignature(signed, { ...plan, groups: { ...plan.groups, outcomes: { items: [1] } } })).toEqual({ kind: 'unchanged' });
    expect(() => signedContentOf(plan, ['agreements'])).toThrow('without agreements');
  });

  it('changes with any change of any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const record = (text: string): SignableRecord => ({ kind: 'plan', recordId, groups: { content: { text } } });
        expect(checkSignature(signature({}, record(one)), record(other)).kind).toBe(one === other ? 'unchanged' : 'changed');
      }),
      { seed: 20_261_122 },
    );
  });

  it('counts the last signature of each role', () => {
    const at = (signedAtMs: number, role: Signature['role']) => ({ signature: signature({ signedAtMs, role }) });
    const [first, second, employer] = [at(1, 'employee'), at(2, 'employee'), at(3, 'employer')];
    expect(newestByRole([second, employer, first])).toEqual([second, employer]);
  });

  it('shows a hash that two people can compare aloud', () => {
    expect(hashInGroups('0123456789abcdef'.repeat(4))).toBe('0123 4567 89ab cdef 0123 4567 89ab cdef');
  });
});

describe('the strokes of a signature', () => {
  it('fit in one box whatever the screen was, and keep their proportions', () => {
    expect(strokesOf([[{ x: 0, y: 0 }, { x: 500, y: 200 }]], 500, 200)).toEqual([[0, 0, 1_000, 400]]);
    expect(strokesOf([[{ x: 100, y: 50 }, { x: -5, y: 900 }]], 1_000, 200)).toEqual([[100, 50, 0, strokeBox.height]]);
  });

  it('are never more than may be stored, and keep where each began and ended', () => {
    const many = Array.from({ length: 40 }, (_, line) => Array.from({ length: 500 }, (_each, index) => ({ x: index, y: line })));
    const strokes = strokesOf(many, 1_000, 400);
    expect(strokes.flat().length).toBeLessThanOrEqual(mostStrokeNumbers);
    expect(strokes[3]?.slice(0, 2)).toEqual([0, 3]);
    expect(strokes[3]?.slice(-2)).toEqual([499, 3]);
  });

  it('become one path that a screen and a PDF can draw', () => {
    expect(pathOfStrokes([[0, 0, 10, 10, 20, 0], [5, 5]])).toBe('M 0 0 Q 10 10 15 5 L 20 0 M 5 5 L 5 5');
    expect(isDrawn([[5, 5]])).toBe(false);
    expect(isDrawn([[0, 0, 1, 1, 2, 2, 3, 3]])).toBe(true);
  });
});

describe('a signature as a record', () => {
  const codes = (change: Partial<Signature>) => judgeRecord('signature', { signature: signature(change) }).map(({ code }) => code);

  it('is good when it was drawn, when it was typed, and when somebody did not want to sign and said why', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ method: 'typed', strokes: [] })).toEqual([]);
    expect(codes({ method: 'declined', strokes: [], remark: 'Wil er eerst over nadenken.' })).toEqual([]);
  });

  it('is kept as what those read who read what was signed', () => {
    const plan = signature({ signs: signedContentOf({ kind: 'plan', recordId, groups: { agreed: {} } }), role: 'candidate' });
    expect(judgeRecord('supportSignature', { signature: plan })).toEqual([]);
    expect(judgeRecord('signature', { signature: plan }).map(({ code }) => code)).toEqual(['signature.otherKind']);
    expect(judgeRecord('supportSignature', { signature: signature() }).map(({ code }) => code)).toEqual(['signature.otherKind']);
    // What a later release lets people sign is not known here, and kept.
    expect(judgeRecord('signature', { signature: signature({ signs: { ...plan.signs, kind: 'toString' } }) })).toEqual([]);
  });

  it('names the professional who signs, and nobody of the Werkbedrijf for the others', () => {
    expect(codes({ role: 'expert', userId: 'expert-ineke' as UserId })).toEqual([]);
    expect(codes({ role: 'expert' })).toEqual(['signature.whoSigns']);
    expect(codes({ userId: 'expert-ineke' as UserId })).toEqual(['signature.whoSigns']);
  });

  it('is refused without a drawing, without a reason, with half a point or too many', () => {
    expect(codes({ strokes: [[1, 1]] })).toEqual(['signature.drawingRequired']);
    expect(codes({ method: 'declined', strokes: [] })).toEqual(['signature.remarkRequired']);
    expect(codes({ strokes: [[1, 1, 2, 2, 3, 3, 4, 4, 5]] })).toEqual(['signature.strokes']);
    expect(codes({ strokes: Array.from({ length: 3 }, () => Array.from({ length: 2_000 }, () => 1)) })).toEqual(['signature.strokes']);
    expect(codes({ method: 'typed' })).toEqual(['signature.strokes']);
  });
});
