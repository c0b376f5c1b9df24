import { canonicalJson, type JsonValue } from '../../lib/canonical-json.ts';
import type { Day } from '../../lib/calendar.ts';
import { bundledParameters, deliveredParameters, rowsOfDay } from './delivered-parameters.ts';
import { lksParametersSchema, type LksParameters } from './lks-parameters.ts';

/**
 * How the figures that a measurement was calculated with stand to what the region publishes.
 * `same`: these are the figures in use. `newer-published`: there are newer ones since. `not-here`: this table is not on this
 * device, so nothing can be said. `differs`: the measurement carries other figures than the table of that number.
 */
export type TableComparison = { readonly kind: 'same' | 'newer-published' | 'not-here' | 'differs'; readonly used: number; readonly current: number };

/**
 * @param used the number that the result names @param embedded the rows that came along in the measurement, if any
 * @param contents of the region's documents named `lks-parameters`, as they came
 */
export function compareTables(used: number, embedded: LksParameters | undefined, contents: readonly unknown[]): TableComparison {
  const { current } = deliveredParameters(contents);
  const published = bundledParameters(used) ?? contents.flatMap((content) => lksParametersSchema.safeParse(content).data ?? []).find(({ version }) => version === used);
  const told = { used, current: current.version };
  if (published === undefined) return { kind: 'not-here', ...told };
  if (embedded?.version === used && !sameRows(embedded, published, embedded.validFrom)) return { kind: 'differs', ...told };
  return { kind: current.version === used ? 'same' : 'newer-published', ...told };
}

function sameRows(embedded: LksParameters, published: LksParameters, on: Day): boolean {
  // A table that does not know the day cannot have given its rows.
  if (on < published.validFrom || on > published.validThrough) return false;
  return canonicalJson(embedded as unknown as JsonValue) === canonicalJson(rowsOfDay(published, on) as unknown as JsonValue);
}
