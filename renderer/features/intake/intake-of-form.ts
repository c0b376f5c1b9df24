import type { UserId } from '#shared/domain/ids.ts';
import { judgeRecord } from '#shared/domain/judge.ts';
import type { Groups } from '#shared/domain/kinds.ts';
import type { Violation } from '#shared/domain/violation.ts';
import { askingOf } from '#shared/forms/asking.ts';
import { fieldsOf, formText, type FormDefinition, type FormValues } from '#shared/forms/form-definition.ts';
import type { FormReading } from '#shared/forms/read-form.ts';
import { formPathOf, groupsOfForm } from '#shared/forms/record-of-form.ts';

/** What the record holds beside what is asked. */
export interface IntakeFrame {
  readonly heldBy: UserId;
  /** 'YYYY-MM-DD' */
  readonly today: string;
}

export interface IntakeOfForm {
  readonly groups: Required<Groups<'intake'>>;
  /** With the paths of the form. */
  readonly violations: readonly Violation[];
}

/** The record of an intake as the form says it, and what its rule has against it. */
export function intakeOf(definition: FormDefinition, values: FormValues, reading: FormReading, { heldBy, today }: IntakeFrame): IntakeOfForm {
  const { facts, given = {}, decision } = groupsOfForm(definition, reading);
  const asking = askingOf(definition, values);
  // What was skipped was not answered: an empty answer would say that it was.
  const asked = new Set(fieldsOf(definition).flatMap(({ id, writesTo }) => (writesTo?.[0] === 'given' && asking.asks(id) ? [writesTo[1]] : [])));
  const suggestion = asking.suggestionFor('candidateGroup');
  const [suggested] = suggestion?.values ?? [];
  const groups = {
    facts: { ...facts, heldBy },
    answers: { form: { id: definition.id, version: definition.version }, given: Object.fromEntries(Object.entries(given).filter(([id]) => asked.has(id))) },
    decision: {
      nextSteps: [],
      ...decision,
      explanation: typeof decision?.['explanation'] === 'string' ? decision['explanation'] : '',
      candidateGroup: numberOf(decision?.['candidateGroup']),
      selfReliance: numberOf(decision?.['selfReliance']),
      decidedOn: today,
      suggestedGroup: suggested === undefined ? null : Number(suggested),
      suggestedBecause: (suggestion?.reasons ?? []).map(({ because }) => formText(definition, 'nl', because)),
    },
  };
  const violations = judgeRecord('intake', groups).map((violation) => ({ ...violation, path: formPathOf(definition, reading, inForm(violation.path)) ?? [] }));
  // The judge looks at every field: what it lets through is an intake.
  return { groups: groups as unknown as Required<Groups<'intake'>>, violations };
}

/** In the record the answers lie beside the version they were given to. */
const inForm = (path: Violation['path']): Violation['path'] => (path[0] === 'answers' && path[1] === 'given' ? path.slice(1) : path);

const numberOf = (choice: unknown): number | null => (typeof choice === 'string' && choice !== '' ? Number(choice) : null);
