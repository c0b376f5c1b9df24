import type { FormValues } from './form-definition.ts';
import { itemsOf } from './form-items.ts';

/** Where on a form: ['heldOn'], or ['agreements', 1, 'dueOn'] in a list. */
export type FormPath = readonly (string | number)[];

/** @returns what stands there, or undefined */
export function valueAt(values: FormValues, path: FormPath): unknown {
  const [id, position, itemField] = path;
  if (typeof id !== 'string') return undefined;
  if (typeof position !== 'number' || typeof itemField !== 'string') return values[id];
  return itemsOf(values, id)[position]?.[itemField];
}

/** @returns new values in which this is said at that place; nothing else changes */
export function withValue(values: FormValues, path: FormPath, value: unknown): FormValues {
  const [id, position, itemField] = path;
  if (typeof id !== 'string') return values;
  if (typeof position !== 'number' || typeof itemField !== 'string') return { ...values, [id]: value };
  return { ...values, [id]: itemsOf(values, id).map((item, index) => (index === position ? { ...item, [itemField]: value } : item)) };
}

export function withItem(values: FormValues, listId: string, position: number, item: FormValues): FormValues {
  return { ...values, [listId]: itemsOf(values, listId).toSpliced(position, 0, item) };
}

export function withoutItem(values: FormValues, listId: string, position: number): FormValues {
  return { ...values, [listId]: itemsOf(values, listId).toSpliced(position, 1) };
}

/** What was typed there; a draft that holds something else in that place has nothing typed. */
export function typedAt(values: FormValues, path: FormPath): string {
  const value = valueAt(values, path);
  return typeof value === 'string' ? value : '';
}
