import type { FormValues } from './form-definition.ts';

/** The items that stand in a list; a draft that holds something else in its place has none. */
export function itemsOf(values: FormValues, listId: string): readonly FormValues[] {
  const items = values[listId];
  return Array.isArray(items) ? items.map((item) => (isValues(item) ? item : {})) : [];
}

function isValues(value: unknown): value is FormValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
