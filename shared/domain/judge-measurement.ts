import type { Groups } from './kinds.ts';
import { checkMeasurement, type MeasurementFinding } from './loonwaarde/check-measurement.ts';
import { computeLoonwaarde, type LoonwaardeInput } from './loonwaarde/compute-loonwaarde.ts';
import type { MeasurementFacts, MeasurementResult, MeasurementTasks } from './records/measurement.ts';
import type { Violation } from './violation.ts';

/**
 * What must hold between the fields of a measurement, on the device before keeping and on the server before
 * applying. The groups have passed their schemas. A stored result is recomputed: whoever writes another number
 * than the tasks give, by mistake or on purpose, is refused.
 * @source DOMAIN "Loonwaarde, uniform method"
 */
export function judgeMeasurement(groups: Groups<'measurement'>): readonly Violation[] {
  const { facts, tasks, views, result } = groups;
  if (facts === undefined || tasks === undefined) return [];
  const violations: Violation[] = findingsOf(facts, tasks)
    .filter((finding) => finding.severity === 'blocks')
    .map(({ severity: _, ...violation }) => violation);
  if (result === undefined) return violations;

  if (views === undefined) violations.push({ path: ['views'], code: 'loonwaarde.viewsRequired' });
  violations.push(...judgeDays(facts, result));
  // Only of a measurement that is sound otherwise: a wrong share would be told twice.
  return violations.length > 0 ? violations : judgeResult(tasks, result);
}

/** What blocks and what must be asked, with paths that begin at the group: for the screen while typing and for the judge. */
export function findingsOf(
  facts: Pick<MeasurementFacts, 'contractHours' | 'workingDaysPerWeek'>,
  tasks: Pick<MeasurementTasks, 'method' | 'methodVersion' | 'regularPerformance' | 'hoofdtaken'>,
): readonly MeasurementFinding[] {
  return checkMeasurement({
    method: tasks.method,
    version: tasks.methodVersion,
    hoofdtaken: tasks.hoofdtaken,
    regularPerformance: tasks.regularPerformance,
    hoursPerWeek: facts.contractHours,
    workingDaysPerWeek: facts.workingDaysPerWeek,
  }).map((finding) => ({ ...finding, path: pathInRecord(finding.path) }));
}

function pathInRecord(path: Violation['path']): Violation['path'] {
  switch (path[0]) {
    case 'hoursPerWeek':
      return ['facts', 'contractHours'];
    case 'workingDaysPerWeek':
      return ['facts', 'workingDaysPerWeek'];
    default:
      return ['tasks', ...path];
  }
}

function judgeDays(facts: MeasurementFacts, result: MeasurementResult): readonly Violation[] {
  const violations: Violation[] = [];
  if (facts.visitedOn !== result.visitedOn) violations.push({ path: ['result', 'visitedOn'], code: 'loonwaarde.resultDiffers' });
  if (result.finalisedOn < result.visitedOn) violations.push({ path: ['result', 'finalisedOn'], code: 'loonwaarde.finalisedBeforeVisit' });
  if (result.nextMeasurementOn !== null && result.nextMeasurementOn <= result.visitedOn) {
    violations.push({ path: ['result', 'nextMeasurementOn'], code: 'loonwaarde.nextMeasurementTooEarly' });
  }
  return violations;
}

function judgeResult(tasks: MeasurementTasks, result: MeasurementResult): readonly Violation[] {
  const computed = computeLoonwaarde({ ...tasks, version: tasks.methodVersion } as LoonwaardeInput);
  if (!computed.ok) return computed.problem.map((violation) => ({ ...violation, path: ['tasks', ...violation.path] }));
  const differs = (['sum', 'loonwaarde'] as const).filter((field) => computed.value[field] !== result[field]);
  return differs.map((field) => ({ path: ['result', field], code: 'loonwaarde.resultDiffers' }));
}
