import type { MunicipalityCode } from '../domain/municipalities.ts';
import { municipalities } from '../domain/municipalities.ts';
import type { Day, IsoWeek } from '../lib/calendar.ts';
import { countDossier } from './count-dossier.ts';
import { countWorkPlaces } from './count-work-places.ts';
import type { Steps } from './steps.ts';
import type { CountedRegion } from './week-dossiers.ts';
import { definitionsVersion } from './week-figures.ts';
import type { Figures, WorkPlaceFigures } from './week-figures.ts';
import { weekPeriod } from './week-period.ts';
import type { WeekPeriod } from './week-period.ts';
import { CountedRows } from './week-rows.ts';
import type { CountedRow } from './week-rows.ts';
import { figuresOf, newTally } from './week-tally.ts';
import type { Tally, WeekParameters } from './week-tally.ts';

/** A municipality, or `unknown` for files of which the reader may not see the registration. */
export type Place = MunicipalityCode | 'unknown';

/** One job of the banenafspraak is 25.5 paid hours a week; the first papers of the regions said 25, so it is a parameter. */
const defaultWeekParameters: WeekParameters = { hoursPerJob: '25.5' };

export interface WeekChoice {
  readonly isoWeek: IsoWeek;
  /** The last day that the records cover, for a week that still runs; null or absent: they cover the whole week. */
  readonly asOf?: Day | null;
  readonly parameters?: WeekParameters;
}

export interface WeekCount {
  readonly period: WeekPeriod;
  readonly total: Figures;
  /** The seven municipalities in their fixed order; `unknown` comes last, and only when something was counted there. */
  readonly places: readonly { readonly place: Place; readonly figures: Figures }[];
  readonly workPlaces: WorkPlaceFigures;
  readonly parameters: WeekParameters;
  readonly definitionsVersion: number;
  /** Every record that was counted: candidates' files by id, then the work places. The figures can be made again from these alone. */
  readonly rows: readonly CountedRow[];
}

export interface WeekFigures extends WeekCount {
  /** SHA-256 over `rows`. */
  readonly hash: string;
}

/**
 * Counts one ISO week. Pure: the same records in any order give the same figures and rows. In steps of a few milliseconds, so
 * that a screen stays alive over 15,000 files. (A worker would not help: copying the records to it takes twice as long as
 * counting them.) Yields the share that is done [0..1].
 * @throws RangeError when that year has no such week
 */
export function* countWeek(region: CountedRegion, { isoWeek, asOf = null, parameters = defaultWeekParameters }: WeekChoice): Steps<WeekCount> {
  const period = weekPeriod(isoWeek, asOf);
  const { total, places, rows } = yield* countDossiers(region, period);
  const workPlaceRows = new CountedRows();
  const workPlaces = countWorkPlaces(region.workPlaces, period, workPlaceRows);
  return {
    period,
    total: figuresOf(total, parameters),
    places: places.map(({ place, tally }) => ({ place, figures: figuresOf(tally, parameters) })),
    workPlaces,
    parameters,
    definitionsVersion,
    rows: [...rows, ...workPlaceRows.sorted()],
  };
}

interface Tallies {
  readonly total: Tally;
  readonly places: readonly { readonly place: Place; readonly tally: Tally }[];
  readonly rows: readonly CountedRow[];
}

function* countDossiers({ dossiers }: CountedRegion, period: WeekPeriod): Steps<Tallies> {
  const total = newTally();
  const unknown = newTally();
  const places = municipalities.map(({ code }): Tallies['places'][number] => ({ place: code, tally: newTally() }));
  const tallyByPlace = new Map<Place, Tally>(places.map(({ place, tally }) => [place, tally]));
  const rows: CountedRow[] = [];

  let done = 0;
  for (const dossier of dossiers) {
    const tally = tallyByPlace.get(dossier.candidate?.facts.registration.municipality ?? 'unknown') ?? unknown;
    const counted = new CountedRows();
    countDossier(dossier, period, counted, (figure, amount = 1) => {
      tally[figure] += amount;
      total[figure] += amount;
    });
    rows.push(...counted.sorted());
    done += 1;
    if (done % 100 === 0) yield done / dossiers.length;
  }
  const anyUnknown = Object.values(unknown).some((amount) => amount !== 0);
  return { total, places: anyUnknown ? [...places, { place: 'unknown', tally: unknown }] : places, rows };
}
