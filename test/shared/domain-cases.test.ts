import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/*
 * Which test holds which case of DOMAIN: a list to look a case up in, and the alarm when its test goes. The text is what
 * stands in the test: its title, or the figures of the case.
 */
const cases: Readonly<Record<string, readonly (readonly [what: string, file: string, text: string])[]>> = {
  'loonwaarde, uniform method': [
    ['70 of 80 pieces is a tempo of 87.5', 'loonwaarde/check-measurement.test.ts', '35 pieces in half an hour against 80 an hour is 87.5'],
    ['100/80/90/95 is 68', 'loonwaarde/compute-loonwaarde.test.ts', "['100/80/90/95', '68.40', 68]"],
    ['three hoofdtaken of 61.74 are 62', 'loonwaarde/compute-loonwaarde.test.ts', "['50/70/90/100 · 30/80/100/90 · 20/60/80/90', '61.74', 62]"],
    ['a tempo of 110 counts as 100: 63', 'loonwaarde/compute-loonwaarde.test.ts', "['50/110/90/100 · 50/50/80/90', '63.00', 63]"],
    ['without the cap it would be 68', 'loonwaarde/compute-loonwaarde.test.ts', 'a tempo of 110 would count for 68 without the cap'],
    ['17.50 goes up to 18', 'loonwaarde/compute-loonwaarde.test.ts', "['60/50/50/50 · 40/25/100/100', '17.50', 18]"],
    ['90.50 goes up to 91', 'loonwaarde/compute-loonwaarde.test.ts', "['50/90/100/100 · 50/100/91/100', '90.50', 91]"],
    ['78.75 is 79', 'loonwaarde/compute-loonwaarde.test.ts', "['100/87.5/90/100', '78.75', 79]"],
    ['at least 6.25 % and 30 minutes a working day', 'loonwaarde/check-measurement.test.ts', '6.25 % of 8 hours is 30, of 6 hours is 22.5'],
    ['one to five hoofdtaken, together 100 %', 'judge-measurement.test.ts', 'wants at least one and at most five hoofdtaken'],
    ['a regular performance is 100 %', 'judge-measurement.test.ts', 'gives 100 % without hoofdtaken to a regular performance'],
    ['one cause lowers one factor', 'loonwaarde/check-measurement.test.ts', 'is the same limitation not counted twice?'],
    ['both views before it is final', 'judge-measurement.test.ts', 'wants the views of employee and employer before a measurement is final'],
    ['Dariuz for older files, recomputing the same', 'judge-measurement.test.ts', 'with inzetbaarheid in the third place, and computes to what its report says'],
    ['a method never changes', 'loonwaarde/compute-loonwaarde.test.ts', 'a published method never changes'],
  ],
  'loonkostensubsidie': [
    ['2016-07, forfaitary 50 %, 23 %', 'loonkostensubsidie/compute-lks.test.ts', "'830.09', '190.92', '1021.01'"],
    ['2024-01, loonwaarde 40, 36 h', 'loonkostensubsidie/compute-lks.test.ts', "'1340.97', '315.13', '1656.10'"],
    ['2025-01, loonwaarde 50, 24 h', 'loonkostensubsidie/compute-lks.test.ts', "'789.05', '185.43', '974.47'"],
    ['2025-01, loonwaarde 60, 40 h', 'loonkostensubsidie/compute-lks.test.ts', "'1052.06', '247.24', '1299.30'"],
    ['2026-01, loonwaarde 25 (capped), 32 h', 'loonkostensubsidie/compute-lks.test.ts', "'1541.84', '362.33', '1904.17'"],
    ['2026-01, loonwaarde 30, 36 h', 'loonkostensubsidie/compute-lks.test.ts', "{ ...on('2026-01-01'), loonwaarde: 30 }, '1734.57', '407.62', '2142.19'"],
    ['2026-01, loonwaarde 29, the same', 'loonkostensubsidie/compute-lks.test.ts', "{ ...on('2026-01-01'), loonwaarde: 29 }, '1734.57', '407.62', '2142.19'"],
    ['2026-01, forfaitary, 20 h', 'loonkostensubsidie/compute-lks.test.ts', "'688.32', '161.76', '850.08'"],
    ['re-indexed only on 1 January', 'loonkostensubsidie/compute-lks.test.ts', '1 July never re-indexes a running subsidy'],
    ['the week of the employer 2017-2023, only downward', 'loonkostensubsidie/compute-lks.test.ts', '2017-2023: against the week of the employer, only downward'],
    ['a share of the wage of the function 2015-2016', 'loonkostensubsidie/compute-lks.test.ts', '2015-2016: the minimum wage less what the work is worth in the wage of the function'],
    ['opslag 23 %, then 23.5 %', 'loonkostensubsidie/compute-lks.test.ts', 'the opslag is 23 % through 2017 and 23.5 % from 2018'],
    ['the youth wage, in steps of 0.05', 'loonkostensubsidie/compute-lks.test.ts', 'half a step goes up'],
    ['a loonwaarde of 100 gives nothing', 'loonkostensubsidie/compute-lks.test.ts', 'a loonwaarde of 100 gives nothing, in every period'],
    ['every minimum wage since 2015', 'loonkostensubsidie/lks-properties.test.ts', 'knows every minimum wage since 2015'],
    ['a total that differs a cent is said', 'loonkostensubsidie/lks-properties.test.ts', 'shows parts that differ at most a cent from the total, and says so exactly then'],
  ],
  'days that must not be missed': [
    ['the register: 2025-03-15 ends 2027-12-31', 'candidate/judge-candidate.test.ts', "['2025-03-15', '2027-12-31']"],
    ['a forfaitary subsidy lasts six months', 'loonkostensubsidie/deadlines.test.ts', 'forfaitary from %s: the measurement is due on or before %s'],
    ['… and is due until somebody measured', 'due/due-items.test.ts', 'is the end of a forfaitary subsidy, unless the loonwaarde was measured since'],
    ['the next measurement within one to three years', 'loonkostensubsidie/deadlines.test.ts', 'the next measurement is agreed within one to three years'],
    ['yearly in files of 2015-2016, beschut werk every three', 'loonkostensubsidie/deadlines.test.ts', 'yearly in files of 2015-2016, every three years in beschut werk'],
    ['… and is due while somebody works', 'due/due-items.test.ts', 'is the next measurement of the last one, while somebody works'],
    ['… and nobody measured since', 'export-week.test.ts', 'calls a measurement overdue when the next one is due, nobody measured since'],
  ],
  'coaching and nazorg': [
    ['500 contract hours, intensief: 75 / 37.5 / 30', 'coaching/coaching-hours.test.ts', '500 contract hours, intensief, are 75, 37.5 and 30 hours'],
    ['a group of 6 in 120 minutes: 20 each', 'coaching/divide-evenly.test.ts', 'a group of 6 in 120 minutes has 20 each'],
    ['at most three goals', 'coaching/judge-coaching.test.ts', 'goals are at most three'],
    ['sick leave: that, and the next contact', 'several-people.test.ts', 'who reported sick needs a next contact'],
  ],
  'what is counted, and what must not be': [
    ['a job of the banenafspraak is 25.5 paid hours, beschut werk does not count', 'export-week.test.ts', '56.25 hours are 2.21 jobs, without beschut werk and proefplaatsing'],
    ['elfproef: 123456782 is one, 123456789 is not', 'bsn.test.ts', "'123456782', '111222333', '999990019'"],
    ['shown as its last three digits', 'bsn.test.ts', 'shows only the last three digits'],
    ['never in a report', 'reports/without-bsn-properties.test.ts', 'a BSN is left out of a report'],
    ['no diagnosis: the writer is warned', 'guard/find-sensitive.test.ts', 'the guard for medical text'],
  ],
};

describe.each(Object.entries(cases))('%s', (_, found) => {
  it.each(found)('%s', (what, file, text) => {
    expect(readFileSync(new URL(file, import.meta.url), 'utf8').includes(text), `${file} holds the case: ${what}`).toBe(true);
  });
});
