import { countWeek } from '#shared/export/week.ts';
import type { WeekExport } from '#shared/export/week-sheets.ts';
import { sortIntoDossiers } from '#shared/export/week-dossiers.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import { allAtOnce } from '../all-at-once.ts';
import { weekFigures } from './week-figures.ts';
import { aCandidate, aMeasurement, aPlacement, aVisit, aWorkPlace, day } from './week-records.ts';

/** A small region whose figures of week 47 can be counted on two hands. */
export const smallRegion: readonly StoredRecord[] = [
  aCandidate('anna'),
  aPlacement('anna', 'p1', { beganOn: day('2026-11-19'), hoursPerWeek: 24, benefitExit: 'volledig', banenafspraak: true }),
  aVisit('anna', 'v1', { risk: 'dreigende-uitval', nextContactOn: day('2026-11-20') }),
  aMeasurement('anna', 'm1', { loonwaarde: 62, lksTotalCents: 97_447 }),
  aCandidate('bram', { registration: { municipality: 'GM0225', registeredOn: day('2026-11-17'), entrance: 'internet' }, status: { candidateGroup: 1 } }),
  aVisit('bram', 'v2', { heldOn: day('2026-11-16') }),
  aMeasurement('bram', 'm2', { loonwaarde: 61 }),
  aVisit('anna', 'v0', { heldOn: day('2026-11-10') }),
  aWorkPlace('w1', { type: 'so' }),
];

export function anExport(records: readonly StoredRecord[] = smallRegion, change: Partial<WeekExport> = {}): WeekExport {
  return {
    figures: weekFigures({ records, isoWeek: { year: 2026, week: 47 } }),
    previous: allAtOnce(countWeek(allAtOnce(sortIntoDossiers(records)), { isoWeek: { year: 2026, week: 46 } })),
    region: 'Rijk van Nijmegen',
    // 23 November 2026, 09:05 in the Netherlands.
    madeAtMs: Date.UTC(2026, 10, 23, 8, 5),
    madeBy: { role: 'manager', userId: 'user-manager' },
    // Just after midnight in the Netherlands, still the day before in UTC.
    dataThroughMs: Date.UTC(2026, 10, 22, 23, 30),
    unsentCount: 0,
    ...change,
  };
}
