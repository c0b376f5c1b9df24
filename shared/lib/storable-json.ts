import type { JsonValue } from './canonical-json.ts';

/** Deeper than any form; a value nested a million times costs the stack of whoever walks it. */
export const deepestNesting = 64;

export interface Unstorable {
  readonly path: readonly (string | number)[];
  readonly code: 'text.controlCharacters' | 'value.tooDeep' | 'value.reservedName' | 'value.invalid';
}

const reservedNames = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * What no database here can keep, or what would bite a program that copies objects: U+0000, half a surrogate pair,
 * a number that is not finite, names with a meaning in JavaScript, bottomless nesting.
 * @returns the first one found, or null
 */
export function findUnstorable(value: JsonValue | undefined, path: readonly (string | number)[] = []): Unstorable | null {
  if (typeof value === 'string') return isStorableText(value) ? null : { path, code: 'text.controlCharacters' };
  if (typeof value === 'number') return Number.isFinite(value) ? null : { path, code: 'value.invalid' };
  if (typeof value !== 'object' || value === null) return null;
  if (path.length >= deepestNesting) return { path: path.slice(0, 8), code: 'value.tooDeep' };
  for (const [name, member] of Object.entries(value as Readonly<Record<string, JsonValue>>)) {
    if (!isStorableText(name)) return { path, code: 'text.controlCharacters' };
    if (reservedNames.has(name)) return { path, code: 'value.reservedName' };
    const found = findUnstorable(member, [...path, Array.isArray(value) ? Number(name) : name]);
    if (found !== null) return found;
  }
  return null;
}

function isStorableText(text: string): boolean {
  return !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);
}
