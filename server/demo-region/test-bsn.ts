/**
 * Test numbers that pass the elfproef: first the range 9999xxxxx, which the register of persons keeps for tests, then
 * 9998xxxxx and so on downwards. None belongs to anybody.
 */
const usablePerRange = 9_000;
/** Prime, so that neighbours in the list do not get neighbouring numbers and none comes twice. */
const stride = 7_919;
const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
const ranges = new Map<number, readonly string[]>();

/** @param index of the person in the region, from 0 @returns nine digits, another for every index */
export function testBsn(index: number): string {
  const prefix = 9_999 - Math.floor(index / usablePerRange);
  const range = ranges.get(prefix) ?? numbersIn(prefix);
  ranges.set(prefix, range);
  const number = range[((index % usablePerRange) * stride) % usablePerRange];
  if (number === undefined) throw new RangeError(`no test BSN for person ${index}`);
  return number;
}

function numbersIn(prefix: number): readonly string[] {
  const numbers: string[] = [];
  for (let tail = 0; numbers.length < usablePerRange; tail += 1) {
    const digits = `${prefix}${String(tail).padStart(5, '0')}`;
    const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
    if (sum % 11 === 0) numbers.push(digits);
  }
  return numbers;
}
