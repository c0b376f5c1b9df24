import type { z } from 'zod';
import type { Day } from '../../lib/calendar.ts';
import { failure, success, type Outcome } from '../../lib/outcome.ts';
import { BUNDLED_LKS_PARAMETERS } from './bundled-lks-parameters.ts';
import { inForceOn, lksParametersSchema, type LksParameters } from './lks-parameters.ts';

/** Every table a release brings along; one that was ever used is never removed. */
const bundled: readonly LksParameters[] = [BUNDLED_LKS_PARAMETERS];

export function bundledParameters(version: number): LksParameters | undefined {
  return bundled.find((table) => table.version === version);
}

/** A document that was delivered and cannot be used: told, never calculated with. */
export interface UnusableTable {
  readonly version: number | null;
  /** Codes of what is wrong, and where. */
  readonly problems: readonly { readonly path: string; readonly code: string }[];
}

export interface DeliveredParameters {
  /** The valid table that knows the latest day, the bundled ones among them; of several, the one published last. */
  readonly current: LksParameters;
  readonly unusable: readonly UnusableTable[];
}

/**
 * Which figures to calculate with, given what the server delivered. A table that does not parse is left out and told; a
 * version that a release brought along is the release's: a document cannot put other figures in its place.
 * @param contents of the region's documents named `lks-parameters`, as they came
 */
export function deliveredParameters(contents: readonly unknown[]): DeliveredParameters {
  const read = contents.map((content) => ({ content, parsed: lksParametersSchema.safeParse(content) }));
  const tables = [...bundled, ...read.flatMap(({ parsed }) => (parsed.success && bundledParameters(parsed.data.version) === undefined ? [parsed.data] : []))];
  return {
    current: tables.reduce((newest, table) => (isNewer(table, newest) ? table : newest)),
    unusable: read.flatMap(({ content, parsed }): readonly UnusableTable[] =>
      parsed.success
        ? []
        : [{ version: versionOf(content), problems: problemsOf(parsed.error) }],
    ),
  };
}

/** A later release may know days that the region's own table does not; a region that corrects a figure has the higher number. */
function isNewer(a: LksParameters, b: LksParameters): boolean {
  return a.validThrough === b.validThrough ? a.version > b.version : a.validThrough > b.validThrough;
}

/** Versions up to here are the releases'; a region numbers its own from here on, so that the two never mean the same number. */
const lastReleasedTable = 1_000;

/** The number of the table that a region publishes next. @param versions of everything that was ever published, usable or not */
export function nextTableVersion(versions: readonly number[]): number {
  return Math.max(lastReleasedTable, ...versions) + 1;
}

export interface NewMinimumWage {
  readonly from: string;
  readonly monthlyEuros: string;
  readonly hourlyEuros: string;
  /** Last day whose figures are known with it. */
  readonly validThrough: string;
  readonly source: string;
}

/**
 * The next table: the same with one minimum wage more, or with another in the place of the one that began on that day.
 * @returns what the table's own check has against it; paths are those of the table @throws never
 */
export function withMinimumWage(table: LksParameters, { from, monthlyEuros, hourlyEuros, validThrough, source }: NewMinimumWage, version: number): Outcome<LksParameters, UnusableTable['problems']> {
  const rows = [...table.minimumWage.filter((row) => row.from !== from), { from, monthlyEuros, hourlyEuros: hourlyEuros === '' ? null : hourlyEuros, source }];
  const parsed = lksParametersSchema.safeParse({ ...table, version, validThrough, minimumWage: rows.toSorted((a, b) => (a.from < b.from ? -1 : 1)) });
  return parsed.success ? success(parsed.data) : failure(problemsOf(parsed.error));
}

const problemsOf = (error: z.ZodError): UnusableTable['problems'] =>
  error.issues.map(({ path, message }) => ({ path: path.join('.'), code: /^[a-z]+\.[a-zA-Z]+$/.test(message) ? message : 'parameters.invalid' }));

function versionOf(content: unknown): number | null {
  const version = typeof content === 'object' && content !== null && 'version' in content ? content.version : null;
  return typeof version === 'number' ? version : null;
}

/** The few rows of a table that one day needs: a table by itself, of the same name and version, valid on that day only. */
export function rowsOfDay(table: LksParameters, day: Day): LksParameters {
  const only = <Row extends { readonly from: Day }>(rows: readonly Row[]): Row[] => [inForceOn(rows, day)];
  return {
    ...table,
    validFrom: day,
    validThrough: day,
    minimumWage: only(table.minimumWage),
    youthWage: only(table.youthWage),
    holidayAllowance: only(table.holidayAllowance),
    employerCosts: only(table.employerCosts),
    rules: only(table.rules),
  };
}
