import type { Day } from '#shared/lib/calendar.ts';
import type { SeedRecord, SeedUser } from '../storage/import-records.ts';
import { makeCandidateFile } from './candidate-file.ts';
import { makeDayBook } from './day-book.ts';
import { employerCount, makeEmployers } from './employers.ts';
import { municipalitiesOfHundred } from './places.ts';
import { randomStream } from './random-stream.ts';
import { certificates, regionDocuments } from './region-documents.ts';
import { twiceEntered } from './twice-entered.ts';
import { firstRegionSize, regionUsers } from './users.ts';

export interface DemoRegionInput {
  readonly seed: string;
  /** Everything is dated back from this day, so that the month looks current; nothing was recorded on it or after it. */
  readonly today: Day;
  /** Number of candidates [count]. */
  readonly candidates: number;
}

export interface DemoRegion {
  readonly users: readonly SeedUser[];
  readonly records: readonly SeedRecord[];
}

/** Any seed makes a region; with this one the small region has some of everything, also in the week that is shown. */
export const demoSeed = 'rijk-van-nijmegen-3';
export const demoRegionId = 'rijk-van-nijmegen';
export const demoRegionName = 'Rijk van Nijmegen';
export const demoCandidates = firstRegionSize;

/** Candidates are made by the hundred, each with the same shares of the municipalities. */
const block = 100;

/**
 * Synthetic people, employers and a month of work. Pure: the same input gives the same region, byte for byte, and a
 * region with more candidates holds the smaller one unchanged.
 */
export function demoRegion({ seed, today, candidates }: DemoRegionInput): DemoRegion {
  const employers = makeEmployers(seed, today, employerCount(candidates));
  const takenNames = new Set<string>();
  const dayBook = makeDayBook();
  const records: SeedRecord[] = [...regionDocuments(today), ...certificates(today), ...employers.flatMap((employer) => employer.records)];
  for (let first = 0; first < candidates; first += block) {
    // Only employers that a region of this many candidates has: the same ones, however large it becomes.
    const known = employers.slice(0, employerCount(first));
    const pool = { all: known, withCrews: known.filter(({ branch }) => branch.groups) };
    const municipalities = municipalitiesOfHundred(randomStream(seed, `municipalities ${first}`));
    for (const [place, municipality] of municipalities.slice(0, candidates - first).entries()) {
      records.push(...makeCandidateFile({ seed, today, index: first + place, municipality, employers: pool, takenNames, dayBook }));
    }
  }
  if (candidates >= firstRegionSize) records.push(...twiceEntered(seed, today, records));
  return { users: regionUsers(seed, candidates), records };
}
