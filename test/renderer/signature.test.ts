import { describe, expect, it } from 'vitest';
import type { DossierView, RecordView } from '#renderer/data/views.ts';
import { missingIn, signatureOf, type SignatureEntry } from '#renderer/features/signature/signature-of-form.ts';
import { signableOf, signersOf } from '#renderer/features/signature/signers-of.ts';
import type { RecordId, UserId } from '#shared/domain/ids.ts';
import { judgeRecord } from '#shared/domain/judge.ts';
import type { Signature } from '#shared/domain/records/signature.ts';
import { aDossier, deskNowMs, dossierId, ineke, principalOf, sanne } from '../support/forms/a-dossier.ts';

const view = <K extends RecordView['kind']>(kind: K, recordId: string, groups: object, createdBy: UserId = ineke.userId): RecordView =>
  ({ kind, recordId: recordId as RecordId, dossierId, createdBy, groups, versions: {}, changes: {}, status: { kind: 'on-server', receivedAtMs: null } }) as unknown as RecordView;

const final = view('measurement', 'measurement-1', {
  facts: { form: { id: 'measurement', version: 2 }, employerInterviewee: 'P. Vos', contactPerson: 'T. Peters', expertName: 'Ineke Willems' },
  tasks: { hoofdtaken: [] }, views: { employee: 'Ja.', employer: 'Ja.' }, result: { loonwaarde: 62 },
});
const withRecords = (...records: readonly RecordView[]): DossierView => aDossier({ records });
const drawn: SignatureEntry = { name: 'Fatima el Amrani', method: 'drawn', strokes: [[1, 1, 50, 60, 90, 20, 140, 80]], agreed: false, remark: '' };

function signed(role: Signature['role'], change: Partial<SignatureEntry> = {}, record = final): Signature {
  const signer = signersOf(withRecords(record), record, ineke).find((each) => each.role === role);
  if (signer === undefined) throw new Error(role);
  return signatureOf(record, signer, { ...drawn, ...change }, 'Ik heb het rapport gezien.', deskNowMs);
}

describe('who signs what', () => {
  it('a measurement is signed by employee, employer and expert, whose names are known already', () => {
    expect(signersOf(withRecords(final), final, ineke)).toMatchObject([
      { role: 'employee', name: 'Fatima el Amrani', userId: null, given: null, mayGive: true },
      { role: 'employer', name: 'P. Vos', userId: null, mayGive: true },
      { role: 'expert', name: 'Ineke Willems', userId: ineke.userId, mayGive: true },
    ]);
  });

  it('nothing is signed that is not final, and nothing that people do not sign', () => {
    const { result: _result, ...open } = final.groups as unknown as Record<string, unknown>;
    expect(signableOf(view('measurement', 'open', open))).toBeNull();
    expect(signableOf(view('visit', 'visit-1', { facts: {}, note: {} }))).toBeNull();
  });

  it('a jobcoach may let the employer sign on a later visit, and never signs as the expert', () => {
    const roles = signersOf(withRecords(final), final, sanne).map(({ role, mayGive }) => `${role} ${mayGive}`);
    expect(roles).toEqual(['employee true', 'employer true', 'expert false']);
    const otherExpert = principalOf('loonwaarde-expert', 'expert-henk', 'Henk Loeffen');
    expect(signersOf(withRecords(final), final, otherExpert).every(({ mayGive }) => !mayGive)).toBe(true);
  });

  it('nobody signs a measurement that was taken over from paper: that was done there', () => {
    const older = view('measurement', 'measurement-2016', { ...final.groups, tasks: { method: 'dariuz', hoofdtaken: [] } });
    expect(signableOf(older)).toBeNull();
    expect(signersOf(withRecords(older), older, ineke)).toEqual([]);
    // What was given all the same stays in sight, is checked, and asks nobody for more.
    const signature = { ...signed('employee'), signs: { ...signed('employee').signs, recordId: 'measurement-2016' as RecordId } };
    expect(signersOf(withRecords(older, view('signature', 'signature-1', { signature })), older, ineke).map(({ role, given, mayGive }) => [role, given !== null, mayGive])).toEqual([['employee', true, false]]);
  });

  it('makes a record that the judge takes, which is found under what it signs and checked', () => {
    const signature = signed('employee');
    expect(judgeRecord('signature', { signature })).toEqual([]);
    const dossier = withRecords(final, view('signature', 'signature-1', { signature }));
    expect(signersOf(dossier, final, ineke)[0]).toMatchObject({ given: { signature: { name: 'Fatima el Amrani' }, check: { kind: 'unchanged' } } });
    const changed = view('measurement', 'measurement-1', { ...final.groups, result: { loonwaarde: 63 } });
    expect(signersOf(dossier, changed, ineke)[0]?.given?.check).toEqual({ kind: 'changed', parts: ['result.loonwaarde'] });
    const other = view('measurement', 'measurement-2', final.groups);
    expect(signersOf(dossier, other, ineke)[0]?.given).toBeNull();
  });

  it('keeps of each way of signing only what belongs to it', () => {
    expect(signed('employer', { method: 'typed', agreed: true })).toMatchObject({ method: 'typed', strokes: [], remark: '' });
    const declined = signed('employer', { method: 'declined', remark: ' Wil erover praten. ' });
    expect(declined).toMatchObject({ method: 'declined', strokes: [], remark: 'Wil erover praten.' });
    expect(judgeRecord('signature', { signature: declined })).toEqual([]);
    expect(signed('expert')).toMatchObject({ userId: ineke.userId });
  });
});

describe('what is still missing', () => {
  const codes = (change: Partial<SignatureEntry>) => missingIn({ ...drawn, ...change }).map(({ code }) => code);
  it('is a name, a drawing, a yes in so many words, or a reason', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ name: ' ', strokes: [[1, 1]] })).toEqual(['signature.nameRequired', 'signature.drawingRequired']);
    expect(codes({ method: 'typed' })).toEqual(['signature.consentRequired']);
    expect(codes({ method: 'typed', agreed: true, strokes: [] })).toEqual([]);
    expect(codes({ method: 'declined' })).toEqual(['signature.remarkRequired']);
  });
});
