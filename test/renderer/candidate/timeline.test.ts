import { describe, expect, it } from 'vitest';
import { foldDossier, ofKind } from '#renderer/data/queries/fold-dossier.ts';
import type { DossierView } from '#renderer/data/views.ts';
import { historyOf, reasonOf } from '#renderer/features/candidate/history/group-history.ts';
import { timelineOf } from '#renderer/features/candidate/timeline/timeline-registry.ts';
import type { DeviceId, OpId, RecordId, UserId } from '#shared/domain/ids.ts';
import { previewOperation } from '#shared/sync/apply.ts';
import { formerRecordOf } from '#shared/sync/former-record.ts';
import { hashPayload, type Operation, type SignedOperation } from '#shared/sync/operation.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import { candidateGroups, day, dossierA, stored, visitGroups } from '../../fixtures/records.ts';

const mehmet = 'consulent-mehmet' as UserId;
const status = (candidateGroup: 1 | 2 | 3 | 4) => ({ ...candidateGroups().status, candidateGroup });
const candidate = stored('candidate', 'dossier-a', candidateGroups(), { n: 4, createdBy: mehmet });

function change(number: number, payload: object, authoredAtMs: number): SignedOperation {
  const json = payload as Operation['payload'];
  return {
    protocol: 1, opId: `00000000-0000-4000-8000-00000000000${number}` as OpId, deviceId: '00000000-0000-4000-8000-00000000000b' as DeviceId, userId: mehmet,
    record: { dossierId: dossierA, recordId: 'dossier-a' as RecordId, kind: 'candidate' }, kind: 'put', baseVersions: {}, payload: json, resolves: null, payloadHash: hashPayload(json), authoredAtMs, signature: '',
  };
}

/** The records as the server would hold them after these changes. */
function onServer(changes: readonly SignedOperation[]): readonly StoredRecord[] {
  const records: StoredRecord[] = [];
  let now = candidate;
  for (const [index, operation] of changes.entries()) {
    const former = formerRecordOf(operation, now, () => ({ version: { epoch: 1, n: 10 + index }, changedAtMs: operation.authoredAtMs }));
    if (former !== null) records.push(former);
    now = previewOperation(now, operation);
  }
  return [now, ...records];
}

function view(records: readonly StoredRecord[], waiting: readonly SignedOperation[] = []): DossierView {
  const views = foldDossier({ records, pending: waiting.map((operation) => ({ operation, state: 'waiting', keptAtMs: operation.authoredAtMs, outcome: null })), receipts: [] });
  return { dossierId: dossierA, candidate: ofKind(views, 'candidate')[0] ?? null, placements: [], visits: [], measurements: [], attachments: [], records: views };
}

const toThree = change(1, { status: status(2), move: { movedOn: '2026-03-01', reason: 'Kan met tijdelijke hulp aan het werk.' } }, Date.UTC(2026, 2, 1, 9));
const toOne = change(2, { status: status(1), move: { movedOn: '2026-06-01', reason: 'Werkt zelfstandig.' } }, Date.UTC(2026, 5, 1, 9));

describe('the history of a group', () => {
  it('[HIST1] tells what stood there, by whom and from when, with the reason of each move', () => {
    const dossier = view(onServer([toThree, toOne]));
    const history = historyOf(dossier, 'status');
    expect(history.map(({ data, by, atMs }) => [data.candidateGroup, by, atMs])).toEqual([[3, mehmet, 1_000], [2, mehmet, toThree.authoredAtMs], [1, mehmet, toOne.authoredAtMs]]);
    expect(history.map((version) => reasonOf(dossier, version)?.reason)).toEqual([undefined, 'Kan met tijdelijke hulp aan het werk.', 'Werkt zelfstandig.']);
  });

  it('[HIST1] reads the same before a change was sent', () => {
    const sent = historyOf(view(onServer([toThree, toOne])), 'status');
    const waiting = historyOf(view(onServer([]), [toThree, toOne]), 'status');
    expect(waiting.map(({ data, atMs }) => [data.candidateGroup, atMs])).toEqual(sent.map(({ data, atMs }) => [data.candidateGroup, atMs]));
  });

  it('a change names the version that was seen, or the own change that still waits', () => {
    const dossier = view(onServer([toThree]), [toOne]);
    expect(dossier.candidate?.changes['status']?.base).toEqual({ afterOp: toOne.opId });
    expect(dossier.candidate?.changes['identity']?.base).toEqual({ epoch: 1, n: 4 });
  });
});

describe('the line of time', () => {
  it('has visits, measurements, moves and the registration in one order, newest first', () => {
    const visit = stored('visit', 'v1', visitGroups({ heldOn: '2026-04-10' }), { n: 20 });
    const later = stored('visit', 'v2', visitGroups({ heldOn: '2026-11-10' }), { n: 21 });
    const measurement = stored('measurement', 'm1', { result: { visitedOn: day('2026-10-05'), loonwaarde: 60 } } as never, { n: 22 });
    expect(timelineOf(view([...onServer([toThree, toOne]), visit, measurement, later])).map(({ on, key }) => `${on} ${key.split(' ')[0] ?? ''}`)).toEqual([
      '2026-11-10 v2', '2026-10-05 m1', '2026-06-01 moved', '2026-04-10 v1', '2026-03-01 moved', '2025-01-06 registered',
    ]);
  });

  it('tells of a colleague who took over, of leaving and of coming back, and not of a new telephone number', () => {
    const registration = candidateGroups().registration;
    const changes = [
      change(1, { contact: { phone: '1', email: '', street: '', postcode: '', place: '' } }, Date.UTC(2026, 0, 2, 9)),
      change(2, { team: { jobcoach: 'jobcoach-daan', consultant: null, expert: null } }, Date.UTC(2026, 1, 2, 9)),
      change(3, { registration: { ...registration, closedOn: '2026-03-02', closeReason: 'verhuisd' } }, Date.UTC(2026, 2, 3, 9)),
      change(4, { registration: { ...registration, closedOn: null, closeReason: null } }, Date.UTC(2026, 3, 2, 9)),
    ];
    expect(timelineOf(view(onServer(changes))).map(({ on, key }) => `${on} ${key.split(' ')[0] ?? ''}`)).toEqual(['2026-04-02 reopened', '2026-03-02 closed', '2026-02-02 team', '2025-01-06 registered']);
  });

  it('is empty without a candidate, and says nothing of groups that the reader may not see', () => {
    expect(timelineOf(view([]))).toEqual([]);
    const { registration: _, ...rest } = candidate.groups;
    expect(timelineOf(view([{ ...candidate, groups: rest }]))).toEqual([]);
  });
});
