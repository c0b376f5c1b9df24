import { describe, expect, it } from 'vitest';
import type { DossierView, RecordView } from '#renderer/data/views.ts';
import { changeOf, coachingBegun, coachingOf } from '#renderer/features/coaching/coaching-begun.ts';
import { currentCoaching, halfYearToReport, halfYearsOf, reportsOf, runningCoaching, visitFactsOf } from '#renderer/features/coaching/coaching-of-file.ts';
import { endOfForm, startOfEnd } from '#renderer/features/coaching/end-of-form.ts';
import { coachingOfForm, startOfGrant } from '#renderer/features/coaching/grant-of-form.ts';
import { planOfForm, startOfPlan } from '#renderer/features/coaching/plan-of-form.ts';
import { reportOfForm, startOfCorrection, startOfReport, type ReportFrame } from '#renderer/features/coaching/report-of-form.ts';
import { versionsIn } from '#renderer/features/coaching/report-versions.ts';
import { coachingHalfYear } from '#shared/domain/coaching/coaching-hours.ts';
import { bundledCoachingParameters } from '#shared/domain/coaching/coaching-parameters.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { judgeRecord } from '#shared/domain/judge.ts';
import type { Groups, Kind } from '#shared/domain/kinds.ts';
import type { CoachingFacts } from '#shared/domain/records/coaching.ts';
import { coachingEndFormV1 } from '#shared/forms/coaching-end.v1.ts';
import { coachingFormV1 } from '#shared/forms/coaching.v1.ts';
import { coachingPlanFormV1 } from '#shared/forms/coaching-plan.v1.ts';
import { coachingReportFormV2 } from '#shared/forms/coaching-report.v2.ts';
import { readForm } from '#shared/forms/read-form.ts';
import { day } from '#shared/lib/calendar.ts';
import { aDossier, deskToday, sanne } from '../support/forms/a-dossier.ts';

const moment = { today: deskToday, now: '14:32' };
const facts: CoachingFacts = {
  placementId: 'placement-green' as RecordId, employerId: null, employerName: 'Groenbedrijf De Waal', beganOn: day('2026-03-01'), endedOn: null,
  periods: [{ from: day('2026-03-01'), regime: 'midden', contractHoursPerHalfYear: 741, grantedOn: day('2026-02-20') }],
};
const record = <K extends Kind>(kind: K, recordId: string, groups: Groups<K>) => ({ kind, recordId, groups, versions: {}, changes: {}, status: { kind: 'on-server', receivedAtMs: null } }) as unknown as RecordView<K>;
const file = (...records: readonly RecordView[]): DossierView => aDossier({ records });
const withCoaching = file(record('coaching', 'coaching-1', { facts }) as RecordView);

describe('a grant', () => {
  it('begins with the placement and its hours in half a year: 26 weeks of 28.5 are 741', () => {
    expect(startOfGrant(aDossier(), null, deskToday, 'nl')).toMatchObject({ from: '01-03-2026', contractHours: '741', regime: '' });
  });

  it('makes a trajectory of what was filled in', () => {
    const reading = readForm(coachingFormV1, { ...startOfGrant(aDossier(), null, deskToday, 'nl'), regime: 'intensief', grantedOn: '20-2-2026' }, moment);
    const { facts: made, violations } = coachingOfForm(reading, null, aDossier(), deskToday);
    expect(violations).toEqual([]);
    expect(made).toMatchObject({ beganOn: '2026-03-01', endedOn: null, employerName: 'Groenbedrijf De Waal', periods: [{ regime: 'intensief', contractHoursPerHalfYear: 741 }] });
  });

  it('of another regime is added from the next half year on, and one of the same day takes its place', () => {
    const start = startOfGrant(aDossier(), facts, deskToday, 'nl');
    expect(start['from']).toBe('01-03-2027');
    const lighter = coachingOfForm(readForm(coachingFormV1, { ...start, regime: 'licht', grantedOn: 'v' }, moment), facts, aDossier(), deskToday).facts;
    expect(lighter.periods.map(({ from, regime }) => `${from} ${regime}`)).toEqual(['2026-03-01 midden', '2027-03-01 licht']);
    const same = coachingOfForm(readForm(coachingFormV1, { ...start, from: '1-3-2026', regime: 'licht', grantedOn: 'v' }, moment), facts, aDossier(), deskToday).facts;
    expect(same.periods.map(({ regime }) => regime)).toEqual(['licht']);
  });

  it('of more hours than half a year has is refused with the limit in the sentence', () => {
    const reading = readForm(coachingFormV1, { ...startOfGrant(aDossier(), null, deskToday, 'nl'), contractHours: '2000', regime: 'licht', grantedOn: 'v' }, moment);
    expect(reading.violations).toEqual([{ path: ['contractHours'], code: 'hours.outOfRange', params: { maximum: 1_560 } }]);
  });
});

