import { ageOn, latestDay, type Day } from '../lib/calendar.ts';
import { centsOf } from '../lib/money.ts';
import { failure, success, type Outcome } from '../lib/outcome.ts';
import type { RecordId } from './ids.ts';
import { BUNDLED_LKS_PARAMETERS } from './loonkostensubsidie/bundled-lks-parameters.ts';
import { computeLks } from './loonkostensubsidie/compute-lks.ts';
import type { LksParameters } from './loonkostensubsidie/lks-parameters.ts';
import type { LksResult } from './loonkostensubsidie/lks-result.ts';
import { computeLoonwaarde, type LoonwaardeInput, type LoonwaardeResult } from './loonwaarde/compute-loonwaarde.ts';
import type { MeasurementFacts, MeasurementResult, MeasurementTasks } from './records/measurement.ts';
import type { Violation } from './violation.ts';

export type LksFacts = Pick<MeasurementFacts, 'visitedOn' | 'contractBeganOn' | 'birthDate' | 'contractHours' | 'fullTimeHours'>;

/** Every table a stored result may name; one that was ever used is never removed. */
const knownParameters: readonly LksParameters[] = [BUNDLED_LKS_PARAMETERS];
export const currentLksParameters: LksParameters = BUNDLED_LKS_PARAMETERS;

export function lksParametersOfVersion(version: number): LksParameters | undefined {
  return knownParameters.find((parameters) => parameters.version === version);
}

/** Exact, from the tasks alone. Paths begin at the record: ['tasks', 'hoofdtaken', 1, 'tempo']. @throws never */
export function loonwaardeOf(tasks: MeasurementTasks): Outcome<LoonwaardeResult, readonly Violation[]> {
  const computed = computeLoonwaarde({ ...tasks, version: tasks.methodVersion } as LoonwaardeInput);
  return computed.ok ? computed : failure(computed.problem.map((violation) => ({ ...violation, path: ['tasks', ...violation.path] })));
}

/**
 * The subsidy that follows, for the day of the visit or, when it begins later, the first day of the contract.
 * @returns a failure when the figures of that day are not known (yet): that never stands in the way of the loonwaarde
 */
export function lksOf(facts: LksFacts, loonwaarde: number, parameters: LksParameters = currentLksParameters): Outcome<LksResult, readonly Violation[]> {
  const calculatedFor = latestDay(facts.visitedOn, facts.contractBeganOn);
  return computeLks(
    {
      calculatedFor,
      contractStart: facts.contractBeganOn,
      ageYears: ageOn(facts.birthDate, calculatedFor),
      loonwaarde,
      contractHoursPerWeek: facts.contractHours,
      fullTimeHoursPerWeek: facts.fullTimeHours,
      forfaitary: false,
    },
    parameters,
  );
}

export interface Finalisation {
  readonly finalisedOn: Day;
  readonly nextMeasurementOn: Day | null;
  /** The measurement that this one corrects, if any. */
  readonly corrects: RecordId | null;
}

/** What is written when a measurement becomes final; the judge computes the same again. @throws never */
export function measurementResult(
  facts: MeasurementFacts,
  tasks: MeasurementTasks,
  { finalisedOn, nextMeasurementOn, corrects }: Finalisation,
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
  });
}
