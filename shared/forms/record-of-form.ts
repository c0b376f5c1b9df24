import type { Violation } from '../domain/violation.ts';
import { fieldsOf, type FormDefinition, type FormField } from './form-definition.ts';
import type { FormReading, ItemAnswers } from './read-form.ts';

type Tree = { [key: string]: unknown };

/**
 * The groups of a record as the form's answers fill them. Judged by the record's rule afterwards; a field without
 * `writesTo` stays in the draft.
 */
export function groupsOfForm(definition: FormDefinition, reading: FormReading): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const groups: Record<string, Tree> = {};
  for (const field of fieldsOf(definition)) {
    const [group, ...path] = field.writesTo ?? [];
    if (group === undefined) continue;
    put((groups[group] ??= {}), path, valueOf(field, reading));
  }
  return groups;
}

function valueOf(field: FormField, reading: FormReading): unknown {
  const answer = reading.answers[field.id];
  if (field.type !== 'list') return answer;
  const written = field.fields.filter((each) => each.writesTo !== undefined);
  return (answer as readonly ItemAnswers[]).map((item, index) => {
    const tree: Tree = { ...reading.rests[field.id]?.[index] };
    for (const each of written) put(tree, each.writesTo ?? [], item[each.id]);
    return tree;
  });
}

function put(tree: Tree, path: readonly string[], value: unknown): void {
  const [key, ...rest] = path;
  if (key === undefined) return;
  if (rest.length === 0) tree[key] = value;
  else put((tree[key] ??= {}) as Tree, rest, value);
}

/**
 * Where on the form a fault of the record stands, so that its sentence comes beside the field.
 * @returns the form's path, or null when no field of this form says it
 */
export function formPathOf(definition: FormDefinition, reading: FormReading, path: Violation['path']): Violation['path'] | null {
  const fields = fieldsOf(definition).filter((field) => field.writesTo !== undefined);
  const exact = fields.find((field) => startsWith(path, field.writesTo ?? []));
  const field = exact ?? fields.find((each) => startsWith(each.writesTo ?? [], path));
  if (field === undefined) return null;
  if (field.type !== 'list' || exact === undefined) return [field.id];
  const [index, ...inside] = path.slice(field.writesTo?.length ?? 0);
  const position = typeof index === 'number' ? reading.positions[field.id]?.[index] : undefined;
  if (position === undefined) return [field.id];
  const item = field.fields.find((each) => each.writesTo !== undefined && startsWith(inside, each.writesTo));
  return item === undefined ? [field.id, position] : [field.id, position, item.id];
}

function startsWith(path: readonly (string | number)[], beginning: readonly (string | number)[]): boolean {
  return beginning.length <= path.length && beginning.every((step, index) => step === path[index]);
}
