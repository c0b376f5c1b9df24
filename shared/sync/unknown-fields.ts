import { z } from 'zod';
import { canonicalJson, type JsonValue } from '../lib/canonical-json.ts';

type Fields = Readonly<Record<string, JsonValue>>;

/**
 * What a newer app wrote and this one knows nothing of, put back into what this one is about to write: a form gives what it
 * asks, and a group is replaced as a whole [OP6]. What this app knows and left out was left out on purpose.
 * @param schema of what is written, as this app knows it
 * @param wanted what is to be written
 * @param before what stands there
 */
export function withUnknownFields(schema: z.core.$ZodType | undefined, wanted: JsonValue, before: JsonValue | undefined): JsonValue {
  const plain = unwrapped(schema);
  if (plain instanceof z.ZodObject && isFields(wanted) && isFields(before)) {
    const known: Readonly<Record<string, z.core.$ZodType>> = plain.shape;
    const unknown = Object.entries(before).filter(([field]) => !Object.hasOwn(known, field) && !Object.hasOwn(wanted, field));
    return Object.fromEntries([...unknown, ...Object.entries(wanted).map(([field, value]) => [field, withUnknownFields(known[field], value, before[field])] as const)]);
  }
  if (plain instanceof z.ZodArray && Array.isArray(wanted) && Array.isArray(before)) {
    const origins = sameItems(unwrapped(plain.element), wanted, before);
    return wanted.map((item, index) => withUnknownFields(plain.element, item, origins[index]));
  }
  return wanted;
}

/**
 * Which item of a list is which of before: the one with the same id, else one that says the same in every field that is known
 * here. One that has no id and says something else is nobody's: what is unknown must not come to stand with another item. A form
 * in which such an item was changed brings along what it did not ask (`restOfItem`).
 */
function sameItems(schema: z.core.$ZodType | undefined, wanted: readonly JsonValue[], before: readonly JsonValue[]): readonly (JsonValue | undefined)[] {
  if (!(schema instanceof z.ZodObject)) return [];
  const left = [...before];
  const take = (is: (item: JsonValue) => boolean): JsonValue | undefined => {
    const at = left.findIndex(is);
    return at === -1 ? undefined : left.splice(at, 1)[0];
  };
  const known = Object.keys(schema.shape);
  const said = (item: JsonValue): string => (isFields(item) ? canonicalJson(Object.fromEntries(known.map((field) => [field, item[field] ?? null]))) : '');
  return wanted.map((item) => {
    const id = idOf(item);
    return id === undefined ? take((other) => idOf(other) === undefined && said(other) === said(item)) : take((other) => idOf(other) === id);
  });
}

function unwrapped(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? unwrapped(schema.unwrap()) : schema;
}

const idOf = (item: JsonValue): string | undefined => (isFields(item) && typeof item['id'] === 'string' ? item['id'] : undefined);

const isFields = (value: JsonValue | undefined): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