describe('a coachingsplan', () => {
  it('begins with the goals of the visits, and keeps what is internal apart from what the employer gets', () => {
    const start = startOfPlan(aDossier(), sanne, deskToday, 'nl');
    expect(start).toMatchObject({ drawnUpOn: '20-11-2026', employerName: 'Groenbedrijf De Waal', contactPerson: 'T. Peters', coachName: 'Sanne de Wit', planGoals: [{ goal: 'Zelf de dag indelen', goalApproach: '' }] });
    const { groups, violations } = planOfForm(readForm(coachingPlanFormV1, { ...start, internalNote: 'Thuis is het onrustig.' }, moment), withCoaching, sanne, deskToday);
    expect(violations).toEqual([]);
    expect(groups.shared).toMatchObject({ coachingId: 'coaching-1', coachId: sanne.userId, replaces: null });
    expect(JSON.stringify(groups.shared)).not.toContain('onrustig');
    expect(groups.internal.note).toBe('Thuis is het onrustig.');
  });

  it('without a goal is none', () => {
    const start = { ...startOfPlan(aDossier(), sanne, deskToday, 'nl'), planGoals: [{ goal: '', goalApproach: '' }] };
    expect(planOfForm(readForm(coachingPlanFormV1, start, moment), aDossier(), sanne, deskToday).violations).toEqual([{ path: ['planGoals'], code: 'coaching.goalRequired' }]);
  });
});

