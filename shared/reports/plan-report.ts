import type { PlanAgreed, PlanContent, PlanFacts } from '../domain/records/plan.ts';
import type { AgreementState } from '../domain/plan/plan-state.ts';
import type { Day } from '../lib/calendar.ts';
import { toDutchDay } from '../lib/loose-day.ts';
import { bullets, facts as factsOf, notice, paragraph, part, section } from './blocks.ts';
import { dayInDutch, say } from './in-dutch.ts';
import { integrityLine } from './integrity.ts';
import type { ReportBlock, ReportDocument, TableBlock } from './report-document.ts';
import type { ReportFrame } from './report-frame.ts';
import { reportOfRegion } from './report-of-region.ts';
import { signatureBlocks } from './signature-blocks.ts';

/** One version of a plan van aanpak, with what became of its agreements. */
export interface PlanReportInput extends ReportFrame {
  readonly name: string;
  /** The given name: the plan speaks of a person. */
  readonly givenName: string;
  /** Who made the plan, by name; empty when it is not known here. */
  readonly madeBy: string;
  readonly facts: PlanFacts;
  readonly content: PlanContent;
  /** Null as long as it is not agreed. */
  readonly agreed: PlanAgreed | null;
  readonly agreements: readonly AgreementState[];
  /** The branches in words: which words there are is the form's, by version. */
  readonly branches: readonly string[];
  /** What is put to use, in words, one line for each thing that it is for; empty for a form that did not ask. */
  readonly instruments: readonly { readonly title: string; readonly items: readonly string[] }[];
  /** Versions before this one, the last first. */
  readonly earlier: readonly { readonly version: number; readonly madeOn: Day }[];
}

/** The plan as the candidate takes it home. @source DOMAIN "Words", plan van aanpak */
export function planReport(input: PlanReportInput): ReportDocument {
  const { facts, content, agreed, name } = input;
  return reportOfRegion(input, {
    id: 'plan-van-aanpak',
    title: say('plan.title'),
    lead: say('plan.lead', { name, version: facts.version, day: dayInDutch(facts.madeOn) }),
    reportedOn: agreed?.agreedOn ?? facts.madeOn,
    blocks: [
      ...(agreed === null ? [notice(say('plan.draft.title'), say('plan.draft.text'))] : []),
      part(say('plan.goal')),
      paragraph(content.goal, 'strong'),
      section(say('plan.ownPart', { name: input.givenName })),
      paragraph(content.ownPart),
      ...(content.steps.length === 0 ? [] : [section(say('plan.steps')), { kind: 'list' as const, ordered: true, items: content.steps.map(({ step }) => ({ text: step })) }]),
      ...instrumentBlocks(input),
      ...workBlocks(input),
      ...agreementBlocks(input.agreements),
      part(say('plan.obligations.title')),
      factsOf(
        [say('plan.obligations.obligation'), say(`choice.obligation.${content.workObligation}`)],
        [say('plan.obligations.exemptUntil'), content.exemptUntil === null ? '' : dayInDutch(content.exemptUntil)],
        [say('plan.obligations.consequences'), content.consequences],
      ),
      ...reviewBlocks(input),
      ...signatureBlocks(input, 'plan', { candidate: name, consultant: input.madeBy }, 'plan.signature'),
      ...integrityLine(input, content.form),
    ],
  });
}

function instrumentBlocks({ instruments }: PlanReportInput): readonly ReportBlock[] {
  const used = instruments.filter(({ items }) => items.length > 0);
  return used.length === 0 ? [] : [section(say('plan.instruments')), bullets(used.map(({ title, items }) => `${title}: ${items.join(', ')}`))];
}

function workBlocks({ content, branches }: PlanReportInput): readonly ReportBlock[] {
  const texts = [
    ['plan.possibilities', content.possibilities],
    ['plan.limits', content.limits],
    ['plan.learning', content.learningPotential],
    ['plan.support', content.extraSupport],
  ] as const;
  const told = texts.filter(([, text]) => text.trim() !== '');
  if (told.length === 0 && branches.length === 0) return [];
  return [
    part(say('plan.work')),
    ...(branches.length === 0 ? [] : [section(say('plan.branches')), bullets(branches)]),
    ...told.flatMap(([key, text]) => [section(say(key)), paragraph(text)]),
  ];
}

function agreementBlocks(agreements: readonly AgreementState[]): readonly ReportBlock[] {
  if (agreements.length === 0) return [];
  const text = (key: string) => say(`plan.agreements.${key}`);
  const table: TableBlock = {
    kind: 'table',
    summary: text('summary'),
    columns: [
      { header: text('what'), align: 'start', width: 44 },
      { header: text('owner'), align: 'start', width: 17 },
      { header: text('due'), align: 'start', width: 16 },
      { header: text('outcome'), align: 'start', width: 23 },
    ],
    rows: agreements.map(({ agreement, outcome }) => ({
      cells: [agreement.what, say(`choice.owner.${agreement.owner}`), toDutchDay(agreement.dueOn), outcomeText(outcome)],
    })),
  };
  return [part(text('title')), paragraph(text('intro')), table];
}

function outcomeText(outcome: AgreementState['outcome']): string {
  if (outcome === null) return say('choice.outcome.open');
  const noted = say('plan.agreements.remark', { outcome: say(`choice.outcome.${outcome.outcome}`), day: toDutchDay(outcome.notedOn) });
  return outcome.remark.trim() === '' ? noted : `${noted}\n${outcome.remark}`;
}

function reviewBlocks({ facts, content, agreed, earlier }: PlanReportInput): readonly ReportBlock[] {
  return [
    part(say('plan.review.title')),
    factsOf(
      [say('plan.review.agreedOn'), agreed === null ? '' : dayInDutch(agreed.agreedOn)],
      [say('plan.review.reviewedOn'), facts.reviewedOn === null ? '' : dayInDutch(facts.reviewedOn)],
      [say('plan.review.lookingBack'), content.lookingBack],
      [say('plan.review.next'), dayInDutch(facts.nextReviewOn)],
      [say('plan.review.versions'), earlier.map(({ version, madeOn }) => say('plan.review.version', { version, day: dayInDutch(madeOn) })).join('\n')],
    ),
  ];
}
