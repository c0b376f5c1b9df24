import { describe, expect, it } from 'vitest';
import { endOfRegister } from '#shared/domain/candidate/end-of-register.ts';
import { judgeRecord } from '#shared/domain/judge.ts';
import { day } from '#shared/lib/calendar.ts';
import { candidateGroups } from '../../fixtures/records.ts';

const codes = (groups: object) => judgeRecord('candidate', { ...candidateGroups(), ...groups }).map(({ path, code }) => `${path.join('.')} ${code}`);

describe('the doelgroepregister', () => {
  it.each([['2025-03-15', '2027-12-31'], ['2025-01-01', '2027-12-31'], ['2024-12-31', '2026-12-31'], ['2024-02-29', '2026-12-31']])('conditions that ceased on %s end on %s', (ceasedOn, endsOn) => {
    expect(endOfRegister(day(ceasedOn))).toBe(endsOn);
  });

  it('an entry has its ground and its begin', () => {
    expect(codes({ register: { standing: 'opgenomen', ground: null, beganOn: null, ceasedOn: null } })).toEqual(['register.ground candidate.registerGroundRequired', 'register.beganOn candidate.registerBeginRequired']);
    expect(codes({ register: { standing: 'opgenomen', ground: 'praktijkroute', beganOn: '2025-02-01', ceasedOn: null } })).toEqual([]);
  });

  it('ends after it began, and only where there is one', () => {
    expect(codes({ register: { standing: 'opgenomen', ground: 'wajong', beganOn: '2025-02-01', ceasedOn: '2025-01-01' } })).toEqual(['register.ceasedOn period.endsBeforeBegin']);
    expect(codes({ register: { standing: 'aangevraagd', ground: null, beganOn: null, ceasedOn: '2025-01-01' } })).toEqual(['register.ceasedOn candidate.registerEndWithoutEntry']);
  });
});

describe("a candidate's file", () => {
  it('holds without any of the groups that came later', () => {
    expect(codes({})).toEqual([]);
  });

  it('a temporary exemption has an end; the one that lasts need not', () => {
    const exemption = (ground: string, endsOn: string | null) => ({ obligations: { workObligation: 'tijdelijk-ontheven', exemptions: [{ ground, beganOn: '2026-01-01', endsOn }], agreed: '' } });
    expect(codes(exemption('mantelzorg', null))).toEqual(['obligations.exemptions.0.endsOn candidate.exemptionEndRequired']);
    expect(codes(exemption('mantelzorg', '2025-12-31'))).toEqual(['obligations.exemptions.0.endsOn period.endsBeforeBegin']);
    expect(codes(exemption('volledig-en-duurzaam', null))).toEqual([]);
    expect(codes({ obligations: { workObligation: 'tijdelijk-ontheven', exemptions: [], agreed: '' } })).toEqual(['obligations.exemptions candidate.exemptionRequired']);
  });

  it('a move has a reason, and is not before the registration', () => {
    expect(codes({ move: { movedOn: '2024-12-31', reason: 'x' } })).toEqual(['move.movedOn candidate.movedBeforeRegistration']);
    expect(codes({ move: { movedOn: '2025-12-31', reason: '  ' } })).toEqual(['move.reason candidate.moveReasonRequired']);
  });

  it('consent is withdrawn after it was given, and a reason of closing needs its day', () => {
    expect(codes({ consent: { sharing: [{ party: 'uwv', form: 'mondeling', givenOn: '2026-01-02', withdrawnOn: '2026-01-01' }] } })).toEqual(['consent.sharing.0.withdrawnOn period.endsBeforeBegin']);
    expect(codes({ registration: { ...candidateGroups().registration, closeReason: 'verhuisd' } })).toEqual(['registration.closeReason candidate.closeReasonWhileOpen']);
  });

  it('years are years, and a job ends after it began', () => {
    const job = (beganIn: string, endedIn: string) => ({ experience: { jobs: [{ jobTitle: 'Hovenier', employer: '', beganIn, endedIn, tasks: '' }] } });
    expect(codes(job('2019', '2018'))).toEqual(['experience.jobs.0.endedIn period.endsBeforeBegin']);
    expect(codes(job('19', ''))).toEqual(['experience.jobs.0.beganIn candidate.yearInvalid']);
    expect(codes(job('', '2018'))).toEqual([]);
  });

  it('a file is not joined with itself', () => {
    expect(judgeRecord('join', { facts: { kept: 'dossier-a', joined: 'dossier-a', decision: 'joined', ground: 'bsn', decidedOn: '2026-01-01' } }).map(({ code }) => code)).toEqual(['candidate.joinedWithItself']);
  });
});