describe('a half-yearly report', () => {
  const coaching = currentCoaching(withCoaching);
  const halfYear = coachingHalfYear(bundledCoachingParameters, facts, visitFactsOf(withCoaching), 2);
  if (coaching === null || halfYear === null) throw new Error('no coaching');
  const frame: ReportFrame = { coaching, halfYear, principal: sanne, today: deskToday, corrects: null, alsoReplaces: [] };

  it('is due for the first half year without one, and for none before the next has begun', () => {
    expect(halfYearToReport(withCoaching, coaching, deskToday)).toBe(1);
    const reported = (number: number) => record('coachingReport', `report-${number}`, { facts: { coachingId: 'coaching-1', halfYear: number, through: '2026-08-31' } } as never) as RecordView;
    expect(halfYearToReport(file(coaching as RecordView, reported(1)), coaching, deskToday)).toBe(2);
    expect(halfYearToReport(file(coaching as RecordView, reported(1), reported(2)), coaching, deskToday)).toBeNull();
    expect(halfYearsOf(bundledCoachingParameters, facts, visitFactsOf(withCoaching), deskToday).map(({ number }) => number)).toEqual([2, 1]);
  });

  it('begins with the goals of that half year as the visits left them, and counts hours and visits itself', () => {
    const start = startOfReport(withCoaching, frame);
    expect(start).toMatchObject({ contactPerson: 'T. Peters', reportGoals: [{ goal: 'Zelf de dag indelen', progress: 'loopt' }, { goal: 'Op tijd komen', progress: 'bereikt' }] });
    const typed = { ...start, results: 'Werkt rustig.', employerEvaluation: 'Tevreden.', candidateSatisfaction: 'tevreden', candidateView: 'Fijn.', result: 'lichter' };
    const { groups, violations } = reportOfForm(readForm(coachingReportFormV2, typed, moment), frame);
    expect(violations).toEqual([]);
    // 741 hours, midden, 10 % in the first year: 74.1 hours are 4 446 minutes.
    expect(groups.facts).toMatchObject({ halfYear: 2, from: '2026-09-01', through: '2027-02-28', grantedMinutes: 4_446, usedMinutes: 60, visits: 1, result: 'lichter', coachId: sanne.userId, finalisedOn: '2026-11-20' });
  });

  it('is corrected by its next version: with a reason, about the same half year, and what it said to begin with', () => {
    const typed = { ...startOfReport(withCoaching, frame), results: 'Werkt rustig.', employerEvaluation: 'Tevreden.', candidateSatisfaction: 'tevreden', candidateView: 'Fijn.', result: 'lichter' };
    const first = record('coachingReport', 'report-2', reportOfForm(readForm(coachingReportFormV2, typed, moment), frame).groups);
    expect(first.groups.facts).toMatchObject({ corrects: null, version: 1 });
    expect(first.groups.report).not.toHaveProperty('correctionReason');
    const dossier = file(coaching as RecordView, first as RecordView);
    expect(versionsIn(dossier).get(first.recordId)?.replacedBy).toEqual([]);
    const start = startOfCorrection(first, sanne, 'nl');
    expect(start).toMatchObject({ results: 'Werkt rustig.', contactPerson: 'T. Peters', result: 'lichter', reportGoals: [{ goal: 'Zelf de dag indelen', progress: 'loopt' }, {}] });
    const corrects = { ...frame, corrects: first };
    expect(readForm(coachingReportFormV2, start, moment).violations).toEqual([{ path: ['correctionReason'], code: 'text.required' }]);
    const { groups, violations } = reportOfForm(readForm(coachingReportFormV2, { ...start, correctionReason: 'De uitkomst was anders.', result: 'zelfde' }, moment), corrects);
    expect(violations).toEqual([]);
    expect(groups).toMatchObject({ facts: { corrects: 'report-2', version: 2, halfYear: 2, result: 'zelfde' }, report: { correctionReason: 'De uitkomst was anders.', results: 'Werkt rustig.', form: { version: 2 } } });
    const second = record('coachingReport', 'report-2b', groups);
    const both = file(coaching as RecordView, second as RecordView, first as RecordView);
    expect(versionsIn(both).get(first.recordId)?.replacedBy.map(({ recordId }) => recordId)).toEqual(['report-2b']);
    expect(reportsOf(both).map(({ recordId }) => recordId)).toEqual(['report-2b', 'report-2']);
    // A correction is no other half year.
    expect(halfYearToReport(both, coaching, deskToday)).toBeNull();
  });

  it('that replaces two versions which were made apart names both, and has a number above theirs', () => {
    const typed = { ...startOfReport(withCoaching, frame), results: 'Werkt rustig.', employerEvaluation: 'Tevreden.', candidateSatisfaction: 'tevreden', candidateView: 'Fijn.', result: 'lichter' };
    const { groups: said } = reportOfForm(readForm(coachingReportFormV2, typed, moment), frame);
    const sentAt = (n: number) => ({ changes: { facts: { by: sanne.userId, atMs: 0, base: { epoch: 1, n } } } });
    const version = (recordId: string, facts: object, sent: object) => ({ ...record('coachingReport', recordId, { ...said, facts: { ...said.facts, ...facts } }), ...sent }) as RecordView<'coachingReport'>;
    const apart = { corrects: 'first' as RecordId, version: 2 };
    const [mine, theirs] = [version('mine', apart, { changes: { facts: { by: sanne.userId, atMs: 9, base: { afterOp: 'op-1' } } } }), version('theirs', apart, sentAt(11))];
    const versions = versionsIn(file(coaching as RecordView, mine as RecordView, version('first', {}, sentAt(2)) as RecordView, theirs as RecordView));
    // What the server does not have yet comes after what it has, whatever the clocks say.
    expect(['mine', 'theirs'].map((each) => versions.get(each as RecordId)?.name)).toEqual(['2b', '2a']);
    const { groups, violations } = reportOfForm(readForm(coachingReportFormV2, { ...startOfCorrection(mine, sanne, 'nl'), correctionReason: 'Eén verslag van twee.' }, moment), { ...frame, corrects: mine, alsoReplaces: [theirs] });
    expect(violations).toEqual([]);
    expect(groups.facts).toMatchObject({ corrects: 'mine', alsoReplaces: ['theirs'], version: 3 });
    expect(judgeRecord('coachingReport', { ...groups, facts: { ...groups.facts, corrects: null, version: 1 } }).map(({ code }) => code)).toEqual(['coaching.versionDiffers']);
  });

  it('that corrects another without a reason is refused, whoever sends it, and so is a version that corrects nothing', () => {
    const typed = { ...startOfReport(withCoaching, frame), results: 'Werkt rustig.', employerEvaluation: 'Tevreden.', candidateSatisfaction: 'tevreden', candidateView: 'Fijn.', result: 'lichter' };
    const { groups } = reportOfForm(readForm(coachingReportFormV2, typed, moment), frame);
    const codes = (facts: object, report: object = {}) => judgeRecord('coachingReport', { facts: { ...groups.facts, ...facts }, report: { ...groups.report, ...report } }).map(({ code }) => code);
    expect(codes({ corrects: 'report-1', version: 2 })).toEqual(['coaching.correctionReasonRequired']);
    expect(codes({ corrects: 'report-1', version: 2 }, { correctionReason: 'Fout.' })).toEqual([]);
    expect(codes({ version: 2 })).toEqual(['coaching.versionDiffers']);
    expect(codes({ version: undefined })).toEqual([]);
  });
});

