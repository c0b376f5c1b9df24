import type { Day } from '../../lib/calendar.ts';
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
  /** The valid table of the highest version, the bundled ones among them. */
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
    current: tables.reduce((newest, table) => (table.version > newest.version ? table : newest)),
    unusable: read.flatMap(({ content, parsed }): readonly UnusableTable[] =>
      parsed.success
        ? []
        : [{ version: versionOf(content), problems: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), code: /^[a-z]+\.[a-zA-Z]+$/.test(message) ? message : 'parameters.invalid' })) }],
    ),
  };
}

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
