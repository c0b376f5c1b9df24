import type { Condition, FormDefinition, FormSuggestion, FormValues, ListField } from './form-definition.ts';
import type { PlainField } from './read-field.ts';

/** What the answers so far make of the form: which questions are asked, and what is proposed. */
export interface Asking {
  /** Whether this question of the form is asked now. */
  readonly asks: (fieldId: string) => boolean;
  /** Whether this question is asked in this item of a list. */
  readonly asksInItem: (list: ListField, field: PlainField, item: FormValues) => boolean;
  readonly holds: (condition: Condition) => boolean;
  /** @returns null when there is nothing to propose for this field */
  readonly suggestionFor: (fieldId: string) => Suggestion | null;
}

export interface Suggestion {
  /** One value, or with `all` any number, in the order of the rules. */
  readonly values: readonly string[];
  /** The keys of the words why, per value: every rule that holds and leads to it. */
  readonly reasons: readonly { readonly value: string; readonly because: string }[];
}

/**
 * A question that is skipped says nothing: what was typed into it before counts for no other question. Questions that
 * wait for each other are asked not at all; the check of a definition refuses those.
 * @throws never: drafts and old definitions hold anything
 */
export function askingOf(definition: FormDefinition, values: FormValues): Asking {
  const asked = new Map<string, boolean>();
  const asks = (fieldId: string): boolean => {
    const known = asked.get(fieldId);
    if (known !== undefined) return known;
    asked.set(fieldId, false);
    const section = definition.sections.find(({ fields }) => fields.some(({ id }) => id === fieldId));
    const field = section?.fields.find(({ id }) => id === fieldId);
    const found = [section?.shownWhen, field?.shownWhen].every((condition) => condition === undefined || holds(condition));
    asked.set(fieldId, found);
    return found;
  };
  const answerTo = (fieldId: string): unknown => (asks(fieldId) ? values[fieldId] : undefined);
  const holds = (condition: Condition): boolean => conditionHolds(condition, answerTo, suggestionFor);

  const suggestionFor = (fieldId: string): Suggestion | null => {
    const rules = definition.suggestions?.find((each) => each.for === fieldId);
    return rules === undefined ? null : suggest(rules, holds);
  };
  return {
    asks,
    holds,
    suggestionFor,
    asksInItem(list, field, item) {
      const ofItem = (id: string): unknown => (list.fields.some((each) => each.id === id) ? item[id] : answerTo(id));
      return field.shownWhen === undefined || conditionHolds(field.shownWhen, ofItem, suggestionFor);
    },
  };
}

function conditionHolds(condition: Condition, answerTo: (fieldId: string) => unknown, suggestionFor: Asking['suggestionFor']): boolean {
  const holds = (each: Condition): boolean => conditionHolds(each, answerTo, suggestionFor);
  if ('all' in condition) return condition.all.every(holds);
  if ('any' in condition) return condition.any.some(holds);
  if ('not' in condition) return !holds(condition.not);
  if ('differsFromSuggestion' in condition) {
    const [proposed] = suggestionFor(condition.differsFromSuggestion)?.values ?? [];
    const chosen = answerTo(condition.differsFromSuggestion);
    return proposed !== undefined && typeof chosen === 'string' && chosen !== '' && chosen !== proposed;
  }
  const answer = answerTo(condition.field);
  const given: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
  return condition.isOneOf.some((each) => given.includes(each));
}

function suggest({ takes, rules }: FormSuggestion, holds: (condition: Condition) => boolean): Suggestion | null {
  const holding = rules.filter(({ when }) => holds(when));
  const [first] = holding;
  if (first === undefined) return null;
  const taken = takes === 'first' ? holding.filter(({ value }) => value === first.value) : holding;
  return { values: [...new Set(taken.map(({ value }) => value))], reasons: taken.map(({ value, because }) => ({ value, because })) };
}
