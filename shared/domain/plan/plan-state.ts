import type { RecordId } from '../ids.ts';
import type { Groups } from '../kinds.ts';
import type { PlanAgreement, PlanOutcomeFacts } from '../records/plan.ts';

/** A plan and the outcomes noted, as any holder of records has them: a screen, a report, the list of what is due. */
export interface PlanRecord {
  readonly recordId: RecordId;
  readonly groups: Groups<'plan'>;
}
export interface OutcomeRecord {
  readonly recordId: RecordId;
  readonly groups: Groups<'planOutcome'>;
}

export interface AgreementState {
  readonly planId: RecordId;
  readonly agreement: PlanAgreement;
  /** What was noted last, or null: still open. */
  readonly outcome: PlanOutcomeFacts | null;
  /** Open and past its day. */
  readonly overdue: boolean;
}

/**
 * The versions of a candidate's plan, the one that holds now first. Which that is follows from the records alone: two
 * reviews made offline of one version are both there, and the same one leads on every device.
 */
export function planVersions<P extends PlanRecord>(plans: readonly P[]): readonly P[] {
  const key = ({ groups: { facts }, recordId }: PlanRecord) => `${String(facts?.version ?? 0).padStart(4, '0')} ${facts?.madeOn ?? ''} ${recordId}`;
  return plans.filter(({ groups }) => groups.facts !== undefined).toSorted((a, b) => (key(a) < key(b) ? 1 : -1));
}

/** @returns the plan that holds now, or null when there is none */
export function currentPlan<P extends PlanRecord>(plans: readonly P[]): P | null {
  return planVersions(plans)[0] ?? null;
}

/**
 * The agreements of one version, each with what became of it, in the order of the plan. An outcome belongs to the
 * agreement and not to the version: one that was carried over keeps it.
 * @param today 'YYYY-MM-DD'
 */
export function agreementStates(plan: PlanRecord, outcomes: readonly OutcomeRecord[], today: string): readonly AgreementState[] {
  return (plan.groups.agreements?.items ?? []).map((agreement) => {
    const outcome = lastOutcome(agreement.id, outcomes);
    return { planId: plan.recordId, agreement, outcome, overdue: outcome === null && agreement.dueOn < today };
  });
}

function lastOutcome(agreementId: RecordId, outcomes: readonly OutcomeRecord[]): PlanOutcomeFacts | null {
  const all = outcomes.filter(({ groups }) => groups.facts?.agreementId === agreementId);
  const replaced = new Set(all.map(({ groups }) => groups.facts?.replaces ?? null));
  const found = all.filter(({ recordId }) => !replaced.has(recordId));
  const key = ({ groups: { facts }, recordId }: OutcomeRecord) => `${facts?.notedOn ?? ''} ${recordId}`;
  return found.toSorted((a, b) => (key(a) < key(b) ? 1 : -1))[0]?.groups.facts ?? null;
}

/** Open agreements of the plan that holds now, the most urgent first: for the list of what is due. @param today 'YYYY-MM-DD' */
export function openAgreements(plans: readonly PlanRecord[], outcomes: readonly OutcomeRecord[], today: string): readonly AgreementState[] {
  const plan = currentPlan(plans);
  if (plan === null) return [];
  return agreementStates(plan, outcomes, today)
    .filter(({ outcome }) => outcome === null)
    .toSorted((a, b) => (a.agreement.dueOn < b.agreement.dueOn ? -1 : a.agreement.dueOn > b.agreement.dueOn ? 1 : 0));
}
