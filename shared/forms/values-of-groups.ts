import { fieldsOf, type FormDefinition, type FormValues, type ListField } from './form-definition.ts';
import { restOfItem } from './form-items.ts';
import type { PlainField } from './read-field.ts';

/** How an answer stands in its box: days and decimals in the reader's notation. */
export type InNotation = (field: PlainField, answer: string | number) => string;

/**
 * The form filled in with what a record says: the way back of `groupsOfForm`. What the record does not say is left out.
 * @param groups the data of the record's groups
 */
export function valuesOfGroups(definition: FormDefinition, groups: Readonly<Record<string, unknown>>, inNotation: InNotation): FormValues {
  const values: Record<string, unknown> = {};
  for (const field of fieldsOf(definition)) {
    const found = field.writesTo === undefined ? undefined : follow(groups, field.writesTo);
    if (found === undefined || found === null) continue;
    if (field.type !== 'list') values[field.id] = valueIn(field, found, inNotation);
    else if (Array.isArray(found)) values[field.id] = found.map((item) => ({ ...Object.fromEntries(field.fields.flatMap((each) => itemValue(each, item, inNotation))), ...notAsked(field, item) }));
  }
  return values;
}

/** What the record says of an item and no field of the form writes: of a newer app maybe [OP6]. */
function notAsked({ fields }: ListField, item: unknown): FormValues {
  if (typeof item !== 'object' || item === null) return {};
  const asked = new Set(fields.flatMap(({ writesTo }) => writesTo?.[0] ?? []));
  const rest = Object.entries(item).filter(([field]) => !asked.has(field));
  return rest.length === 0 ? {} : { [restOfItem]: Object.fromEntries(rest) };
}

function itemValue(field: PlainField, item: unknown, inNotation: InNotation): readonly (readonly [string, unknown])[] {
  const found = field.writesTo === undefined ? undefined : follow(item, field.writesTo);
  return found === undefined || found === null ? [] : [[field.id, valueIn(field, found, inNotation)]];
}

function valueIn(field: PlainField, answer: unknown, inNotation: InNotation): unknown {
  return typeof answer === 'string' || typeof answer === 'number' ? inNotation(field, answer) : answer;
}

function follow(tree: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Readonly<Record<string, unknown>>)[key] : undefined), tree);
}
