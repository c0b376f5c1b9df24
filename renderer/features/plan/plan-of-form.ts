import type { RecordView } from '#renderer/data/views.ts';
import type { RecordId, UserId } from '#shared/domain/ids.ts';
import { judgeRecord } from '#shared/domain/judge.ts';
import type { Groups } from '#shared/domain/kinds.ts';
import type { Violation } from '#shared/domain/violation.ts';
import type { FormDefinition, FormValues } from '#shared/forms/form-definition.ts';
import { itemsOf } from '#shared/forms/form-items.ts';
import type { FormReading } from '#shared/forms/read-form.ts';
import { formPathOf, groupsOfForm } from '#shared/forms/record-of-form.ts';
import type { Operation } from '#shared/sync/operation.ts';

/** What the record holds beside what is asked. */
export interface PlanFrame {
  readonly draftId: string;
  readonly madeBy: UserId;
  readonly version: number;
  readonly replaces: RecordId | null;
}

/**
 * @param before the plan that holds, as this page read it @param changed the same, while nobody agreed to it: then this
 * version itself changes, and stays whose it was
 */
export function planFrame(draftId: string, madeBy: UserId, before: RecordView<'plan'> | null, changed: RecordView<'plan'> | null): PlanFrame {
  const facts = changed?.groups.facts;
  if (facts !== undefined) return { draftId, madeBy: facts.madeBy, version: facts.version, replaces: facts.replaces };
  // A colleague's version that nobody agreed to came in after this one was begun: both are of the same number, side by side.
  const { facts: beside, agreed } = before?.groups ?? {};
  if (beside !== undefined && agreed === undefined) return { draftId, madeBy, version: beside.version, replaces: beside.replaces };
  return { draftId, madeBy, version: (before?.groups.facts?.version ?? 0) + 1, replaces: before?.recordId ?? null };
}

/** What a draft was begun on: the plan that it changes, if any, and which state of its groups was on the screen. */
export interface PlanBegun {
  readonly changes: RecordId | null;
  readonly bases: Operation['baseVersions'];
}

/** @param before the plan that holds now: while nobody agreed to it, it is this one that is changed */
export function planBegun(before: RecordView<'plan'> | null): PlanBegun {
  if (before === null || before.groups.agreed !== undefined) return { changes: null, bases: {} };
  return { changes: before.recordId, bases: Object.fromEntries(['facts', 'content', 'agreements'].map((group) => [group, before.changes[group]?.base ?? null])) };
}

/**
 * The plan that is changed: the one that holds now, if nobody agreed to it and the draft was begun on it. What a colleague
 * made in the meantime was not on the screen then, and nothing is written over it.
 */
export function changedPlan(before: RecordView<'plan'> | null, begun: PlanBegun): RecordView<'plan'> | null {
  return before !== null && before.groups.agreed === undefined && before.recordId === begun.changes ? before : null;
}

/** The part of a plan that is made here; whether the candidate agrees comes after. */
export type PlanGroups = Required<Pick<Groups<'plan'>, 'facts' | 'content' | 'agreements'>>;

/** Where an item of the list keeps the id of the agreement that it carries over. */
export const carriedKey = 'carried';

/** What a version of the region leaves out is empty, not missing. */
const nothingSaid = {
  ownPart: '', steps: [], promisingBranches: [], extraSupport: '', learningPotential: '', possibilities: '', limits: '', exemptUntil: null, consequences: '', lookingBack: '',
};

/** The record of a plan as the form says it, and what its rule has against it, with the paths of the form. */
export function planOf(definition: FormDefinition, values: FormValues, reading: FormReading, { draftId, madeBy, version, replaces }: PlanFrame): { readonly groups: PlanGroups; readonly violations: readonly Violation[] } {
  const { facts, content, agreements } = groupsOfForm(definition, reading);
  const listId = definition.sections.flatMap(({ fields }) => fields).find(({ writesTo }) => writesTo?.join('.') === 'agreements.items')?.id ?? 'agreements';
  const typed = itemsOf(values, listId);
  const read: readonly object[] = Array.isArray(agreements?.['items']) ? agreements['items'] : [];
  const items = read.map((item, index) => {
    const position = reading.positions[listId]?.[index] ?? index;
    const carried = typed[position]?.[carriedKey];
    return { ...item, id: typeof carried === 'string' ? carried : `${draftId}-${position}` };
  });
  const groups = {
    facts: { madeOn: null, reviewedOn: null, ...facts, madeBy, version, replaces },
    content: { ...nothingSaid, ...content, form: { id: definition.id, version: definition.version } },
    agreements: { items },
  };
  const judged = judgeRecord('plan', { ...groups, agreed: { agreedOn: groups.facts.madeOn, agreedBy: madeBy } });
  // Judged as if both agreed today: what would stand in the way of that is said now, while it can still be changed.
  const violations = judged.filter(({ path }) => path[0] !== 'agreed').map((violation) => ({ ...violation, path: formPathOf(definition, reading, violation.path) ?? [] }));
  // The judge looks at every field: what it lets through is a plan.
  return { groups: groups as unknown as PlanGroups, violations };
}
