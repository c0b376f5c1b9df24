import type { Violation } from '../domain/violation.ts';
import { askingOf, type Asking } from './asking.ts';
import { fieldsOf, type FormDefinition, type FormField, type FormRule, type FormValues, type ListField } from './form-definition.ts';
import { itemsOf, restOf } from './form-items.ts';
import { emptyAnswer, readField, type Answer, type FormMoment, type PlainField } from './read-field.ts';

export type ItemAnswers = Readonly<Record<string, Answer>>;

/** What a form says, whether or not it is complete. */
export interface FormReading {
  /** By field id; a field that is not shown, not filled in or not readable has the empty answer. */
  readonly answers: Readonly<Record<string, Answer | readonly ItemAnswers[]>>;
  /** Paths are those of the form: ['heldOn'], ['agreements', 1, 'dueOn']. */
  readonly violations: readonly Violation[];
  /** For each list, where on the screen each of its answers stands: blank items are not answers. */
  readonly positions: Readonly<Record<string, readonly number[]>>;
  /** For each list, what stands with each of its answers and is not asked. */
  readonly rests: Readonly<Record<string, readonly FormValues[]>>;
}

/** The form as it stands when nothing was typed yet, with what is known already. */
export function startValues(definition: FormDefinition, known: FormValues = {}): FormValues {
  return Object.fromEntries(fieldsOf(definition).map((field) => [field.id, known[field.id] ?? emptyValue(field)]));
}

export function emptyItem(field: ListField): FormValues {
  return Object.fromEntries(field.fields.map((each) => [each.id, emptyValue(each)]));
}

function emptyValue(field: FormField): unknown {
  if (field.type === 'list' || field.type === 'multiple') return [];
  return field.type === 'switch' ? false : '';
}

/** An item in which nothing was typed or chosen does not exist: nobody has to remove an empty line. */
export function isBlankItem(field: ListField, item: FormValues): boolean {
  return field.fields.every(({ id }) => isUntouched(item[id]));
}

function isUntouched(value: unknown): boolean {
  return value === undefined || value === false || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);
}

/** Reads everything that was typed. @throws never: drafts hold anything */
export function readForm(definition: FormDefinition, values: FormValues, moment: FormMoment): FormReading {
  const answers: Record<string, Answer | readonly ItemAnswers[]> = {};
  const positions: Record<string, readonly number[]> = {};
  const rests: Record<string, readonly FormValues[]> = {};
  const violations: Violation[] = [];
  const asking = askingOf(definition, values);
  const read = (field: PlainField, among: FormValues, asked: boolean, path: Violation['path']): Answer => {
    if (!asked) return emptyAnswer(field);
    const outcome = readField(field, among[field.id], moment);
    if (outcome.ok) return outcome.value;
    violations.push({ path, ...outcome.problem });
    return emptyAnswer(field);
  };
  for (const field of fieldsOf(definition)) {
    if (field.type !== 'list') {
      answers[field.id] = read(field, values, asking.asks(field.id), [field.id]);
      continue;
    }
    const shown = asking.asks(field.id) ? itemsOf(values, field.id) : [];
    const filled = [...shown.entries()].filter(([, item]) => !isBlankItem(field, item));
    positions[field.id] = filled.map(([position]) => position);
    rests[field.id] = filled.map(([, item]) => restOf(item));
    answers[field.id] = filled.map(([position, item]) =>
      Object.fromEntries(field.fields.map((each) => [each.id, read(each, item, asking.asksInItem(field, each, item), [field.id, position, each.id])])),
    );
    if (field.required === true && filled.length === 0 && asking.asks(field.id)) violations.push({ path: [field.id], code: shown.length === 0 ? 'list.required' : 'list.stillBlank' });
    if (filled.length > field.maximum) violations.push({ path: [field.id], code: 'list.tooLong', params: { maximum: field.maximum } });
  }
  for (const field of fieldsOf(definition)) {
    if (field.type === 'minutes' && field.sameAs !== undefined && isUntouched(values[field.id])) answers[field.id] = answers[field.sameAs] ?? null;
  }
  const already = new Set(violations.map(({ path }) => path.join('.')));
  violations.push(...definition.rules.flatMap((rule) => checkRule(rule, asking, answers, moment)).filter(({ path }) => !already.has(path.join('.'))));
  return { answers, violations: inOrder(definition, violations), positions, rests };
}

function checkRule(rule: FormRule, asking: Asking, answers: FormReading['answers'], moment: FormMoment): readonly Violation[] {
  const answer = answers[rule.field];
  const broken = rule.rule === 'notAfterToday' ? typeof answer === 'string' && answer > moment.today : asking.holds(rule.when) && isNothing(answer);
  return broken ? [{ path: [rule.field], code: rule.code }] : [];
}

const isNothing = (answer: FormReading['answers'][string] | undefined): boolean => answer === null || answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0);

/** As a person meets them on the screen, from top to bottom. */
export function inOrder(definition: FormDefinition, violations: readonly Violation[]): readonly Violation[] {
  const fields = fieldsOf(definition);
  const rank = ({ path: [id, position, item] }: Violation): readonly number[] => {
    const at = fields.findIndex((field) => field.id === id);
    const field = fields[at];
    const inside = field?.type === 'list' ? field.fields.findIndex((each) => each.id === item) : -1;
    return [at === -1 ? fields.length : at, typeof position === 'number' ? position : -1, inside];
  };
  return violations.toSorted((a, b) => {
    const [first, second] = [rank(a), rank(b)];
    const step = first.findIndex((number, index) => number !== second[index]);
    return step === -1 ? 0 : (first[step] ?? 0) - (second[step] ?? 0);
  });
}