describe('the end of coaching', () => {
  it('is a day and a reason, and leaves the grants as they are', () => {
    const reading = readForm(coachingEndFormV1, { ...startOfEnd(facts, 'nl'), endedOn: 'g', endReason: 'werkgever-neemt-over' }, moment);
    const { facts: ended, violations } = endOfForm(reading, facts);
    expect(violations).toEqual([]);
    expect(ended).toEqual({ ...facts, endedOn: '2026-11-19', endReason: 'werkgever-neemt-over' });
    expect(startOfEnd(ended, 'nl')).toMatchObject({ endedOn: '19-11-2026', endReason: 'werkgever-neemt-over' });
  });

  it('has both, is not still to come, and not before the begin', () => {
    expect(readForm(coachingEndFormV1, startOfEnd(facts, 'nl'), moment).violations.map(({ code }) => code)).toEqual(['day.required', 'choice.required']);
    const on = (endedOn: string) => readForm(coachingEndFormV1, { endedOn, endReason: 'anders' }, moment);
    expect(on('m').violations.map(({ code }) => code)).toEqual(['coaching.endedInFuture']);
    expect(endOfForm(on('1-1-2026'), facts).violations).toEqual([{ path: ['endedOn'], code: 'period.endsBeforeBegin' }]);
    expect(judgeRecord('coaching', { facts: { ...facts, endReason: 'anders' } }).map(({ code }) => code)).toEqual(['coaching.endReasonWhileRunning']);
  });

  it('and a grant stand on what was on the screen: what a colleague decided meanwhile is asked about', () => {
    const seen = { epoch: 1, n: 7 };
    const before = { ...record('coaching', 'coaching-1', { facts }), changes: { facts: { by: sanne.userId, atMs: 0, base: seen } } } as RecordView<'coaching'>;
    const begun = coachingBegun(before);
    const ended = { ...before, groups: { facts: { ...facts, endedOn: day('2026-11-01'), endReason: 'anders' } }, changes: { facts: { by: sanne.userId, atMs: 1, base: { epoch: 1, n: 9 } } } } as RecordView<'coaching'>;
    const now = file(ended as RecordView);
    expect(changeOf(begun)).toEqual({ recordId: 'coaching-1', bases: { facts: seen } });
    expect(coachingOf(now, begun)?.groups.facts?.endedOn).toBe('2026-11-01');
    // The draft goes on about the same trajectory, though a new decision would begin another by now.
    expect(runningCoaching(now)).toBeNull();
    const known = coachingOf(now, begun)?.groups.facts ?? null;
    const reading = readForm(coachingFormV1, { from: '1-3-2027', regime: 'licht', contractHours: '741', grantedOn: 'v' }, moment);
    expect(coachingOfForm(reading, known, now, deskToday)).toMatchObject({ violations: [], facts: { endedOn: '2026-11-01', periods: [{ regime: 'midden' }, { regime: 'licht' }] } });
    expect(changeOf(coachingBegun(null))).toEqual({ recordId: null });
  });
});
