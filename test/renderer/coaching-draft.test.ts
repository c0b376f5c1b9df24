import { describe, expect, it } from 'vitest';
import type { DossierView, RecordView } from '#renderer/data/views.ts';
import { halfYearOfReport } from '#renderer/features/coaching/coaching-of-file.ts';
import { seenKey } from '#renderer/features/draft/seen-in-draft.ts';
import { day } from '#shared/lib/calendar.ts';
import { aDossier } from '../support/forms/a-dossier.ts';

const coaching = { recordId: 'co', kind: 'coaching', groups: { facts: { beganOn: '2026-01-15', endedOn: null, employerName: 'Kwekerij', periods: [] } } } as unknown as RecordView<'coaching'>;
const reported = { recordId: 'r', kind: 'coachingReport', groups: { facts: { coachingId: 'co', halfYear: 1, through: '2026-07-14' } } } as unknown as RecordView<'coachingReport'>;
const today = day('2026-11-20');

describe('the half year of a report', () => {
  it('is the first without a report', () => {
    expect(halfYearOfReport(undefined, aDossier(), coaching, today)).toBe(1);
    expect(halfYearOfReport(undefined, aDossier({ records: [reported] as unknown as DossierView['records'] }), coaching, today)).toBe(2);
  });

  it('of a draft stays the one it was begun about, also when a colleague reported on it meanwhile', () => {
    const draft = { results: 'Kent de route.', [seenKey]: { coachingId: 'co', halfYear: 1 } };
    const dossier = aDossier({ records: [reported] as unknown as DossierView['records'] });
    expect(halfYearOfReport(draft, dossier, coaching, today)).toBe(1);
    expect(halfYearOfReport({ ...draft, [seenKey]: { coachingId: 'other', halfYear: 1 } }, dossier, coaching, today)).toBe(2);
  });
});
