import { day } from '../lib/calendar.ts';
import type { Groups } from './kinds.ts';
import { checkMeasurement, type MeasurementFinding } from './loonwaarde/check-measurement.ts';
import { currentLksParameters, lksParametersOf, loonwaardeOf, measurementResult } from './measurement-result.ts';
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
    .map(({ path, code, params = {} }) => ({ path, code, params }));
  // A week of no hours divides by nothing; of the employee's hours the method's own check speaks.
  if (facts.fullTimeHours === 0) violations.push({ path: ['facts', 'fullTimeHours'], code: 'hours.invalid' });
  violations.push(...judgeOccasion(facts), ...judgeOlderFile(facts, tasks));
  if (result === undefined) return violations;

  // A file of before 2021 is taken over as it is: its views were written elsewhere, or never.
  if (views === undefined && tasks.method === 'uniform-2021') violations.push({ path: ['views'], code: 'loonwaarde.viewsRequired' });
  violations.push(...judgeDays(facts, result), ...judgeAmounts(result));
  // What takes the place of several is a correction of one of them.
  if (result.corrects === null && (result.alsoReplaces ?? []).length > 0) violations.push({ path: ['result', 'alsoReplaces'], code: 'loonwaarde.resultDiffers' });
  // Only of a measurement that is sound otherwise: a wrong share would be told twice.
  return violations.length > 0 ? violations : judgeResult(facts, tasks, result);
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

/** A short contact finds something earlier still true: it names what, and says why it was enough. */
function judgeOccasion({ occasion, occasionReason, basedOn }: MeasurementFacts): readonly Violation[] {
  if (occasion !== 'short-contact') return [];
  const violations: Violation[] = [];
  if (basedOn === undefined || basedOn === null) violations.push({ path: ['facts', 'occasion'], code: 'loonwaarde.nothingEarlier' });
  if ((occasionReason ?? '').trim() === '') violations.push({ path: ['facts', 'occasionReason'], code: 'loonwaarde.reasonRequired' });
  return violations;
}

/** The first day of the uniform method: from then on no other may be used. @source Besluit loonkostensubsidie Participatiewet 2021 */
const uniformMethodSince = day('2021-07-01');

/** An older method is for older files, and a file that is taken over must compute to what its own report says. */
function judgeOlderFile(facts: MeasurementFacts, tasks: MeasurementTasks): readonly Violation[] {
  const violations: Violation[] = [];
  if (tasks.method !== 'uniform-2021' && facts.visitedOn >= uniformMethodSince) violations.push({ path: ['facts', 'visitedOn'], code: 'loonwaarde.methodEnded', params: { day: uniformMethodSince } });
  if (facts.reportedLoonwaarde !== undefined && facts.reportedLoonwaarde !== null) {
    const computed = loonwaardeOf(tasks);
    if (computed.ok && computed.value.loonwaarde !== facts.reportedLoonwaarde) {
      violations.push({ path: ['facts', 'reportedLoonwaarde'], code: 'loonwaarde.reportedDiffers', params: { computed: computed.value.loonwaarde, reported: facts.reportedLoonwaarde } });
    }
  }
  return violations;
}

/** The subsidy is known as a whole or not at all. */
function judgeAmounts({ lksCents, lksTotalCents, lksParametersVersion }: MeasurementResult): readonly Violation[] {
  const known = [lksCents, lksTotalCents, lksParametersVersion].filter((value) => value !== null).length;
  return known === 0 || known === 3 ? [] : [{ path: ['result', 'lksCents'], code: 'loonwaarde.resultDiffers' }];
}

/** Recomputed with the method and the table that the result names. */
function judgeResult(facts: MeasurementFacts, tasks: MeasurementTasks, result: MeasurementResult): readonly Violation[] {
  const parameters = result.lksParametersVersion === null ? currentLksParameters : lksParametersOf(facts, result.lksParametersVersion);
  if (parameters === undefined) return [{ path: ['result', 'lksParametersVersion'], code: 'loonwaarde.unknownParameters' }];
  const computed = measurementResult(facts, tasks, result, parameters);
  if (!computed.ok) return computed.problem;
  const differs = (field: 'sum' | 'loonwaarde' | 'lksCents' | 'lksTotalCents' | 'lksParametersVersion') => computed.value[field] !== result[field];
  // Figures that were not known when it became final may be known now: what was left out then is not false.
  const recomputed = result.lksParametersVersion === null ? (['sum', 'loonwaarde'] as const) : (['sum', 'loonwaarde', 'lksCents', 'lksTotalCents', 'lksParametersVersion'] as const);
  return recomputed.filter(differs).map((field) => ({ path: ['result', field], code: 'loonwaarde.resultDiffers' }));
}
