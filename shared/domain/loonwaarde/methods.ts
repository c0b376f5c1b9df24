/**
 * Every way in which a loonwaarde was ever measured here, by name and version. A measurement names the one it was made
 * with and is recomputed with exactly that one, also years later: an entry is never changed or removed. Another cap or
 * another limit is a new version below the old one.
 */
export type FactorName = 'tempo' | 'kwaliteit' | 'nettoWerktijd' | 'inzetbaarheid';
export type LoonwaardeMethodName = 'uniform-2021' | 'dariuz';

export interface LoonwaardeMethod {
  readonly name: LoonwaardeMethodName;
  readonly version: number;
  /** Multiplied in this order. */
  readonly factors: readonly [FactorName, FactorName, FactorName];
  /** A factor above this counts as this [%]; null: as entered. */
  readonly caps: readonly [string | null, string | null, string | null];
  /** More than this is a slip of the finger (875 for 87,5) and is asked again [%]. */
  readonly highestEntry: string;
  readonly mostTasks: number | null;
  /** Least share of the weekly working time of one hoofdtaak [%]. */
  readonly smallestShare: string | null;
  /** Least time on one hoofdtaak on a working day [minutes]. */
  readonly leastMinutesPerWorkingDay: number | null;
  /** "Levert een reguliere arbeidsprestatie: ja" is 100 % without hoofdtaken. */
  readonly knowsRegularPerformance: boolean;
  readonly source: string;
}

/** The caps on kwaliteit and netto werktijd are our reading of the rules; only the cap on tempo is published. */
const uniform2021: LoonwaardeMethod = {
  name: 'uniform-2021',
  version: 1,
  factors: ['tempo', 'kwaliteit', 'nettoWerktijd'],
  caps: ['100', '100', '100'],
  highestEntry: '200',
  mostTasks: 5,
  smallestShare: '6.25',
  leastMinutesPerWorkingDay: 30,
  knowsRegularPerformance: true,
  source: 'Besluit loonkostensubsidie Participatiewet 2021; Regeling loonkostensubsidie Participatiewet 2021, bijlage',
};

const dariuz: LoonwaardeMethod = {
  name: 'dariuz',
  version: 1,
  factors: ['tempo', 'kwaliteit', 'inzetbaarheid'],
  caps: ['100', '100', '100'],
  highestEntry: '200',
  mostTasks: null,
  smallestShare: null,
  leastMinutesPerWorkingDay: null,
  knowsRegularPerformance: false,
  source: 'Regeling loonkostensubsidie Participatiewet (2014), artikelen 2 en 3; Dariuz Works',
};

export const LOONWAARDE_METHODS: readonly LoonwaardeMethod[] = [uniform2021, dariuz];

/** @returns undefined for a method of a newer release: such a measurement is shown as stored, never recomputed by guess */
export const findMethod = (name: string, version: number): LoonwaardeMethod | undefined =>
  LOONWAARDE_METHODS.find((method) => method.name === name && method.version === version);

/** The version that a new measurement gets. */
export const newestMethod = (name: string): LoonwaardeMethod | undefined =>
  LOONWAARDE_METHODS.filter((method) => method.name === name).toSorted((a, b) => b.version - a.version)[0];
