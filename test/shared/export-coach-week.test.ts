import { describe, expect, it } from 'vitest';
import type { DossierId, RecordId, UserId } from '#shared/domain/ids.ts';
import type { VisitFacts } from '#shared/domain/records/visit.ts';
import { coachWeek } from '#shared/export/coach-week.ts';
import { coachWeekCsv, coachWeekFileName, coachWeekSheets } from '#shared/export/coach-week-sheets.ts';
import { day } from '#shared/lib/calendar.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';

const sanne = 'jobcoach-sanne' as UserId;
const isoWeek = { year: 2026, week: 47 };
const words = (key: string) => key;
const record = (kind: 'visit' | 'placement', recordId: string, dossierId: string, facts: object): StoredRecord => ({
  kind, recordId: recordId as RecordId, dossierId: dossierId as DossierId, createdBy: sanne, n: 1, groups: { facts: { version: { epoch: 1, n: 1 }, changedBy: sanne, changedAtMs: 0, data: facts as JsonValue } },
});
const visit = (recordId: string, dossierId: string, changes: Partial<VisitFacts> = {}) =>
  record('visit', recordId, dossierId, {
    heldOn: day('2026-11-18'), beganAt: '09:30', durationMinutes: 60, candidateMinutes: 60, place: 'werkplek', attendees: 'beiden', activity: 'evaluatie', risk: 'goed', sickLeave: false, nextContactOn: null,
    placementId: 'placement-1' as RecordId, heldBy: sanne, travelMinutes: 30, travelMetres: 24_500, ...changes,
  } satisfies VisitFacts);
const placement = record('placement', 'placement-1', 'dossier-a', { employerName: '=Groenbedrijf; De Waal' });
const shared: Partial<VisitFacts> = { sharedVisitId: 'shared-1' as RecordId, participants: 3, durationMinutes: 100, travelMinutes: 50, travelMetres: 30_100 };
const week = (records: readonly StoredRecord[]) => coachWeek([placement, ...records], { userId: sanne, isoWeek });

describe("a coach's week", () => {
  it('adds up per day and over the week, and leaves out what is of others and of other weeks', () => {
    const found = week([visit('v1', 'dossier-a'), visit('v2', 'dossier-b', { heldOn: day('2026-11-20'), place: 'telefoon', travelMinutes: null, travelMetres: null, candidateMinutes: 15 }), visit('v3', 'dossier-a', { heldBy: 'another' as UserId }), visit('v4', 'dossier-a', { heldOn: day('2026-11-23') })]);
    expect(found.days.map((each) => [each.day, each.visits, each.minutes, each.travelMetres])).toEqual([['2026-11-18', 1, 60, 24_500], ['2026-11-20', 1, 15, 0]]);
    expect(found).toMatchObject({ visits: 2, people: 2, minutes: 75, travelMinutes: 30, travelMetres: 24_500, from: '2026-11-16', to: '2026-11-22' });
  });

  it('counts a visit to three people once: the whole time, the whole journey', () => {
    const found = week(['a', 'b', 'c'].map((name, index) => visit(`v-${name}`, `dossier-${name}`, { ...shared, candidateMinutes: [34, 33, 33][index] ?? 0 })));
    expect(found).toMatchObject({ visits: 1, people: 3, minutes: 100, travelMinutes: 50, travelMetres: 30_100 });
    expect(found.days[0]?.list[0]?.dossierIds).toEqual(['dossier-a', 'dossier-b', 'dossier-c']);
  });

  it('also when one of them was handed on since and left this device', () => {
    expect(week([visit('v-a', 'dossier-a', { ...shared, candidateMinutes: 34 })])).toMatchObject({ visits: 1, people: 3, minutes: 100 });
  });

  it('of an older record in a group counts the share: its neighbours bring theirs', () => {
    expect(week([visit('v1', 'dossier-a', { durationMinutes: 120, candidateMinutes: 20 })]).minutes).toBe(20);
  });
});

describe('the file to hand in', () => {
  const found = week([visit('v1', 'dossier-abcdefgh')]);

  it('has a line per visit, totals per day and week, and no formula', () => {
    const [sheet, definitions] = coachWeekSheets(found, 'Sanne de Wit', words);
    expect(sheet?.rows).toHaveLength(4);
    expect(sheet?.rows.every((row) => row.length === sheet.rows[0]?.length)).toBe(true);
    expect(definitions?.rows.length).toBeGreaterThan(10);
    const csv = coachWeekCsv(found, words);
    expect(csv).toContain('"\'=Groenbedrijf; De Waal"');
    expect(csv).toContain('18-11-2026;09:30;');
    expect(csv).toContain(';24,50\r\n');
  });

  it('holds the beginning of a file number and no name', () => {
    expect(coachWeekCsv(found, words)).toContain(';dossier-;');
    expect(coachWeekFileName(found, 'xlsx', words)).toBe('coachweek:fileName-2026-W47.xlsx');
  });
});
