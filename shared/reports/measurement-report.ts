import { findMethod } from '../domain/loonwaarde/methods.ts';
import type { FactorName } from '../domain/loonwaarde/methods.ts';
import type { TaskResult } from '../domain/loonwaarde/compute-loonwaarde.ts';
import { loonwaardeOf } from '../domain/measurement-result.ts';
import { versionsOfMeasurements, type MeasurementVersion, type PlacedMeasurement } from '../domain/measurement-versions.ts';
import type { Hoofdtaak, MeasurementFacts, MeasurementResult, MeasurementTasks, MeasurementViews } from '../domain/records/measurement.ts';
import { facts as factsOf, joined, notice, paragraph, part, section } from './blocks.ts';
import { dayInDutch, decimalInDutch, say } from './in-dutch.ts';
import { integrityPart } from './integrity.ts';
import type { FigureBlock, ReportBlock, ReportDocument, TableBlock } from './report-document.ts';
import type { ReportFrame } from './report-frame.ts';
import { reportOfRegion } from './report-of-region.ts';
import { signatureBlocks } from './signature-blocks.ts';
import { versionBlocks } from './version-blocks.ts';

/** A final measurement, whole: a report is only made of what can no longer change. */
export interface MeasurementReportInput extends ReportFrame {
  readonly name: string;
  readonly facts: MeasurementFacts;
  readonly tasks: MeasurementTasks;
  /** Null: an older file that was taken over; its views and its signatures stand under its own report. */
  readonly views: MeasurementViews | null;
  readonly result: MeasurementResult;
  /** All final measurements of the file, this one among them: which of its versions counts is told on paper too. */
  readonly measurements: readonly PlacedMeasurement[];
}

/**
 * The report of a loonwaarde measurement: every item of the model in the Regeling and nothing beyond it. Advice, subsidy
 * and sustainability are reports of their own.
 * @source DOMAIN "Loonwaarde, uniform method", Report; Regeling loonkostensubsidie Participatiewet 2021, bijlage
 */
export function measurementReport(input: MeasurementReportInput): ReportDocument {
  const { facts, result, name } = input;
  return reportOfRegion(input, {
    id: 'loonwaarderapport',
    title: say('measurement.title'),
    lead: say('measurement.lead', { name, function: facts.functionPerformed, employer: facts.employerName, day: dayInDutch(result.visitedOn) }),
    reportedOn: result.finalisedOn,
    blocks: [
      ...measurementVersionBlocks(input),
      figure(input),
      part(say('measurement.facts.title')),
      measuredFacts(input),
      ...taskBlocks(input),
      ...viewBlocks(input.views),
      ...(input.views === null && input.signatures.length === 0
        ? []
        : signatureBlocks(input, 'measurement', { expert: facts.expertName, employee: name, employer: facts.employerInterviewee || facts.contactPerson })),
      ...integrityPart(input, facts.form, methodFacts(input)),
      paragraph(say('measurement.method.text'), 'quiet'),
    ],
  });
}

/** Which of the versions of a measurement this is, and which of them counts: for every paper that is made of it. */
export function measurementVersionBlocks({ recordId, measurements }: { readonly recordId: string; readonly measurements: readonly PlacedMeasurement[] }): readonly ReportBlock[] {
  const versions: ReadonlyMap<string, MeasurementVersion<PlacedMeasurement>> = versionsOfMeasurements(measurements);
  const counts = versions.get(versions.get(recordId)?.counts.recordId ?? '')?.name ?? '';
  return versionBlocks(recordId, versions, { texts: 'measurement.version', params: { counts } });
}

function viewBlocks(views: MeasurementViews | null): readonly ReportBlock[] {
  if (views === null) return [notice(say('measurement.takenOver.title'), say('measurement.takenOver.text'))];
  return [part(say('measurement.views.title')), section(say('measurement.views.employee')), paragraph(views.employee), section(say('measurement.views.employer')), paragraph(views.employer)];
}

