import { describe, expect, it } from 'vitest';
import type { DeviceId, OpId, RecordId, UserId } from '#shared/domain/ids.ts';
import type { Kind } from '#shared/domain/kinds.ts';
import { applyOperation, previewOperation } from '#shared/sync/apply.ts';
import { hashPayload, type Operation } from '#shared/sync/operation.ts';
import type { Version } from '#shared/sync/version.ts';
import { candidateGroups, dossierA, sanne, stored, visitGroups } from '../../fixtures/records.ts';

const stamp = { version: { epoch: 1, n: 50 }, changedAtMs: 9 };

function operation(kind: Kind, recordId: string, payload: object, baseVersions: Readonly<Record<string, Version | null>>, userId: UserId = sanne): Operation {
  const json = payload as Operation['payload'];
  return {
    protocol: 1,
    opId: '00000000-0000-4000-8000-00000000000a' as OpId,
    deviceId: '00000000-0000-4000-8000-00000000000b' as DeviceId,
    userId,
    record: { dossierId: dossierA, recordId: recordId as RecordId, kind },
    kind: 'put',
    baseVersions,
    payload: json,
    resolves: null,
    payloadHash: hashPayload(json),
    authoredAtMs: 1,
  };
}

describe('laying an operation on a record', () => {
  const candidate = stored('candidate', 'dossier-a', candidateGroups(), { n: 4 });
  const moved = { ...candidateGroups().status, candidateGroup: 2 };

  it('[APPLY2] applies when nobody else changed the group, and stamps only that group', () => {
    const applied = applyOperation(candidate, operation('candidate', 'dossier-a', { status: moved }, { status: { epoch: 1, n: 4 } }), stamp);
    expect(applied.kind).toBe('applied');
    if (applied.kind !== 'applied') return;
    expect(applied.record.groups['status']).toMatchObject({ version: { epoch: 1, n: 50 }, data: { candidateGroup: 2 } });
    expect(applied.record.groups['identity']?.version).toEqual({ epoch: 1, n: 4 });
  });

  it.each([
    ['an older version', { epoch: 1, n: 3 }],
    ['the same number of another epoch', { epoch: 2, n: 4 }],
    ['nothing, while there is something', null],
  ])('[APPLY2] is a conflict when it was based on %s', (_, version) => {
    expect(applyOperation(candidate, operation('candidate', 'dossier-a', { status: moved }, { status: version }), stamp)).toEqual({ kind: 'conflict', groups: ['status'] });
  });

  it('[OP3] [APPLY2] one conflicting group makes the whole operation wait', () => {
    const both = { status: moved, identity: { ...candidateGroups().identity, familyName: 'Bouali' } };
    const result = applyOperation(candidate, operation('candidate', 'dossier-a', both, { status: { epoch: 1, n: 4 }, identity: { epoch: 1, n: 2 } }), stamp);
    expect(result).toEqual({ kind: 'conflict', groups: ['identity'] });
  });

  it('[APPLY1] refuses a payload that is not the one that was signed', () => {
    const forged = { ...operation('candidate', 'dossier-a', { status: moved }, { status: { epoch: 1, n: 4 } }), payload: { status: { ...moved, prioritair: true } } };
    expect(applyOperation(candidate, forged, stamp)).toMatchObject({ kind: 'refused', reason: 'payload-hash' });
  });

  it('[APPLY3] a final measurement never changes, not even for its author', () => {
    const final = stored('measurement', 'measurement-1', { result: { visitedOn: '2026-11-01' } } as never, { n: 4 });
    const change = operation('measurement', 'measurement-1', { result: { visitedOn: '2026-11-02' } }, { result: { epoch: 1, n: 4 } });
    expect(applyOperation(final, change, stamp)).toMatchObject({ kind: 'refused', reason: 'frozen' });
  });

  it("[APPLY4] another's note is not changed", () => {
    const visit = stored('visit', 'visit-1', visitGroups(), { n: 4 });
    const change = operation('visit', 'visit-1', { note: visitGroups({ observations: 'Iets anders' }).note }, { note: { epoch: 1, n: 4 } }, 'jobcoach-piet' as UserId);
    expect(applyOperation(visit, change, stamp)).toMatchObject({ kind: 'refused', reason: 'not-author' });
  });

  it('[APPLY5] the merged record is judged as a whole: two correct halves can make a wrong one', () => {
    const closed = { ...candidateGroups().registration, closedOn: '2024-01-01' };
    const result = applyOperation(candidate, operation('candidate', 'dossier-a', { registration: closed }, { registration: { epoch: 1, n: 4 } }), stamp);
    expect(result).toMatchObject({ kind: 'refused', reason: 'invalid', violations: [{ path: ['registration', 'closedOn'], code: 'period.endsBeforeBegin' }] });
  });

  it('[F18] [OP6] unknown fields of a newer app survive', () => {
    const newer = { ...moved, travelMinutes: 25 };
    const applied = applyOperation(candidate, operation('candidate', 'dossier-a', { status: newer }, { status: { epoch: 1, n: 4 } }), stamp);
    expect(applied.kind === 'applied' ? applied.record.groups['status']?.data : null).toMatchObject({ travelMinutes: 25 });
  });

  it('[VIEW1] the preview shows the change whatever the versions say, and loses no other group', () => {
    const preview = previewOperation(candidate, operation('candidate', 'dossier-a', { status: moved }, { status: null }));
    expect(Object.keys(preview.groups)).toEqual(Object.keys(candidate.groups));
    expect(preview.groups['status']?.data).toMatchObject({ candidateGroup: 2 });
  });
});

describe('[OP2] building on an earlier operation of the same device that had no version yet', () => {
  const earlier = '00000000-0000-4000-8000-0000000000aa' as OpId;
  const candidate = stored('candidate', 'dossier-a', candidateGroups(), { n: 7 });
  const moved = { ...candidateGroups().status, candidateGroup: 2 };
  const change = { ...operation('candidate', 'dossier-a', { status: moved }, {}), baseVersions: { status: { afterOp: earlier } } };

  it('applies when that one was applied and nobody came in between', () => {
    expect(applyOperation(candidate, change, stamp, () => 7).kind).toBe('applied');
  });

  it('is a conflict when somebody came in between, or when that one was never applied', () => {
    expect(applyOperation(candidate, change, stamp, () => 6)).toEqual({ kind: 'conflict', groups: ['status'] });
    expect(applyOperation(candidate, change, stamp, () => null)).toEqual({ kind: 'conflict', groups: ['status'] });
  });
});
