import { ageOn, latestDay, type Day } from '../lib/calendar.ts';
import { centsOf } from '../lib/money.ts';
import { failure, success, type Outcome } from '../lib/outcome.ts';
import type { RecordId } from './ids.ts';
import { BUNDLED_LKS_PARAMETERS } from './loonkostensubsidie/bundled-lks-parameters.ts';
import { computeLks } from './loonkostensubsidie/compute-lks.ts';
import { bundledParameters, rowsOfDay } from './loonkostensubsidie/delivered-parameters.ts';
import { inForceOn, type LksParameters } from './loonkostensubsidie/lks-parameters.ts';
import type { LksResult } from './loonkostensubsidie/lks-result.ts';
import { referenceDayOf } from './loonkostensubsidie/reference-day.ts';
import { computeLoonwaarde, type LoonwaardeInput, type LoonwaardeResult } from './loonwaarde/compute-loonwaarde.ts';
import type { MeasurementFacts, MeasurementResult, MeasurementTasks } from './records/measurement.ts';
import type { Violation } from './violation.ts';

export type LksFacts = Pick<MeasurementFacts, 'visitedOn' | 'contractBeganOn' | 'birthDate' | 'contractHours' | 'fullTimeHours' | 'functieloon'>;

/** What a device calculates with that has met no server yet. */
export const currentLksParameters: LksParameters = BUNDLED_LKS_PARAMETERS;

/**
 * The table that a stored result was computed with: one of a release, or the rows that the measurement carries.
 * @returns undefined when it is neither
 */
export function lksParametersOf(facts: Pick<MeasurementFacts, 'lksParameters'>, version: number): LksParameters | undefined {
  return bundledParameters(version) ?? (facts.lksParameters?.version === version ? facts.lksParameters : undefined);
}

/** Exact, from the tasks alone. Paths begin at the record: ['tasks', 'hoofdtaken', 1, 'tempo']. @throws never */
export function loonwaardeOf(tasks: MeasurementTasks): Outcome<LoonwaardeResult, readonly Violation[]> {
  const computed = computeLoonwaarde({ ...tasks, version: tasks.methodVersion } as LoonwaardeInput);
  return computed.ok ? computed : failure(computed.problem.map((violation) => ({ ...violation, path: ['tasks', ...violation.path] })));
}

/** The day whose figures decide: of the visit or, when it begins later, of the first day of the contract. */
function lksDays({ visitedOn, contractBeganOn }: Pick<LksFacts, 'visitedOn' | 'contractBeganOn'>): { readonly calculatedFor: Day; readonly referenceDay: Day } {
  const calculatedFor = latestDay(visitedOn, contractBeganOn);
  return { calculatedFor, referenceDay: referenceDayOf(calculatedFor, contractBeganOn) };
}

/** Whether the wage of the function is asked for: only where the loonwaarde was a share of it. */
export function asksFunctieloon(days: Pick<LksFacts, 'visitedOn' | 'contractBeganOn'>, parameters: LksParameters = currentLksParameters): boolean {
  const { referenceDay } = lksDays(days);
  return referenceDay >= parameters.validFrom && inForceOn(parameters.rules, referenceDay).loonwaardeIsShareOf === 'wage-of-function';
}

/**
 * The subsidy that follows, for the day of the visit or, when it begins later, the first day of the contract.
 * @returns a failure when the figures of that day are not known (yet): that never stands in the way of the loonwaarde
 */
export function lksOf(facts: LksFacts, loonwaarde: number, parameters: LksParameters = currentLksParameters): Outcome<LksResult, readonly Violation[]> {
  const { calculatedFor } = lksDays(facts);
  return computeLks(
    {
      calculatedFor,
      contractStart: facts.contractBeganOn,
      ageYears: ageOn(facts.birthDate, calculatedFor),
      loonwaarde,
      contractHoursPerWeek: facts.contractHours,
      fullTimeHoursPerWeek: facts.fullTimeHours,
      forfaitary: false,
      functieloon: facts.functieloon ?? undefined,
    },
    parameters,
  );
}

/** The facts with the rows of the table they were computed with, where no release will know that table. */
export function withLksParameters(facts: MeasurementFacts, parameters: LksParameters): MeasurementFacts {
  if (bundledParameters(parameters.version) !== undefined) return facts;
  const { referenceDay } = lksDays(facts);
  const known = referenceDay >= parameters.validFrom && referenceDay <= parameters.validThrough;
  return known ? { ...facts, lksParameters: rowsOfDay(parameters, referenceDay) } : facts;
}

export interface Finalisation {
  readonly finalisedOn: Day;
  readonly nextMeasurementOn: Day | null;
  /** The measurement that this one corrects, if any. */
  readonly corrects: RecordId | null;
  /** What stood beside that one, and is replaced as well. */
  readonly alsoReplaces?: readonly RecordId[] | undefined;
}

/** What is written when a measurement becomes final; the judge computes the same again. @throws never */
export function measurementResult(
  facts: MeasurementFacts,
  tasks: MeasurementTasks,
  { finalisedOn, nextMeasurementOn, corrects, alsoReplaces = [] }: Finalisation,
  parameters: LksParameters = currentLksParameters,
): Outcome<MeasurementResult, readonly Violation[]> {
  const loonwaarde = loonwaardeOf(tasks);
  if (!loonwaarde.ok) return loonwaarde;
  const lks = lksOf(facts, loonwaarde.value.loonwaarde, parameters);
  return success({
    visitedOn: facts.visitedOn,
    finalisedOn,
    sum: loonwaarde.value.sum,
    loonwaarde: loonwaarde.value.loonwaarde,
    lksCents: lks.ok ? Number(centsOf(lks.value.subsidyEuros)) : null,
    lksTotalCents: lks.ok ? Number(centsOf(lks.value.totalEuros)) : null,
    lksParametersVersion: lks.ok ? parameters.version : null,
    nextMeasurementOn,
    corrects,
    ...(alsoReplaces.length === 0 ? {} : { alsoReplaces: [...alsoReplaces] }),
  });
}