function figure({ tasks, result }: MeasurementReportInput): FigureBlock {
  const worked = workedTasks(tasks);
  const shown = { value: say('percentage', { percentage: result.loonwaarde }), label: say('measurement.loonwaarde') };
  if (tasks.regularPerformance) return { kind: 'figure', ...shown, bar: { alternative: say('measurement.barRegular'), parts: [{ label: '', percentage: 100 }] } };
  if (worked === null) return { kind: 'figure', ...shown, bar: null };
  const named = tasks.hoofdtaken.map((task, index) => {
    const contribution = worked[index]?.contributionShown ?? '0.00';
    return { label: say('measurement.barPart', { task: task.name, contribution: decimalInDutch(contribution) }), contribution };
  });
  return {
    kind: 'figure',
    ...shown,
    bar: {
      alternative: say('measurement.bar', {
        parts: named.map(({ label }) => label).join(', '),
        sum: sumShown(tasks, result),
        loonwaarde: result.loonwaarde,
      }),
      parts: named.map(({ label, contribution }) => ({ label, percentage: Number(contribution) })),
    },
  };
}

function measuredFacts({ facts, result, name }: MeasurementReportInput): ReportBlock {
  const text = (key: string) => say(`measurement.facts.${key}`);
  return factsOf(
    [text('name'), name],
    [text('birthDate'), dayInDutch(facts.birthDate)],
    [text('finalisedOn'), dayInDutch(result.finalisedOn)],
    [text('visitedOn'), dayInDutch(facts.visitedOn)],
    [text('occasion'), occasionOf(facts)],
    [text('employer'), facts.employerName],
    [text('contact'), joined(facts.contactPerson, facts.contactEmail)],
    [text('interviewee'), facts.employerInterviewee],
    [text('normFunction'), facts.normFunction],
    [text('functionPerformed'), facts.functionPerformed],
    [text('contractHours'), say('hours', { hours: decimalInDutch(facts.contractHours) })],
    [text('fullTimeHours'), say('hours', { hours: decimalInDutch(facts.fullTimeHours) })],
    [text('workingDays'), say('days', { days: decimalInDutch(facts.workingDaysPerWeek) })],
    [text('expert'), joined(facts.expertName, facts.expertPhone)],
    [text('certificate'), certificateOf(facts)],
  );
}

/** Named when the measurement holds it: older ones were recorded without. */
function certificateOf({ certificate }: MeasurementFacts): string {
  return certificate === null || certificate === undefined ? '' : say('measurement.facts.certificateValue', { number: certificate.number, day: dayInDutch(certificate.validThrough) });
}

function occasionOf({ occasion, occasionReason }: MeasurementFacts): string {
  if (occasion === undefined) return '';
  return [say(`measurement.occasion.${occasion}`), occasionReason ?? ''].filter((text) => text.trim() !== '').join('. ');
}

function taskBlocks({ tasks, result }: MeasurementReportInput): readonly ReportBlock[] {
  if (tasks.regularPerformance) return [part(say('measurement.tasks.title')), paragraph(say('measurement.tasks.regular'))];
  const factors = factorsOf(tasks);
  const worked = workedTasks(tasks);
  const factorWords = factors.map((factor) => say(`measurement.tasks.${factor}`).toLowerCase()).join(' × ');
  return [
    part(say('measurement.tasks.title')),
    paragraph(worked === null ? say('measurement.tasks.asStored') : say('measurement.tasks.intro', { factors: factorWords })),
    taskTable(tasks, result, factors, worked),
    ...cappedNotes(tasks, worked),
    part(say('measurement.explanations.title')),
    ...tasks.hoofdtaken.flatMap((task, index) => explanations(task, index, factors)),
  ];
}

