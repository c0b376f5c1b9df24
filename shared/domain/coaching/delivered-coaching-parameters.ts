import { bundledCoachingParameters, coachingParametersSchema, type CoachingParameters } from './coaching-parameters.ts';

/**
 * The regimes to calculate with, given what the server delivered: the valid table of the highest version. The one that a
 * release brought along stays its release's; what does not parse is left out.
 * @param contents of the region's documents named `coaching-parameters`, as they came
 */
export function deliveredCoachingParameters(contents: readonly unknown[]): CoachingParameters {
  const tables = contents.map((content) => coachingParametersSchema.safeParse(content)).flatMap((parsed) => (parsed.success ? [parsed.data] : []));
  return tables.reduce((newest, table) => (table.version > newest.version ? table : newest), bundledCoachingParameters);
}
