import type { CoachingPlanShared, CoachingRegime } from '../domain/records/coaching.ts';
import type { Day } from '../lib/calendar.ts';
import { toDutchDay } from '../lib/loose-day.ts';
import { facts as factsOf, joined, paragraph, part } from './blocks.ts';
import { dayInDutch, say } from './in-dutch.ts';
import type { ReportBlock, ReportDocument } from './report-document.ts';
import { reportOfRegion } from './report-of-region.ts';

/**
 * The part of a coachingsplan that the employer gets. The internal part is no field of this input: what is not there cannot
 * be printed by mistake.
 */
export interface CoachingPlanInput {
  readonly region: string;
  readonly recordId: string;
  readonly name: string;
  readonly shared: CoachingPlanShared;
  /** What was granted, if that is known here. */
  readonly granted: { readonly regime: CoachingRegime; readonly from: Day } | null;
}

/** @source DOMAIN "Placement, coaching, nazorg": the logboek stays internal; only the coachingsplan is shared */
export function coachingPlanReport({ region, recordId, name, shared, granted }: CoachingPlanInput): ReportDocument {
  const fact = (key: string) => say(`coachingPlan.facts.${key}`);
  return reportOfRegion({ region, recordId }, {
    id: 'coachingsplan',
    title: say('coachingPlan.title'),
    lead: say('coachingPlan.lead', { name, employer: shared.employerName, day: dayInDutch(shared.drawnUpOn) }),
    reportedOn: shared.drawnUpOn,
    blocks: [
      part(fact('title')),
      factsOf(
        [fact('name'), name],
        [fact('employer'), shared.employerName],
        [fact('contact'), shared.contactPerson],
        [fact('coach'), joined(shared.coachName, shared.coachPhone)],
        [fact('regime'), granted === null ? '' : say('coachingPlan.facts.regimeValue', { regime: say(`choice.regime.${granted.regime}`), day: dayInDutch(granted.from) })],
        [fact('drawnUpOn'), dayInDutch(shared.drawnUpOn)],
        [fact('evaluateOn'), shared.evaluateOn === null ? '' : dayInDutch(shared.evaluateOn)],
      ),
      ...goalBlocks(shared),
      ...(shared.approach.trim() === '' ? [] : [part(say('coachingPlan.approach')), paragraph(shared.approach)]),
      ...agreementBlocks(shared),
      ...(shared.replaces === null ? [] : [paragraph(say('coachingPlan.replaces'), 'quiet')]),
    ],
  });
}

function goalBlocks({ goals }: CoachingPlanShared): readonly ReportBlock[] {
  const text = (key: string) => say(`coachingPlan.goals.${key}`);
  return [
    part(text('title')),
    {
      kind: 'table',
      summary: text('summary'),
      columns: [
        { header: text('goal'), align: 'start', width: 42 },
        { header: text('approach'), align: 'start', width: 58 },
      ],
      rows: goals.map(({ goal, approach }, index) => ({ cells: [`${index + 1}. ${goal}`, approach] })),
    },
  ];
}

function agreementBlocks({ agreements }: CoachingPlanShared): readonly ReportBlock[] {
  if (agreements.length === 0) return [];
  const text = (key: string) => say(`coachingPlan.agreements.${key}`);
  return [
    part(text('title')),
    {
      kind: 'table',
      summary: text('summary'),
      columns: [
        { header: text('what'), align: 'start', width: 62 },
        { header: text('owner'), align: 'start', width: 20 },
        { header: text('due'), align: 'start', width: 18 },
      ],
      rows: agreements.map(({ what, owner, dueOn }) => ({ cells: [what, say(`choice.owner.${owner}`), dueOn === null ? text('noDay') : toDutchDay(dueOn)] })),
    },
  ];
}
