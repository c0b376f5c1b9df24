import type { MunicipalityCode } from '../domain/municipalities.ts';
import { municipalities } from '../domain/municipalities.ts';
import type { Day, IsoWeek } from '../lib/calendar.ts';
import type { StoredRecord } from '../sync/stored-record.ts';
import { countDossier } from './count-dossier.ts';
import { countWorkPlaces } from './count-work-places.ts';
import { sortIntoDossiers } from './week-dossiers.ts';
import type { CountedDossier } from './week-dossiers.ts';
import { definitionsVersion } from './week-figures.ts';
import type { Figures, WorkPlaceFigures } from './week-figures.ts';
import { weekPeriod } from './week-period.ts';
import type { WeekPeriod } from './week-period.ts';
import { CountedRows, hashRows } from './week-rows.ts';
import type { CountedRow } from './week-rows.ts';
import { figuresOf, newTally } from './week-tally.ts';
import type { Tally, WeekParameters } from './week-tally.ts';

/** A municipality, or `unknown` for files of which the reader may not see the registration. */
export type Place = MunicipalityCode | 'unknown';

/** One job of the banenafspraak is 25.5 paid hours a week; the first papers of the regions said 25, so it is a parameter. */
export const defaultWeekParameters: WeekParameters = { hoursPerJob: '25.5' };

export interface WeekRequest {
  readonly records: readonly StoredRecord[];
  readonly isoWeek: IsoWeek;
  /** The last day that the records cover, for a week that still runs; null or absent: they cover the whole week. */
  readonly asOf?: Day | null;
  readonly parameters?: WeekParameters;
}

export interface WeekFigures {
  readonly period: WeekPeriod;
  readonly total: Figures;
  /** The seven municipalities in their fixed order; `unknown` comes last, and only when something was counted there. */
  readonly places: readonly { readonly place: Place; readonly figures: Figures }[];
  readonly workPlaces: WorkPlaceFigures;
  readonly parameters: WeekParameters;
  readonly definitionsVersion: number;
  /** Every record that was counted. The figures can be made again from these alone. */
  readonly rows: readonly CountedRow[];
  /** SHA-256 over `rows`. */
  readonly hash: string;
}

/** The figures of one ISO week. Pure: the same records in any order give the same figures, rows and hash. @throws RangeError when that year has no such week */
export function weekFigures(request: WeekRequest): WeekFigures {
  const steps = weekFiguresInSteps(request);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same, pausing every few milliseconds of work with the share that is done [0..1], so that a screen stays alive over 15,000 files. */
export function* weekFiguresInSteps({ records, isoWeek, asOf = null, parameters = defaultWeekParameters }: WeekRequest): Generator<number, WeekFigures, void> {
  const period = weekPeriod(isoWeek, asOf);
  const region = yield* within(0, 0.3, sortIntoDossiers(records));
  const collected = new CountedRows();
  const tallies = yield* within(0.3, 0.6, countDossiers([...region.dossiers.values()], period, collected));
  const workPlaces = countWorkPlaces(region.workPlaces, period, collected);
  const rows = collected.sorted();
  const hash = yield* within(0.6, 1, hashRows(rows));
  return {
    period,
    total: figuresOf(tallies.total, parameters),
    places: tallies.places.map(({ place, tally }) => ({ place, figures: figuresOf(tally, parameters) })),
    workPlaces,
    parameters,
    definitionsVersion,
    rows,
    hash,
  };
}

interface Tallies {
  readonly total: Tally;
  readonly places: readonly { readonly place: Place; readonly tally: Tally }[];
}

function* countDossiers(dossiers: readonly CountedDossier[], period: WeekPeriod, rows: CountedRows): Generator<number, Tallies, void> {
  const total = newTally();
  const unknown = newTally();
  const places = municipalities.map(({ code }): Tallies['places'][number] => ({ place: code, tally: newTally() }));
  const tallyByPlace = new Map<Place, Tally>(places.map(({ place, tally }) => [place, tally]));

  let done = 0;
  for (const dossier of dossiers) {
    const tally = tallyByPlace.get(dossier.candidate?.facts.registration.municipality ?? 'unknown') ?? unknown;
    countDossier(dossier, period, rows, (figure, amount = 1) => {
      tally[figure] += amount;
      total[figure] += amount;
    });
    done += 1;
    if (done % 250 === 0) yield done / dossiers.length;
  }
  const anyUnknown = Object.values(unknown).some((amount) => amount !== 0);
  return { total, places: anyUnknown ? [...places, { place: 'unknown', tally: unknown }] : places };
}

/** Fits the progress of one part into the progress of the whole. */
function* within<Result>(from: number, to: number, part: Generator<number, Result, void>): Generator<number, Result, void> {
  let step = part.next();
  while (step.done !== true) {
    yield from + (to - from) * step.value;
    step = part.next();
  }
  return step.value;
}
