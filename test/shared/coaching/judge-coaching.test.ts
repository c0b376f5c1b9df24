import { describe, expect, it } from 'vitest';
import { bundledCoachingParameters } from '#shared/domain/coaching/coaching-parameters.ts';
import { bundledGuardWords } from '#shared/domain/guard/bundled-guard-words.ts';
import type { RecordId, UserId } from '#shared/domain/ids.ts';
import { judgeRecord } from '#shared/domain/judge.ts';
import { allowedGroups } from '#shared/domain/rights.ts';
import type { Principal, Role } from '#shared/domain/roles.ts';

const facts = { placementId: 'placement-a', employerId: null, employerName: 'Groenbedrijf De Waal', beganOn: '2026-03-01', endedOn: null, periods: [{ from: '2026-03-01', regime: 'licht', contractHoursPerHalfYear: 500, grantedOn: '2026-02-20' }] };
const codes = (kind: Parameters<typeof judgeRecord>[0], groups: Readonly<Record<string, unknown>>) => judgeRecord(kind, groups).map(({ code }) => code);
const visitFacts = { heldOn: '2026-11-20', beganAt: '09:00', durationMinutes: 60, candidateMinutes: 20, place: 'werkplek', attendees: 'beiden', activity: 'evaluatie', risk: 'goed', sickLeave: false, nextContactOn: null, placementId: null, heldBy: 'jobcoach-sanne' };
const note = { form: { id: 'visit', version: 2 }, observations: 'Gaat goed.', goals: [], agreements: [], contactPerson: '' };
const person = (role: Role): Principal => ({ userId: 'someone' as UserId, displayName: role, role, region: 'r', municipalities: ['GM0268'] });
const place = { municipality: 'GM0268' as const, team: ['someone' as UserId] };

describe('records of coaching', () => {
  it('a trajectory begins with a grant on its first day, and grants follow each other', () => {
    expect(codes('coaching', { facts })).toEqual([]);
    expect(codes('coaching', { facts: { ...facts, periods: [] } })).toEqual(['coaching.grantRequired']);
    expect(codes('coaching', { facts: { ...facts, beganOn: '2026-02-01' } })).toEqual(['coaching.grantFromBegin']);
    expect(codes('coaching', { facts: { ...facts, periods: [...facts.periods, ...facts.periods] } })).toEqual(['coaching.grantsInOrder']);
    expect(codes('coaching', { facts: { ...facts, endedOn: '2026-02-01' } })).toEqual(['period.endsBeforeBegin']);
  });

  it('a visit of today and one of before the journey was asked are both visits', () => {
    expect(codes('visit', { facts: visitFacts, note })).toEqual([]);
    expect(codes('visit', { facts: { ...visitFacts, sharedVisitId: 'shared-visit' as RecordId, participants: 3, travelMinutes: 40, travelMetres: 24_500, candidateTravelMinutes: 14, candidateTravelMetres: 8_167 }, note })).toEqual([]);
    expect(codes('visit', { facts: { ...visitFacts, travelMinutes: 10, candidateTravelMinutes: 11 }, note })).toEqual(['visit.travelShareAboveWhole']);
  });

  it('goals are at most three, in a plan and in a report', () => {
    const goals = Array.from({ length: 4 }, (_, index) => ({ goal: `Doel ${index}`, approach: '' }));
    const shared = { form: { id: 'coaching-plan', version: 1 }, coachingId: null, employerId: null, employerName: 'De Waal', contactPerson: '', drawnUpOn: '2026-03-01', goals, approach: '', agreements: [], evaluateOn: null, coachId: 'jobcoach-sanne', coachName: 'Sanne', coachPhone: '', replaces: null };
    expect(codes('coachingPlan', { shared })).toEqual(['visit.atMostThreeGoals']);
    expect(codes('coachingPlan', { shared: { ...shared, goals: [] } })).toEqual(['coaching.goalRequired']);
    expect(codes('coachingPlan', { shared: { ...shared, goals: goals.slice(0, 3), evaluateOn: '2026-02-01' } })).toEqual(['coaching.evaluationBeforePlan']);
  });

  it('the coach writes, the consultant reads and grants, the manager counts, the expert sees nothing', () => {
    expect(allowedGroups('write', person('jobcoach'), 'coachingReport', place)).toEqual(['facts', 'report']);
    expect(allowedGroups('write', person('consultant'), 'coaching', place)).toEqual(['facts']);
    expect(allowedGroups('write', person('consultant'), 'coachingPlan', place)).toEqual([]);
    expect(allowedGroups('read', person('consultant'), 'coachingPlan', place)).toEqual(['shared', 'internal']);
    expect(allowedGroups('read', person('manager'), 'coachingReport', place)).toEqual(['facts']);
    expect(allowedGroups('read', person('manager'), 'coachingPlan', place)).toEqual([]);
    for (const kind of ['coaching', 'coachingPlan', 'coachingReport'] as const) expect(allowedGroups('read', person('loonwaarde-expert'), kind, place)).toEqual([]);
  });
});

describe('the regimes of coaching that a region publishes', () => {
  const publish = (change: object, version = 2) => judgeRecord('regionDocument', { document: { id: 'coaching-parameters', version, content: JSON.parse(JSON.stringify({ ...bundledCoachingParameters, version: 2, ...change })) as never } }).map(({ code }) => code);

  it('are what every device can read, or are refused before they reach one', () => {
    expect(publish({})).toEqual([]);
    expect(publish({ rows: [] })).toEqual(['parameters.empty']);
    expect(publish({ rows: bundledCoachingParameters.rows.map((each) => ({ ...each, shares: { ...each.shares, licht: ['6', '3'] } })) })).toEqual(['parameters.invalid']);
    expect(publish({ rows: [...bundledCoachingParameters.rows, ...bundledCoachingParameters.rows] })).toEqual(['parameters.notAscending']);
    expect(publish({}, 3)).toEqual(['parameters.otherVersion']);
  });

  it('and so are the words of the guard', () => {
    const words = (content: unknown) => judgeRecord('regionDocument', { document: { id: 'guard-words', version: bundledGuardWords.version, content: content as never } }).map(({ code }) => code);
    expect(words(JSON.parse(JSON.stringify(bundledGuardWords)))).toEqual([]);
    expect(words({ ...bundledGuardWords, terms: [{ term: 'x*', kind: 'diagnosis' }] })).toEqual(['parameters.invalid']);
  });
});
