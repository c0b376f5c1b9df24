import { reportVersions, type PlacedReport } from '../domain/coaching/report-versions.ts';
import type { RecordId } from '../domain/ids.ts';
import type { CoachingReportFacts, CoachingReportText } from '../domain/records/coaching.ts';
import { facts as factsOf, notice, paragraph, part, section } from './blocks.ts';
import { durationInDutch } from './duration.ts';
import { dayInDutch, say } from './in-dutch.ts';
import { integrityLine } from './integrity.ts';
import type { ReportBlock, ReportDocument } from './report-document.ts';
import type { ReportFrame } from './report-frame.ts';
import { reportOfRegion } from './report-of-region.ts';
import { signatureBlocks } from './signature-blocks.ts';
import { versionBlocks } from './version-blocks.ts';

/** A final half-yearly report. The logboek is no part of it. */
export interface HalfYearReportInput extends ReportFrame {
  readonly name: string;
  readonly facts: CoachingReportFacts;
  readonly report: CoachingReportText;
  /** All half-yearly reports of the file, this one among them: which of them hold is told on paper too. */
  readonly reports: readonly PlacedReport[];
}

/** @source DOMAIN "Placement, coaching, nazorg": results, evaluation signed by the employer, satisfaction signed by the candidate */
export function halfYearReport(input: HalfYearReportInput): ReportDocument {
  const { facts, report, name } = input;
  const period = { from: dayInDutch(facts.from), through: dayInDutch(facts.through), halfYear: facts.halfYear };
  const fact = (key: string) => say(`halfYear.facts.${key}`);
  return reportOfRegion(input, {
    id: 'halfjaarverslag',
    title: say('halfYear.title'),
    lead: say('halfYear.lead', { name, employer: report.employerName, ...period }),
    reportedOn: facts.finalisedOn,
    blocks: [
      ...versionBlocks(input.recordId, reportVersions(input.reports), { texts: 'halfYear.version', reason: report.correctionReason ?? '' }),
      notice(say('halfYear.result'), say(`choice.result.${facts.result}`)),
      part(fact('title')),
      factsOf(
        [fact('name'), name],
        [fact('employer'), report.employerName],
        [fact('contact'), report.contactPerson],
        [fact('coach'), report.coachName],
        [fact('period'), say('halfYear.facts.periodValue', period)],
        [fact('finalisedOn'), dayInDutch(facts.finalisedOn)],
        [fact('version'), nameOfVersion(input)],
      ),
      ...hourBlocks(facts),
      ...goalBlocks(report),
      part(say('halfYear.results')),
      paragraph(report.results),
      part(say('halfYear.evaluation.title')),
      section(say('halfYear.evaluation.employer')),
      paragraph(report.employerEvaluation),
      section(say('halfYear.evaluation.candidate')),
      factsOf([say('halfYear.evaluation.satisfaction'), say(`choice.satisfaction.${report.candidateSatisfaction}`)]),
      paragraph(report.candidateView),
      ...(report.advice.trim() === '' ? [] : [part(say('halfYear.advice')), paragraph(report.advice)]),
      ...signatureBlocks(input, 'coachingReport', { employer: report.contactPerson, candidate: name, jobcoach: report.coachName }, 'halfYear.signature'),
      ...integrityLine(input, report.form),
    ],
  });
}

/** A number is only said where there is more than one, so that it never raises a question. */
function nameOfVersion({ recordId, reports }: HalfYearReportInput): string {
  const name = reportVersions(reports).get(recordId as RecordId)?.name ?? '1';
  return name === '1' ? '' : name;
}

function hourBlocks({ regime, grantedMinutes, usedMinutes, visits }: CoachingReportFacts): readonly ReportBlock[] {
  const text = (key: string) => say(`halfYear.hours.${key}`);
  const left = grantedMinutes - usedMinutes;
  return [
    part(text('title')),
    {
      kind: 'table',
      summary: text('summary'),
      columns: [
        { header: text('part'), align: 'start', width: 60 },
        { header: text('value'), align: 'end', width: 40 },
      ],
      rows: [
        { cells: [text('regime'), say(`choice.regime.${regime}`)] },
        { cells: [text('visits'), String(visits)] },
        { cells: [text('granted'), durationInDutch(grantedMinutes)] },
        { cells: [text('used'), durationInDutch(usedMinutes)] },
        { cells: [text(left < 0 ? 'over' : 'left'), durationInDutch(Math.abs(left))], strong: true },
      ],
    },
  ];
}

function goalBlocks({ goals }: CoachingReportText): readonly ReportBlock[] {
  if (goals.length === 0) return [];
  const text = (key: string) => say(`halfYear.goals.${key}`);
  return [
    part(text('title')),
    {
      kind: 'table',
      summary: text('summary'),
      columns: [
        { header: text('goal'), align: 'start', width: 40 },
        { header: text('progress'), align: 'start', width: 18 },
        { header: text('explanation'), align: 'start', width: 42 },
      ],
      rows: goals.map(({ goal, progress, explanation }) => ({ cells: [goal, say(`choice.goalProgress.${progress}`), explanation] })),
    },
  ];
}
