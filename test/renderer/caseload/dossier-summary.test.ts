import { describe, expect, it } from 'vitest';
import type { DossierView, RecordView } from '#renderer/data/views.ts';
import { summaryOf } from '#renderer/features/candidate/dossier-summary.ts';
import { fileActions } from '#renderer/features/candidate/file-actions.ts';
import { firstStep } from '#renderer/features/candidate/first-step.ts';
import { mayRecord } from '#renderer/features/candidate/may-record.ts';
import type { DossierId, RecordId, UserId } from '#shared/domain/ids.ts';
import type { Groups, Kind } from '#shared/domain/kinds.ts';
import type { Principal, Role } from '#shared/domain/roles.ts';

const dossierId = 'file-1' as DossierId;
const record = <K extends Kind>(kind: K, recordId: string, groups: object): RecordView<K> => ({
  kind,
  recordId: recordId as RecordId,
  dossierId,
  createdBy: 'jobcoach-1' as UserId,
  groups: groups as Groups<K>,
  versions: {}, changes: {},
  status: { kind: 'on-server', receivedAtMs: null },
});
const file = (part: Partial<DossierView>): DossierView => ({ dossierId, candidate: null, placements: [], visits: [], measurements: [], attachments: [], records: [], ...part });
const person = (role: Role, municipalities: Principal['municipalities'] = []): Principal => ({ userId: `${role}-1` as UserId, displayName: 'X', role, region: 'r', municipalities });

describe('the summary of a file', () => {
  it('shows the placement that runs today, not one that ended or is still to begin', () => {
    const placement = (id: string, beganOn: string, endedOn: string | null) => record('placement', id, { facts: { employerName: id, beganOn, endedOn } });
    const placements = [placement('ended', '2025-01-01', '2026-11-21'), placement('running', '2026-01-01', null), placement('to-come', '2026-12-01', null)];
    expect(summaryOf(file({ placements }), '2026-11-22').placement?.employerName).toBe('running');
    const [ended] = placements;
    expect(summaryOf(file({ placements: ended === undefined ? [] : [ended] }), '2026-11-21').placement?.employerName).toBe('ended');
    expect(summaryOf(file({ placements: ended === undefined ? [] : [ended] }), '2026-11-22').placement).toBeNull();
  });

  it('takes the next contact from the last visit only: an older promise was replaced', () => {
    const visits = [record('visit', 'v2', { facts: { heldOn: '2026-11-10', nextContactOn: null } }), record('visit', 'v1', { facts: { heldOn: '2026-10-01', nextContactOn: '2026-11-01' } })];
    expect(summaryOf(file({ visits }), '2026-11-22').nextContactOn).toBeNull();
  });
});

describe('what is offered follows the rights table', () => {
  const dossier = file({ candidate: record('candidate', 'c', { registration: { municipality: 'GM0268' }, team: { jobcoach: 'jobcoach-1', consultant: null, expert: 'loonwaarde-expert-1' } }) });

  it.each([
    ['jobcoach', [], true, false],
    ['loonwaarde-expert', [], false, true],
    ['consultant', ['GM0268'], true, false],
    ['consultant', ['GM0225'], false, false],
    ['manager', ['GM0268'], false, false],
    ['administrator', [], false, false],
  ] as const)('a %s of %j: visit %s, measurement %s', (role, municipalities, visit, measurement) => {
    expect(mayRecord(person(role, municipalities), 'visit', dossier)).toBe(visit);
    expect(mayRecord(person(role, municipalities), 'measurement', dossier)).toBe(measurement);
  });

  it('a jobcoach outside the team is not offered a visit', () => {
    expect(mayRecord({ ...person('jobcoach'), userId: 'jobcoach-2' as UserId }, 'visit', dossier)).toBe(false);
  });
});

describe('what a file asks for first', () => {
  const candidate = record('candidate', 'c', { registration: { municipality: 'GM0268' }, team: { jobcoach: 'jobcoach-1', consultant: null, expert: 'loonwaarde-expert-1' } });
  const intake = record('intake', 'i', {});
  const plan = record('plan', 'p', { facts: { version: 1, madeOn: '2026-10-01', replaces: null } });
  const placement = record('placement', 'w', { facts: { beganOn: '2026-01-01', endedOn: null } });
  const mehmet = person('consultant', ['GM0268']);

  it('of a consultant: an intake, then a plan, then contact', () => {
    expect(firstStep(mehmet, file({ candidate }))).toBe('intake');
    expect(firstStep(mehmet, file({ candidate, records: [intake] }))).toBe('plan');
    expect(firstStep(mehmet, file({ candidate, records: [intake, plan] }))).toBe('contact');
  });

  it('stands in front of what else can be begun, and is the one thing there', () => {
    const offered = (principal: Principal, dossier: DossierView) => fileActions(principal, dossier).map(({ what, appearance }) => `${what} ${appearance}`);
    expect(offered(mehmet, file({ candidate }))).toEqual(['intake primary', 'visit secondary', 'appointment subtle']);
    expect(offered(mehmet, file({ candidate, records: [intake] }))).toEqual(['plan primary', 'visit secondary', 'appointment subtle']);
    expect(offered(mehmet, file({ candidate, placements: [placement] }))).toEqual(['visit primary', 'appointment subtle']);
    expect(offered(person('loonwaarde-expert'), file({ candidate }))).toEqual(['measurement primary', 'appointment subtle']);
    expect(offered(person('manager', ['GM0268']), file({ candidate }))).toEqual([]);
  });

  it('of someone who works already, or of whoever may not ask: contact', () => {
    expect(firstStep(mehmet, file({ candidate, placements: [placement] }))).toBe('contact');
    expect(firstStep(person('loonwaarde-expert'), file({ candidate }))).toBe('contact');
    expect(firstStep(person('consultant', ['GM0225']), file({ candidate }))).toBe('contact');
  });
});
