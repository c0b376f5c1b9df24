import { definitionOf, type Kind } from '../domain/kinds.ts';
import { canonicalJson, type JsonValue } from '../lib/canonical-json.ts';
import { mergeText } from './merge-text.ts';

/**
 * A group that two people changed, put together when they differ in long text alone and that merges cleanly [CON2].
 * @param base what the later change was based on
 * @param current what stands there now
 * @param mine what the later change wants
 * @returns null when a person has to decide
 */
export function mergeGroup(kind: Kind, group: string, { base, current, mine }: { readonly base: JsonValue | undefined; readonly current: JsonValue; readonly mine: JsonValue }): JsonValue | null {
  const long = longTextOf(kind, group);
  if (long.length === 0 || !isFields(base) || !isFields(current) || !isFields(mine)) return null;
  const merged: Record<string, JsonValue> = { ...current };
  for (const field of new Set([...Object.keys(current), ...Object.keys(mine)])) {
    const [was, now, wanted] = [base[field], current[field], mine[field]];
    if (now !== undefined && wanted !== undefined && canonicalJson(now) === canonicalJson(wanted)) continue;
    if (!long.includes(field) || typeof was !== 'string' || typeof now !== 'string' || typeof wanted !== 'string') return null;
    const text = mergeText(was, now, wanted);
    if (text === null) return null;
    merged[field] = text;
  }
  return merged;
}

/** What is an author's own, or evidence, is never put together by a machine [CON3]. */
export function longTextOf(kind: Kind, group: string): readonly string[] {
  const { longText = {}, ownership } = definitionOf(kind);
  return ownership === 'shared' && Object.hasOwn(longText, group) ? (longText[group] ?? []) : [];
}

function isFields(value: JsonValue | undefined): value is { readonly [field: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
