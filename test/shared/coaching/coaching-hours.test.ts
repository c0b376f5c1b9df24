import { describe, expect, it } from 'vitest';
import { coachingHalfYear, grantedMinutes, grantFor, halfYearOn, halfYearRange } from '#shared/domain/coaching/coaching-hours.ts';
import { bundledCoachingParameters, coachingParametersSchema, type CoachingParameters } from '#shared/domain/coaching/coaching-parameters.ts';
import type { RecordId, UserId } from '#shared/domain/ids.ts';
import type { CoachingFacts, CoachingRegime } from '#shared/domain/records/coaching.ts';
import type { VisitFacts } from '#shared/domain/records/visit.ts';
import { day } from '#shared/lib/calendar.ts';

const table = bundledCoachingParameters;
const grant = (regime: CoachingRegime, contractHoursPerHalfYear = 500) => ({ from: day('2025-03-01'), regime, contractHoursPerHalfYear, grantedOn: day('2025-02-20') });
const coaching = (changes: Partial<CoachingFacts> = {}): CoachingFacts => ({
  placementId: 'placement-a' as RecordId, employerId: null, employerName: 'Groenbedrijf De Waal', beganOn: day('2025-03-01'), endedOn: null, periods: [grant('intensief')], ...changes,
});
const visit = (heldOn: string, candidateMinutes: number, placementId: string | null = 'placement-a'): VisitFacts => ({
  heldOn: day(heldOn), beganAt: '09:00', durationMinutes: 120, candidateMinutes, place: 'werkplek', attendees: 'beiden', activity: 'evaluatie', risk: 'goed', sickLeave: false,
  nextContactOn: null, placementId: placementId as RecordId | null, heldBy: 'jobcoach-sanne' as UserId,
});

describe('hours of coaching', () => {
  it('500 contract hours, intensief, are 75, 37.5 and 30 hours in the first, second and third year', () => {
    const hours = [1, 2, 3, 4, 5, 6, 7, 20].map((halfYear) => grantedMinutes(table, grant('intensief'), halfYear) / 60);
    expect(hours).toEqual([75, 75, 37.5, 37.5, 30, 30, 30, 30]);
  });

  it('500 contract hours, licht and midden', () => {
    expect([1, 3, 5].map((halfYear) => grantedMinutes(table, grant('licht'), halfYear) / 60)).toEqual([30, 15, 15]);
    expect([1, 3, 5].map((halfYear) => grantedMinutes(table, grant('midden'), halfYear) / 60)).toEqual([50, 25, 15]);
  });

  it('is exact to the minute, half a minute upward: 32.25 hours a week are 838.5 hours, and 7.5 % of those 3 773.25 minutes', () => {
    expect(grantedMinutes(table, grant('intensief', 838.5), 3)).toBe(3_773);
    expect(grantedMinutes(table, grant('licht', 0.25), 3)).toBe(0);
    // 16.75 hours, 6 %: 60.3 minutes; 12.5 hours, 7.5 %: 56.25; 8.75 hours, 6 %: 31.5 and that goes up.
    expect(grantedMinutes(table, grant('licht', 8.75), 1)).toBe(32);
  });

  it('a table of later changes nothing of what was granted before it', () => {
    const later: CoachingParameters = coachingParametersSchema.parse({ ...table, version: 2, rows: [...table.rows, { ...table.rows[0], from: '2026-01-01', shares: { ...table.rows[0]?.shares, intensief: ['12', '6', '5'] } }] });
    expect(grantedMinutes(later, grant('intensief'), 1)).toBe(4_500);
    expect(grantedMinutes(later, { ...grant('intensief'), grantedOn: day('2026-02-01') }, 1)).toBe(3_600);
  });

  it('half years are counted from the begin of the coaching', () => {
    expect(halfYearRange(day('2025-03-01'), 1)).toEqual({ from: '2025-03-01', through: '2025-08-31' });
    expect(halfYearRange(day('2025-08-31'), 2)).toEqual({ from: '2026-02-28', through: '2026-08-30' });
    expect(['2025-02-28', '2025-03-01', '2025-08-31', '2025-09-01', '2026-11-20'].map((on) => halfYearOn(day('2025-03-01'), on))).toEqual([null, 1, 1, 2, 4]);
  });

  it('another regime holds from the half year that begins with it or after it', () => {
    const lighter = coaching({ periods: [grant('intensief'), { ...grant('licht'), from: day('2025-10-01') }] });
    expect([1, 2, 3].map((number) => grantFor(lighter, number)?.regime)).toEqual(['intensief', 'intensief', 'licht']);
  });

  it("only this candidate's share of a visit counts, in this half year and at this placement", () => {
    const visits = [visit('2025-02-28', 60), visit('2025-03-01', 20), visit('2025-08-31', 45, null), visit('2025-09-01', 30), visit('2025-05-05', 60, 'placement-b')];
    expect(coachingHalfYear(table, coaching(), visits, 1)).toEqual({
      number: 1, from: '2025-03-01', through: '2025-08-31', regime: 'intensief', contractHours: 500, percentage: '15', grantedMinutes: 4_500, usedMinutes: 65, leftMinutes: 4_435, visits: 2,
    });
  });

  it('more used than granted is shown as it is', () => {
    expect(coachingHalfYear(table, coaching({ periods: [grant('licht', 10)] }), [visit('2025-03-05', 60)], 1)?.leftMinutes).toBe(-24);
  });
});
