import type { FormValues } from './form-definition.ts';

/**
 * Where an item on a form keeps what its record says of it and no field asks: it goes back with the item, wherever that comes to
 * stand and whatever is changed of it. No id of a field looks like this one.
 */
export const restOfItem = '$rest';

/** @returns what the item's record says of it besides the answers; nothing for one that was typed here */
export function restOf(item: FormValues): FormValues {
  const rest = item[restOfItem];
  return isValues(rest) ? rest : {};
}

/** The items that stand in a list; a draft that holds something else in its place has none. */
export function itemsOf(values: FormValues, listId: string): readonly FormValues[] {
  const items = values[listId];
  return Array.isArray(items) ? items.map((item) => (isValues(item) ? item : {})) : [];
}

function isValues(value: unknown): value is FormValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
