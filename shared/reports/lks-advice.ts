import { lksOf, lksParametersOf } from '../domain/measurement-result.ts';
import type { LksResult } from '../domain/loonkostensubsidie/lks-result.ts';
import type { PlacedMeasurement } from '../domain/measurement-versions.ts';
import type { MeasurementFacts, MeasurementResult } from '../domain/records/measurement.ts';
import { formatEuros } from '../lib/money.ts';
import { facts as factsOf, notice, paragraph, part } from './blocks.ts';
import { dayInDutch, decimalInDutch, paramsInDutch, say } from './in-dutch.ts';
import { measurementVersionBlocks } from './measurement-report.ts';
import type { ReportBlock, ReportDocument } from './report-document.ts';
import { reportOfRegion } from './report-of-region.ts';

export interface LksAdviceInput {
  readonly region: string;
  readonly recordId: string;
  readonly name: string;
  readonly facts: MeasurementFacts;
  readonly result: MeasurementResult;
  /** All final measurements of the file, this one among them: an amount that follows from a version that was replaced says so. */
  readonly measurements: readonly PlacedMeasurement[];
  /** On the day of the visit the person worked without a wage: provisional, for the contract that may come. @source DOMAIN, subsidie-advies */
  readonly provisional: boolean;
}

/**
 * What the loonwaarde means in money, with its whole working and the source of each figure. A report of its own: advice is
 * no part of the uniform loonwaarderapport. It names the table that the measurement was recorded with and computes with that.
 */
export function lksAdvice(input: LksAdviceInput): ReportDocument {
  const { facts, result, name } = input;
  const computed = computedAgain(facts, result);
  return reportOfRegion(input, {
    id: 'advies-loonkostensubsidie',
    title: say('lks.title'),
    lead: say('lks.lead', { name, employer: facts.employerName, loonwaarde: result.loonwaarde, hours: decimalInDutch(facts.contractHours) }),
    reportedOn: result.finalisedOn,
    blocks: [
      ...measurementVersionBlocks(input),
      ...(input.provisional ? [notice(say('lks.provisional.title'), say('lks.provisional.text'))] : []),
      ...(computed === null ? [notice(say('lks.unknown.title'), say('lks.unknown.text'))] : amountBlocks(computed)),
      part(say('lks.facts.title')),
      usedFacts(input, computed),
    ],
  });
}

/** @returns null when the amounts were not known when the measurement became final: they are not filled in afterwards */
function computedAgain(facts: MeasurementFacts, result: MeasurementResult): LksResult | null {
  const parameters = result.lksParametersVersion === null ? undefined : lksParametersOf(facts, result.lksParametersVersion);
  const computed = parameters === undefined ? null : lksOf(facts, result.loonwaarde, parameters);
  return computed?.ok === true ? computed.value : null;
}

function amountBlocks(lks: LksResult): readonly ReportBlock[] {
  const euros = (amount: LksResult['totalEuros']) => formatEuros(amount, 'nl');
  const text = (key: string) => say(`lks.amounts.${key}`);
  return [
    { kind: 'figure', value: euros(lks.totalEuros), label: say('lks.figure'), bar: null },
    notice(say('lks.notice.title'), say('lks.notice.text')),
    part(text('title')),
    {
      kind: 'table',
      summary: text('summary'),
      columns: [
        { header: text('part'), align: 'start', width: 70 },
        { header: text('amount'), align: 'end', width: 30 },
      ],
      rows: [
        { cells: [text('subsidy'), euros(lks.subsidyEuros)] },
        { cells: [text('employerCosts'), euros(lks.employerCostsEuros)] },
        { cells: [text('total'), euros(lks.totalEuros)], strong: true },
      ],
    },
    ...(lks.roundedOnTotal ? [paragraph(text('roundedOnTotal'), 'quiet')] : []),
    part(say('lks.working.title')),
    {
      kind: 'list',
      ordered: true,
      items: lks.lines
        .filter(({ code }) => code !== 'lks.line.advice')
        .map(({ code, params, source }) => ({ text: say(code, paramsInDutch(params)), note: source === null ? undefined : say('lks.working.source', { source }) })),
    },
  ];
}

function usedFacts({ facts, result, name, recordId }: LksAdviceInput, lks: LksResult | null): ReportBlock {
  const text = (key: string) => say(`lks.facts.${key}`);
  return factsOf(
    [text('name'), name],
    [text('birthDate'), dayInDutch(facts.birthDate)],
    [text('employer'), facts.employerName],
    [text('measuredOn'), dayInDutch(result.visitedOn)],
    [text('loonwaarde'), say('percentage', { percentage: result.loonwaarde })],
    [text('contractBeganOn'), dayInDutch(facts.contractBeganOn)],
    [text('contractHours'), say('hours', { hours: decimalInDutch(facts.contractHours) })],
    [text('fullTimeHours'), say('hours', { hours: decimalInDutch(facts.fullTimeHours) })],
    [text('referenceDay'), lks === null ? '' : dayInDutch(lks.referenceDay)],
    [text('table'), lks === null ? '' : say('lks.facts.tableValue', { version: lks.parameters.version })],
    [text('next'), result.nextMeasurementOn === null ? '' : dayInDutch(result.nextMeasurementOn)],
    [text('measurement'), recordId],
  );
}