function taskTable(tasks: MeasurementTasks, result: MeasurementResult, factors: readonly FactorName[], worked: readonly TaskResult[] | null): TableBlock {
  const header = (key: string) => say(`measurement.tasks.${key}`);
  const blanks = factors.map(() => '');
  return {
    kind: 'table',
    summary: header('summary'),
    columns: [
      { header: header('task'), align: 'start', width: 34 },
      ...['aandeel', ...factors, 'result'].map((key) => ({ header: header(key), align: 'end' as const, width: columnWidth(key, factors) })),
    ],
    rows: [
      ...tasks.hoofdtaken.map((task, index) => ({
        cells: [
          `${index + 1}. ${task.name}`,
          percent(task.aandeel),
          ...factors.map((factor) => percent(String(task[factor] ?? ''))),
          worked?.[index] === undefined ? '' : percent(worked[index].contributionShown),
        ],
      })),
      { cells: [header('sum'), '', ...blanks, percent(sumOf(tasks, result))], strong: true },
      { cells: [header('rounded'), '', ...blanks, percent(String(result.loonwaarde))], strong: true },
    ],
  };
}

/** The widest header of all is one word, and no word is broken: it takes what its neighbours can do without. */
function columnWidth(key: string, factors: readonly FactorName[]): number {
  if (key === 'aandeel' || key === 'tempo') return 12;
  if (key === 'inzetbaarheid') return 18;
  return factors.includes('inzetbaarheid') ? 13.5 : 15;
}

function cappedNotes(tasks: MeasurementTasks, worked: readonly TaskResult[] | null): readonly ReportBlock[] {
  return (worked ?? []).flatMap((task, index) =>
    task.factors
      .filter(({ capped }) => capped)
      .map(({ name, entered, counted }) =>
        paragraph(
          say('measurement.tasks.capped', {
            task: tasks.hoofdtaken[index]?.name ?? '',
            factor: say(`measurement.tasks.${name}`).toLowerCase(),
            entered: decimalInDutch(entered),
            counted: decimalInDutch(counted),
          }),
          'quiet',
        ),
      ),
  );
}

function explanations(task: Hoofdtaak, index: number, factors: readonly FactorName[]): readonly ReportBlock[] {
  const items = factors.map((factor): readonly [string, string] => {
    const words = task[`${factor}Explanation`];
    const label = say('measurement.explanations.factor', { factor: say(`measurement.tasks.${factor}`), percentage: decimalInDutch(String(task[factor] ?? '')) });
    if (typeof words === 'string' && words.trim() !== '') return [label, words];
    return [label, say(Number(task[factor] ?? 0) >= 100 ? 'measurement.explanations.asNorm' : 'measurement.explanations.none')];
  });
  return [section(`${index + 1}. ${task.name}`), factsOf(...items)];
}

function methodFacts({ tasks, facts }: MeasurementReportInput): readonly (readonly [string, string])[] {
  const method = findMethod(tasks.method, tasks.methodVersion);
  return [
    [say('measurement.method.label'), say(`measurement.method.${tasks.method}`, { version: tasks.methodVersion })],
    [say('measurement.method.source'), method?.source ?? ''],
    [say('measurement.method.reported'), facts.reportedLoonwaarde === null || facts.reportedLoonwaarde === undefined ? '' : say('percentage', { percentage: facts.reportedLoonwaarde })],
  ];
}

/** @returns null for a method of a newer release: shown as stored, never computed by guess */
function workedTasks(tasks: MeasurementTasks): readonly TaskResult[] | null {
  const computed = loonwaardeOf(tasks);
  return computed.ok ? computed.value.tasks : null;
}

function factorsOf(tasks: MeasurementTasks): readonly FactorName[] {
  return findMethod(tasks.method, tasks.methodVersion)?.factors ?? ['tempo', 'kwaliteit', 'nettoWerktijd'];
}

/** Cut, not rounded, so that it never seems to contradict the loonwaarde below it. */
function sumOf(tasks: MeasurementTasks, result: MeasurementResult): string {
  const computed = loonwaardeOf(tasks);
  return computed.ok ? computed.value.sumShown : result.sum;
}

const sumShown = (tasks: MeasurementTasks, result: MeasurementResult): string => decimalInDutch(sumOf(tasks, result));
const percent = (canonical: string): string => say('percentage', { percentage: decimalInDutch(canonical) });
