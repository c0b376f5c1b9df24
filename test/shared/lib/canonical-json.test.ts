import { describe, expect, it } from 'vitest';
import { canonicalJson, hashJson, type JsonValue } from '#shared/lib/canonical-json.ts';

/** Said once more, as plainly as can be. */
function plainly(value: JsonValue | undefined): string {
  if (Array.isArray(value)) return `[${value.map(plainly).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value as Record<string, JsonValue | undefined>).filter(([, member]) => member !== undefined);
  return `{${members.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => `${JSON.stringify(key)}:${plainly(member)}`).join(',')}}`;
}

describe('[APPLY1] [OP4] what is hashed and signed', () => {
  it('is the same text whatever the order of the keys', () => {
    expect(canonicalJson({ b: 1, a: [{ d: null, c: 'x' }], e: {} })).toBe('{"a":[{"c":"x","d":null}],"b":1,"e":{}}');
    expect(hashJson({ b: 1, a: 2 })).toBe('d3626ac30a87e6f7a6428233b3c68299976865fa5508e4267c5415c76af7a772');
  });

  it.each<[string, JsonValue]>([
    ['keys that are numbers', { 10: 'tien', 9: 'negen', a: { 2: 1, 11: 2 } }],
    ['a key that begins with a digit', { '1a': 1, '0': 2, B: 3, a: 4 }],
    ['a key that is no member of an object', JSON.parse('{"z":1,"__proto__":{"b":1,"a":2},"a":2}') as JsonValue],
    ['a key that engines look for', { toJSON: { b: 1, a: 2 }, a: 1 }],
    ['half a surrogate pair, controls, quotes', { 'é"': '\ud83d \u0000 \\ \u2028', a: '\u{1f600}' }],
    ['keys beyond the basic plane, by code unit', { '\u{1f600}': 1, '\uffff': 2, '\ud800': 3 }],
    ['what is not there', { b: undefined, a: 1 }],
    ['numbers', [0, -0, 1e21, 0.1, -1e-7, 123456789012]],
  ])('says %s as it always did', (_what, value) => {
    expect(canonicalJson(value)).toBe(plainly(value));
    expect(canonicalJson({ deep: [value] })).toBe(`{"deep":[${plainly(value)}]}`);
  });

  it('changes nothing that it is given', () => {
    const value = Object.freeze({ b: Object.freeze([Object.freeze({ d: 1, c: 2 })]), a: 1 });
    canonicalJson(value);
    expect(Object.keys(value)).toEqual(['b', 'a']);
  });

  it('refuses a number that JSON cannot hold', () => {
    expect(() => canonicalJson({ a: [Number.NaN] })).toThrow('finite');
  });
});
