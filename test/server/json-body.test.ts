import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measureJson } from '#server/http/json-body.ts';

const isDeeperThan = (text: string, most: number): boolean => measureJson(text, most, Number.POSITIVE_INFINITY) === 'too-deep';
const depthOf = (value: unknown): number => (typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0);

test('the depth of JSON is counted without parsing it, whatever stands in its texts', () => {
  const texts = fc.array(fc.constantFrom('"', '\\', '[', ']', '{', '}', 'a', '\n'), { maxLength: 6 }).map((pieces) => pieces.join(''));
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof({ depthSize: 'small', withCrossShrink: true }, texts, fc.integer(), fc.constant(null), fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(texts, tie('value'), { maxKeys: 3 })),
  }));
  fc.assert(
    fc.property(value, (json) => {
      const text = JSON.stringify(json);
      expect(isDeeperThan(text, depthOf(json))).toBe(false);
      if (depthOf(json) > 0) expect(isDeeperThan(text, depthOf(json) - 1)).toBe(true);
    }),
    { seed: 1, numRuns: 2_000 },
  );
});

test('text that never ends, and brackets that never close, are counted as far as they go', () => {
  expect(isDeeperThan('["[[[[[[', 1)).toBe(false);
  expect(isDeeperThan('[[[[[[', 5)).toBe(true);
  expect(isDeeperThan(`{"a":"${'\\\\'.repeat(100_000)}"}`, 1)).toBe(false);
});

test('values are counted without parsing them: those in texts do not count, and the counting ends as soon as there are too many', () => {
  const size = (json: string, most: number) => measureJson(json, 10, most);
  expect(size('{"a":[1,2,3]}', 4)).toBe('fits');
  expect(size('{"a":[1,2,3]}', 3)).toBe('too-many');
  expect(size(`["${',['.repeat(1_000)}"]`, 2)).toBe('fits');
  expect(size('0,'.repeat(4_000_000), 1_000)).toBe('too-many');
  expect(size('[[[[[[[[[[[', 1_000)).toBe('too-deep');
});
