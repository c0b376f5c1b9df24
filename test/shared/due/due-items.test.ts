import { describe, expect, it } from 'vitest';
import { dueItemsOf } from '#shared/domain/due/due-items.ts';
import { duePeriodFrom, nextWorkingDay } from '#shared/domain/due/due-period.ts';
import { isStillAsked, type DueRecord } from '#shared/domain/due/due-item.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { day } from '#shared/lib/calendar.ts';

const record = (kind: DueRecord['kind'], recordId: string, groups: DueRecord['groups']): DueRecord => ({ kind, recordId: recordId as RecordId, groups });
const candidate = (closedOn: string | null = null) => record('candidate', 'c', { registration: { closedOn } });
const visit = (recordId: string, heldOn: string, nextContactOn: string | null, agreements: readonly unknown[] = []) =>
  record('visit', recordId, { facts: { heldOn, beganAt: '09:00', nextContactOn }, note: { agreements } });
const placement = (endedOn: string | null) => record('placement', 'p', { facts: { endedOn } });
const measurement = (recordId: string, visitedOn: string, nextMeasurementOn: string | null) =>
  record('measurement', recordId, { result: { visitedOn, finalisedOn: visitedOn, nextMeasurementOn, loonwaarde: 55 } });

describe('what falls due in a file', () => {
  it('is what the last visit agreed, not what an older one did', () => {
    const old = visit('old', '2026-01-10', '2026-02-01', [{ what: 'oud', owner: 'kandidaat', dueOn: '2026-01-20' }]);
    const last = visit('last', '2026-03-10', '2026-04-01', [
      { what: 'handschoenen', owner: 'werkgever', dueOn: '2026-03-20' },
      { what: 'zonder dag', owner: 'jobcoach', dueOn: null },
    ]);
    expect(dueItemsOf([candidate(), last, old])).toEqual([
      { what: 'agreement', dueOn: '2026-03-20', recordId: 'last', agreedOn: '2026-03-10', owner: 'werkgever', text: 'handschoenen' },
      { what: 'contact', dueOn: '2026-04-01', recordId: 'last', agreedOn: '2026-03-10' },
    ]);
  });

  it('is the next measurement of the last one, while somebody works', () => {
    const both = [measurement('second', '2025-05-01', '2027-05-01'), measurement('first', '2023-05-01', '2025-05-01')];
    expect(dueItemsOf([candidate(), placement(null), ...both])).toEqual([{ what: 'measurement', dueOn: '2027-05-01', recordId: 'second', measuredOn: '2025-05-01', loonwaarde: 55 }]);
    expect(dueItemsOf([candidate(), placement('2026-01-01'), ...both])).toEqual([]);
  });

  it('is asked of work that has an end already, if it falls due before that end and until it', () => {
    const [item] = dueItemsOf([candidate(), placement('2027-06-30'), measurement('m', '2025-05-01', '2027-05-01')]);
    expect(item).toMatchObject({ what: 'measurement', dueOn: '2027-05-01', lapsesAfter: '2027-06-30' });
    expect(['2027-06-30', '2027-07-01'].map((today) => item !== undefined && isStillAsked(item, today))).toEqual([true, false]);
    const forfaitary = (endedOn: string | null) => record('placement', 'p', { facts: { endedOn, forfaitaryFrom: '2026-03-01', employerName: 'Bakkerij' } });
    expect(dueItemsOf([candidate(), forfaitary('2026-10-31')])).toMatchObject([{ what: 'forfaitary', dueOn: '2026-08-31', lapsesAfter: '2026-10-31' }]);
    expect(dueItemsOf([candidate(), forfaitary('2026-08-30')])).toEqual([]);
  });

  it('is what the rule asks where nobody agreed a day: beschut werk after three years, files of 2015-2016 after one', () => {
    const works = (form: string) => record('placement', 'p', { facts: { form, endedOn: null } });
    expect(dueItemsOf([candidate(), works('beschut-werk'), measurement('m', '2024-05-01', null)])).toMatchObject([{ dueOn: '2027-05-01', rule: 'beschut-werk-every-3-years' }]);
    expect(dueItemsOf([candidate(), works('loondienst'), measurement('m', '2016-05-01', null)])).toMatchObject([{ dueOn: '2017-05-01', rule: 'yearly-file-of-2015-2016' }]);
    // What two people agreed goes before the rule; without either nothing is due.
    expect(dueItemsOf([candidate(), works('beschut-werk'), measurement('m', '2024-05-01', '2025-05-01')])).toMatchObject([{ dueOn: '2025-05-01' }]);
    expect(dueItemsOf([candidate(), works('loondienst'), measurement('m', '2024-05-01', null)])).toEqual([]);
    const full = record('measurement', 'm', { result: { visitedOn: '2016-05-01', finalisedOn: '2016-05-01', nextMeasurementOn: null, loonwaarde: 100 } });
    expect(dueItemsOf([candidate(), works('loondienst'), full])).toEqual([]);
  });

  it('is the next measurement of a correction, made the same day or with an earlier day of the visit, whatever comes first', () => {
    const wrong = measurement('wrong', '2025-05-01', '2027-05-01');
    const correction = (visitedOn: string) => record('measurement', 'right', { result: { visitedOn, finalisedOn: '2025-05-01', nextMeasurementOn: '2026-05-01', loonwaarde: 60, corrects: 'wrong' } });
    for (const right of [correction('2025-05-01'), correction('2025-04-30')]) {
      for (const both of [[wrong, right], [right, wrong]]) expect(dueItemsOf([candidate(), placement(null), ...both])).toMatchObject([{ what: 'measurement', recordId: 'right', dueOn: '2026-05-01', loonwaarde: 60 }]);
    }
  });

  it('is what a plan that both agreed to binds them to, and when they look back on it', () => {
    const agreements = { items: [{ id: 'a1', owner: 'gemeente', what: 'reiskosten regelen', dueOn: '2026-05-01' }, { id: 'a2', owner: 'kandidaat', what: 'cursus', dueOn: '2026-06-01' }] };
    const plan = (agreed: boolean) => record('plan', 'plan-1', { facts: { version: 1, madeOn: '2026-04-01', nextReviewOn: '2026-10-01' }, agreements, ...(agreed ? { agreed: { agreedOn: '2026-04-02' } } : {}) });
    const outcome = record('planOutcome', 'o', { facts: { planId: 'plan-1', agreementId: 'a1', outcome: 'nagekomen', notedOn: '2026-04-20', replaces: null } });
    expect(dueItemsOf([candidate(), plan(true), outcome])).toEqual([
      { what: 'plan-agreement', dueOn: '2026-06-01', recordId: 'plan-1', agreedOn: '2026-04-02', owner: 'kandidaat', text: 'cursus' },
      { what: 'plan-review', dueOn: '2026-10-01', recordId: 'plan-1', agreedOn: '2026-04-02' },
    ]);
    expect(dueItemsOf([candidate(), plan(false)])).toEqual([]);
  });

  it('[FGT2] is what was handed over and nobody read yet, also in a file that was closed', () => {
    // Half past twelve at night in the Netherlands.
    const about = { receivedAtMs: Date.UTC(2026, 5, 30, 22, 30) };
    const open = record('handover', 'handover-1', { about, content: {} });
    const read = record('handover', 'handover-2', { about, content: {}, handling: { choice: 'taken-over', remark: '' } });
    for (const file of [candidate(), candidate('2026-01-01')]) expect(dueItemsOf([file, open, read])).toEqual([{ what: 'handover', dueOn: '2026-07-01', recordId: 'handover-1' }]);
  });

  it('[CON5] is every pair of versions that nobody chose from yet, also in a file that was closed', () => {
    const about = { receivedAtMs: Date.UTC(2026, 5, 30, 22, 30) };
    const open = record('coachConflict', 'conflict-1', { about, content: {} });
    const decided = record('conflict', 'conflict-2', { about, content: {}, decision: { choice: 'current' } });
    for (const file of [candidate(), candidate('2026-01-01')]) expect(dueItemsOf([file, open, decided])).toEqual([{ what: 'two-versions', dueOn: '2026-07-01', recordId: 'conflict-1' }]);
  });

  it('is the report of the first half year of coaching that has none', () => {
    const coaching = (endedOn: string | null) => record('coaching', 'co', { facts: { beganOn: '2026-01-15', endedOn, employerName: 'Kwekerij' } });
    const report = record('coachingReport', 'r', { facts: { coachingId: 'co', halfYear: 1 } });
    expect(dueItemsOf([candidate(), coaching(null)])).toMatchObject([{ what: 'coaching-report', dueOn: '2026-07-14', halfYear: 1 }]);
    expect(dueItemsOf([candidate(), coaching(null), report])).toMatchObject([{ dueOn: '2027-01-14', halfYear: 2 }]);
    expect(dueItemsOf([candidate(), coaching('2026-09-01'), report])).toMatchObject([{ dueOn: '2026-09-01', halfYear: 2 }]);
    expect(dueItemsOf([candidate(), coaching('2026-07-14'), report])).toEqual([]);
  });

  it('is the end of a forfaitary subsidy, unless the loonwaarde was measured since', () => {
    const forfaitary = record('placement', 'p', { facts: { endedOn: null, forfaitaryFrom: '2026-03-01', employerName: 'Bakkerij' } });
    expect(dueItemsOf([candidate(), forfaitary])).toEqual([{ what: 'forfaitary', dueOn: '2026-08-31', recordId: 'p', since: '2026-03-01', employer: 'Bakkerij' }]);
    expect(dueItemsOf([candidate(), forfaitary, measurement('m', '2026-05-01', null)])).toEqual([]);
  });

  it('is the end of a proefplaatsing, as agreed or after two months', () => {
    const trial = (changes: object) => record('placement', 'p', { facts: { form: 'proefplaatsing', beganOn: '2026-03-01', endedOn: null, employerName: 'Bakkerij', ...changes } });
    expect(dueItemsOf([candidate(), trial({ trialThrough: '2026-05-31' })])).toEqual([{ what: 'trial-end', dueOn: '2026-05-31', recordId: 'p', employer: 'Bakkerij' }]);
    expect(dueItemsOf([candidate(), trial({})])).toMatchObject([{ dueOn: '2026-04-30' }]);
    // Who ends earlier still needs something to follow; the day after it lapses.
    expect(dueItemsOf([candidate(), trial({ endedOn: '2026-04-10' })])).toEqual([{ what: 'trial-end', dueOn: '2026-04-10', lapsesAfter: '2026-04-10', recordId: 'p', employer: 'Bakkerij' }]);
  });

  it('is an appointment for as long as nobody said what became of it', () => {
    const planned = (state: string) => record('appointment', 'a', { facts: { plannedOn: '2026-05-01', state, about: 'bezoek' } });
    expect(dueItemsOf([candidate(), planned('gepland')])).toMatchObject([{ what: 'appointment', dueOn: '2026-05-01' }]);
    expect(dueItemsOf([candidate(), planned('geweest')])).toEqual([]);
  });

  it('is no appointment for an intake that was recorded on that day by that person', () => {
    const planned = record('appointment', 'a', { facts: { plannedOn: '2026-03-02', withUser: 'u', about: 'intake', state: 'gepland' } });
    const intake = (heldBy: string) => record('intake', 'i', { facts: { heldOn: '2026-03-02', heldBy } });
    expect(dueItemsOf([candidate(), planned, intake('u')])).toEqual([]);
    expect(dueItemsOf([candidate(), planned, intake('x')])).toMatchObject([{ what: 'appointment' }]);
  });

  it('is nothing in a closed file, and nothing of what the reader may not see', () => {
    const last = visit('last', '2026-03-10', '2026-04-01');
    expect(dueItemsOf([candidate('2026-03-15'), last])).toEqual([]);
    expect(dueItemsOf([candidate(), record('visit', 'v', {}), record('measurement', 'm', { facts: {} })])).toEqual([]);
  });
});

describe('when it falls due', () => {
  it('counts from today to the end of the week and thirty days on', () => {
    const today = day('2026-11-19');
    expect(['2026-11-18', '2026-11-19', '2026-11-22', '2026-11-23', '2026-12-19', '2026-12-20'].map(duePeriodFrom(today))).toEqual(['late', 'today', 'week', 'month', 'month', 'later']);
  });

  it('gets ready for Monday on a Friday, and for a Saturday on which somebody is met', () => {
    expect(nextWorkingDay(day('2026-11-19'), () => false)).toBe('2026-11-20');
    expect(nextWorkingDay(day('2026-11-20'), () => false)).toBe('2026-11-23');
    expect(nextWorkingDay(day('2026-11-21'), () => false)).toBe('2026-11-23');
    expect(nextWorkingDay(day('2026-11-20'), (next) => next === '2026-11-21')).toBe('2026-11-21');
  });
});
